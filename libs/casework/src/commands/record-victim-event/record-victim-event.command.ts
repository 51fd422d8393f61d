import { type Context, type EventReceipt, Ledger, machine, type Outcome, refused, type Refusal, type StreamFile } from '#ledger';
import { causeCodes } from '#law';
import { type CaseEvent } from '#pathway';
import { type ForCase, recordVictimEvent, victimRecordOf, type VictimSaid, victimReference } from '#victims';
import { Injectable } from '@nestjs/common';
import { advance } from '../../cases/advance.js';
import { caseRecordOf } from '../../cases/case-record.js';
import { causeFaults } from '../../clocks/lateness.js';
import { turnNotices } from '../../moves/turn-notices.js';

/** An event about a victim, by the reference of the case and the victim's number (`V1`). */
export type VictimOrder = {
  readonly reference: string;
  readonly number: string;
  readonly said: Omit<VictimSaid, 'on'> & { readonly on?: string | undefined };
};
export type VictimEventRecorded = {
  readonly reference: string;
  readonly number: string;
  readonly version: number;
  readonly event: EventReceipt | null;
  readonly case: CaseMoved;
};
/** What became of it in the case, whose file the victim service does not see. */
export type CaseMoved = { readonly state: string | null; readonly version: number | null };
type Given = { readonly key?: string | undefined; readonly expect?: number | undefined };

/**
 * Something happened with a victim. It is put into the victim's own file by the officer, and the case is told in the officer's name,
 * by number: the wall between the two is not opened. Should the second half be lost, `carry` makes it good, once.
 */
@Injectable()
export class RecordVictimEvent {
  constructor(private readonly ledger: Ledger) {}

  async run(person: string, { reference, number, said }: VictimOrder, given: Given = {}): Promise<Outcome<VictimEventRecorded>> {
    const inTheWay = await this.refusalOfCase(reference, number, said);
    const request = JSON.parse(JSON.stringify({ reference, number, said })) as { [name: string]: string };
    const outcome = await this.ledger.write<{ version: number; file: string }>(
      person,
      { of: [{ reference: victimReference(reference, number) }], ...given, request },
      ([found], context) => {
        const change = recordVictimEvent(found, { ...said, on: said.on ?? context.today }, context);
        if ('refusal' in change) return change;
        if (inTheWay !== null) return { refusal: inTheWay };
        return { did: [change], value: { version: change.file.version + 1, file: change.file.id } };
      },
    );
    if (!outcome.ok) return outcome;
    const { version, file: id } = outcome.value;
    const event = outcome.events.find(({ stream }) => stream === id) ?? null;
    const carried = await this.carry(id, version, person);
    const moved = carried.ok ? carried.value : { state: null, version: null };
    return { ...outcome, value: { reference, number, version, event, case: moved } };
  }

  /** Tells the case what stands in the victim's file under that number, in the name of whoever put it there; once, however often it is called. */
  async carry(victim: string, seq: number, person: string): Promise<Outcome<CaseMoved>> {
    const record = await this.recordOf(victim);
    const found = record?.forCase.find((one) => one.seq === seq);
    if (!record || !found) return { ok: false, ...refused('notFound') };
    // Something later may have been told before this: what was said last stands.
    const later = record.forCase.filter((one) => one.seq > seq);
    const entry = { ...found, changes: later.reduce((known, { changes }) => ({ ...known, ...changes }), found.changes) };
    return this.ledger.write<CaseMoved>(
      machine,
      { of: [{ id: record.case }], key: `victim-${victim}-${seq}`, request: { victim, seq } },
      ([file], context) => {
        const decided = file ? advanceFor(file, record.number, entry, context) : refused('notFound');
        if ('refusal' in decided) return decided;
        const [first, ...more] = decided.change.events;
        const change = {
          ...decided.change,
          inbox: turnNotices(decided.change.file, decided.change, decided.event, decided.state, decided.known),
          events: [{ ...first, data: { ...first.data, by: person } }, ...more] as typeof decided.change.events,
        };
        return { did: [change], value: { state: decided.state, version: decided.change.file.version + 1 } };
      },
    );
  }

  /** What stands in the way in the case, asked before anything is written: the law on a request for review. */
  private async refusalOfCase(reference: string, number: string, said: VictimOrder['said']): Promise<Refusal | null> {
    let refusal: Refusal | null = null;
    await this.ledger.write<null>(machine, { of: [{ reference }] }, ([file], context) => {
      const { type, on = context.today, heard, causeOfLateness: cause } = said;
      const entry: ForCase = { seq: 0, on, type, changes: {}, isHeard: heard === true, ...(cause && { cause }) };
      const decided = file?.exists && file.pathway !== null ? advanceFor(file, number, entry, context) : null;
      // What else the case could do is not the victim service's to know.
      if (decided && 'refusal' in decided) refusal = { ...decided.refusal, possible: [] };
      return refused('notNow');
    });
    return refusal;
  }

  private async recordOf(victim: string) {
    let file: StreamFile | undefined;
    await this.ledger.write<null>(machine, { of: [{ id: victim }] }, ([found]) => {
      file = found;
      return refused('notNow');
    });
    // The case has events of the same names.
    return file?.exists && file.kind === 'victim' ? victimRecordOf(file) : null;
  }
}

/** The move of the case as the officer's: the machine lends its eyes, not its roles. The day is the one the officer names. */
function advanceFor(file: StreamFile, ref: string, entry: ForCase, context: Context) {
  const event = eventFor(file, ref, entry);
  const cause = causeCodes.find((code) => code === entry.cause) ?? null;
  const asOfficer = { ...context, today: entry.on, asker: { ...context.asker, roles: ['victimOfficer'] } };
  const moved = advance(file, event, asOfficer, {}, cause);
  if ('refusal' in moved) return moved;
  const causeless = causeFaults(cause, moved.clocks.stopClocks);
  return causeless.length > 0 ? refused('invalid', { faults: causeless }) : { ...moved, event };
}

/** The same in the words of the case's pathway. */
function eventFor(file: StreamFile, ref: string, { type, changes, isHeard = false }: ForCase): CaseEvent {
  if (type === 'victimNeedsRecorded') return { type, isHeard };
  if (type !== 'victimUpdated') return { type, ref };
  return { type, victim: { ...caseRecordOf(file).known.victims?.find((one) => one.ref === ref), ref, ...changes } };
}
