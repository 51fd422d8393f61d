import { type Instant } from '#calendar';
import { type CaseFacts } from '#pathway';
import { type JsonObject, type StreamFile } from '#ledger';

/** Which version of a document says so. */
export type PaperRef = { readonly document: string; readonly version: number };

/**
 * What a case's file keeps as its facts: what guards and rules read, and where the rest stands. Children, incidents and victims are
 * files of their own; a victim is a number here and a file behind the victim service's wall.
 */
export type CaseRecord = {
  readonly known: CaseFacts;
  readonly child: string;
  readonly incident: string;
  /** Number of each victim -> its file. */
  readonly victims: { readonly [ref: string]: string };
  /** Files in which later police files added to what a victim's own file says. */
  readonly victimAdditions?: readonly string[];
  readonly notice: PaperRef;
  readonly policeFile: PaperRef | null;
  /** Whom the case was allocated to last. */
  readonly practitioner?: string;
  /** When this referral itself came in, where it has been made one with another. */
  readonly ownReceivedAt?: Instant;
  /** The home authority as the notice names it, and whether the service acts for another one that Teg does not know. */
  readonly home: { readonly authority: string | null; readonly isCaretaker: boolean };
};

/** The record of a case's file. */
export const caseRecordOf = (file: Pick<StreamFile, 'facts'>): CaseRecord => file.facts as unknown as CaseRecord;

/** The same as the ledger stores it. */
export const asFacts = (record: CaseRecord): JsonObject => record as unknown as JsonObject;

/** The state of a notice of a street resolution: on record, linked, and on no pathway. */
export const noticeOnly = 'noticeOnly';

/** The numbers of all victims: those of the police file, and those the notice counts. */
export function victimRefs({ victims, victimCount }: CaseFacts): readonly string[] {
  const counted = Array.from({ length: victimCount ?? 0 }, (_, index) => `V${index + 1}`);
  return [...new Set([...counted, ...(victims ?? []).map(({ ref }) => ref)])];
}
