import { type Instant } from '#calendar';
import { type JsonObject, type StreamFile } from '#ledger';

/** Who is asked to a meeting, and as what: a role of the access table. */
export type MeetingMember = { readonly person: string; readonly role: string };

/** What the file of a meeting keeps. Which cases are on its list stands with the cases: each is in the room of its meeting. */
export type MeetingRecord = { readonly at: Instant; readonly area: string; readonly members: readonly MeetingMember[] };

export const meetingRecordOf = (file: Pick<StreamFile, 'facts'>): MeetingRecord => file.facts as unknown as MeetingRecord;

export const meetingFacts = (record: MeetingRecord): JsonObject => record as unknown as JsonObject;

/** The key under which the cases on a meeting's list are found. */
export const listKey = (meeting: string): string => `listed:${meeting}`;
