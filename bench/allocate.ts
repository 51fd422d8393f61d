import { addWorkingDays } from '#calendar';
import { type Ledger, type Outcome, refused } from '#ledger';

/** One move: of which case, by whom, under which key. */
export type Move = { readonly reference: string; readonly person: string; readonly key: string };

type Allocated = { readonly reference: string; readonly state: string; readonly version: number };

/**
 * One audited move of a case through the one door: an event with its payload, the state, a fact, one clock stopped and one started,
 * under an idempotency key. What a command adds (permission, pathway, law) is a function of the same two calls.
 */
export function allocate(ledger: Ledger, { reference, person, key }: Move): Promise<Outcome<Allocated>> {
  const request = { practitioner: 'practitioner@bench.test' };
  return ledger.write<Allocated>(person, { key, request, of: [{ reference }] }, ([file], { calendar, today }) => {
    if (!file?.exists || file.reference === null) return refused('notFound');
    if (file.state !== 'awaitingAllocation') return refused('notNow');
    const dueOn = addWorkingDays(calendar, today, 10);
    return {
      did: [
        {
          file,
          events: [{ type: 'caseAllocated', data: { practitioner: person } }],
          state: 'awaitingAssessment',
          facts: { ...file.facts, assessmentAuthor: person },
          stopClocks: [{ kind: 'allocation', how: 'met' }],
          startClocks: [
            { kind: 'assessment', anchorOn: today, dueOn, policy: 'policy-1', nextAlertAt: `${dueOn}T09:00:00.000Z` },
          ],
        },
      ],
      value: { reference: file.reference, state: 'awaitingAssessment', version: file.version + 1 },
    };
  });
}
