import { type Change, type JsonObject, type StreamFile } from '#ledger';
import { rooms as roomsOf } from '#people';

/** What the file of an incident keeps: ids only. It links the cases of all children involved and shows each reader only their own. */
export type IncidentRecord = { readonly force: string; readonly reference: string | null; readonly cases: readonly string[] };

export const incidentRecordOf = (file: Pick<StreamFile, 'facts'>): IncidentRecord => file.facts as unknown as IncidentRecord;

export type LinkedCase = {
  readonly case: string;
  readonly force: string;
  readonly reference: string | null;
  readonly key: string | null;
  readonly rooms: readonly string[];
  /** Whether the sender is of the force, and so sees every incident of it. */
  readonly isOfForce: boolean;
};

/**
 * Puts a case to its incident, which the first of its referrals begins. Who is not of the force cannot see whether the incident is
 * known: such a referral begins a file of its own under the same key, and whoever may see both finds them together.
 */
export function linkCase(file: StreamFile, { case: id, force, reference, key, rooms, isOfForce }: LinkedCase): Change {
  const before: IncidentRecord = file.exists ? incidentRecordOf(file) : { force, reference, cases: [] };
  return {
    file,
    events: [{ type: file.exists ? 'caseLinked' : 'incidentRecorded', data: { case: id, force } }],
    facts: { ...before, cases: [...before.cases, id] } as unknown as JsonObject,
    force,
    rooms: [...new Set([...file.rooms, ...(isOfForce ? [roomsOf.force(force)] : []), ...rooms])],
    ...(!file.exists && key !== null && { keys: [{ key, isUnique: isOfForce }] }),
  };
}
