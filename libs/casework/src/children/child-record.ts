import { type CalendarDay } from '#calendar';
import { type Change, type JsonObject, type NewDocument, type StreamFile } from '#ledger';
import { uuidOf } from '../cases/uuid-of.js';
import { childKeys, type ChildNames } from './child-keys.js';

/** A case or notice that names this child. */
export type CaseOfChild = {
  readonly case: string;
  readonly reference: string;
  readonly receivedOn: CalendarDay;
  /** First day of the earliest offence. */
  readonly offenceOn: CalendarDay;
  readonly isStreetNotice: boolean;
};

/**
 * What the file of a child keeps. Every referral begins a file of its own: two files are one child only when a person says so, and
 * `sameAs` then stands in both until somebody takes it back.
 */
export type ChildRecord = ChildNames & {
  readonly identity: { readonly isConfirmed: boolean; readonly by: string | null; readonly on: CalendarDay | null };
  readonly cases: readonly CaseOfChild[];
  readonly sameAs: readonly string[];
  /** Version of the paper that says who the child is. */
  readonly paper: number;
};

export const childRecordOf = (file: Pick<StreamFile, 'facts'>): ChildRecord => file.facts as unknown as ChildRecord;
export const childFacts = (record: ChildRecord): JsonObject => record as unknown as JsonObject;

export const childReference = (caseReference: string): string => `${caseReference}-C`;

/** The paper that says who the child is: versions are only ever added, so that it can be read as it was on any day. */
export function identityPaper(file: Pick<StreamFile, 'id'>, record: ChildRecord): NewDocument {
  const { givenName, familyName, bornOn, identity, paper } = record;
  return {
    id: uuidOf(`${file.id} identity`),
    version: paper,
    kind: 'identity',
    view: 'everyone',
    body: { givenName, familyName, bornOn, identity },
  };
}

/** Begins the file of the child whom a referral names. The event holds ids only; names stand in the file and its paper. */
export function recordChild(
  file: StreamFile,
  names: ChildNames,
  identifiedBy: string | null,
  about: CaseOfChild,
  rooms: readonly string[],
): Change {
  const identity = { isConfirmed: identifiedBy !== null, by: identifiedBy, on: identifiedBy === null ? null : about.receivedOn };
  const record: ChildRecord = { ...names, identity, cases: [about], sameAs: [], paper: 1 };
  return {
    file,
    events: [{ type: 'childRecorded', data: { case: about.case, isIdentityConfirmed: identity.isConfirmed, paper: 1 } }],
    reference: childReference(about.reference),
    rooms,
    facts: childFacts(record),
    documents: [identityPaper(file, record)],
    keys: childKeys(names),
  };
}

/** The file of a child whose birth date was mistyped: a new version of the paper, and found under the right date from now on. */
export function correctedBirthDate(file: StreamFile, bornOn: CalendarDay, about: string): Change {
  const before = childRecordOf(file);
  const record: ChildRecord = { ...before, bornOn, paper: before.paper + 1 };
  return {
    file,
    events: [{ type: 'birthDateCorrected', data: { case: about, paper: record.paper } }],
    facts: childFacts(record),
    documents: [identityPaper(file, record)],
    dropKeys: childKeys(before).map(({ key }) => key),
    keys: childKeys(record),
  };
}
