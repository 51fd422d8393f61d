import { randomUUID } from 'node:crypto';
import { type Instant } from '#calendar';
import { type JsonObject, type Ledger, machine, type NewDocument } from '#ledger';

/** A case as far as scrutiny's frame reads it: what happened to it when, and what its file knows. */
export type DecidedCase = {
  readonly reference: string;
  readonly area: string;
  /** Events in their order; `state` is what the case waits for after it, where it matters. */
  readonly events: readonly { readonly type: string; readonly at: Instant; readonly state?: string }[];
  readonly known?: JsonObject;
  readonly documents?: readonly NewDocument[];
  readonly isPanelLate?: boolean;
};

/** A ledger whose time a test sets. */
export type TimedLedger = { readonly ledger: Ledger; setTime(at: Instant): void };

/** Puts cases on record, event by event, through the ledger. The frame is read by SQL from what casework writes, and this writes the same. */
export async function plantCases({ ledger, setTime }: TimedLedger, cases: readonly DecidedCase[]): Promise<void> {
  for (const { reference, area, events, known = {}, documents = [], isPanelLate = false } of cases) {
    const id = randomUUID();
    for (const [index, { type, at, state }] of events.entries()) {
      setTime(at);
      const ref = index === 0 ? ({ newId: id, kind: 'case' } as const) : { id };
      const outcome = await ledger.write(machine, { of: [ref] }, ([file]) => {
        if (!file) throw new Error('The ledger opened no file.');
        const begins = index === 0 ? { reference, homeArea: area, rooms: [`yjs:${area}`, `seconded:${area}`], documents } : {};
        const panel = { kind: 'panel', anchorOn: '2026-09-01', dueOn: '2026-09-22', policy: 'panel/1', nextAlertAt: null };
        return {
          did: [
            {
              file,
              ...begins,
              events: [{ type, data: { event: {}, state: state ?? 'awaitingCrimeOutcome' } }],
              facts: { known },
              ...(index === 0 && isPanelLate && { startClocks: [panel] }),
              ...(index === 1 && isPanelLate && { stopClocks: [{ kind: 'panel', how: 'late' as const }] }),
            },
          ],
          value: null,
        };
      });
      if (!outcome.ok) throw new Error(`The case was not planted: ${outcome.refusal.because}`);
    }
  }
}

/** A case that the police decided on that instant. */
export const decided = (reference: string, area: string, at: Instant, more: Partial<DecidedCase> = {}): DecidedCase => ({
  reference,
  area,
  events: [
    { type: 'referralReceived', at: '2026-08-01T10:00:00.000Z' },
    { type: 'policeDecisionConfirmed', at },
  ],
  known: { outcome: 'yrd' },
  ...more,
});
