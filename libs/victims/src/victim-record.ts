import { type CalendarDay } from '#calendar';
import { type JsonObject, type StreamFile } from '#ledger';
import { sha256hex } from '#proof';

/** Who said so, and on which day it was said. */
export type Said<T> = { readonly value: T; readonly on: CalendarDay; readonly by: 'police' | 'victimOfficer' };

/**
 * What the file of a victim keeps. It stands in the victim service's room alone: nobody on the child's side sees it, and the case
 * knows the victim by number. Addresses are not here either, only where the force keeps them.
 */
export type VictimRecord = {
  readonly case: string;
  /** Reference of the case: how the victim service and everybody else speak of the same matter. */
  readonly caseReference: string;
  readonly number: string;
  readonly ageBand: string | null;
  readonly relationToChild: string | null;
  readonly language: string | null;
  readonly contactRef: string | null;
  readonly parentContactRef: string | null;
  readonly hasEnhancedRights: boolean | null;
  readonly enhancedRightsReason: string | null;
  /** Whether the victim agreed to be contacted; null while nobody has asked. */
  readonly contact: Said<boolean> | null;
  readonly wishes: Said<string> | null;
  readonly restorativeView: Said<string> | null;
  /** What the victim was told, last. */
  readonly told: { readonly on: CalendarDay; readonly of: string } | null;
  /** Which version of the police file spoke of this victim last; null while none did. */
  readonly policePart: number | null;
  /** What the case is to be told, by number of the event in this file: the last ones, so that a crash in between loses none. */
  readonly forCase: readonly ForCase[];
};

/** What happened with a victim, in the words of the case's pathway: codes and days, nothing that identifies anybody. */
export type ForCase = {
  readonly seq: number;
  readonly on: CalendarDay;
  readonly type: VictimEventType;
  readonly changes: VictimCodes;
  /** Of the victim's needs: whether the victim could be heard about them. */
  readonly isHeard?: boolean;
  /** Why it comes late, where it does: a code of the law's causes. */
  readonly cause?: string;
};
export const victimEventTypes = ['victimInformed', 'victimUpdated', 'victimReviewRequested', 'victimNeedsRecorded'] as const;
export type VictimEventType = (typeof victimEventTypes)[number];
export const isVictimEventType = (type: string): type is VictimEventType =>
  (victimEventTypes as readonly string[]).includes(type);
export type VictimCodes = { readonly hasEnhancedRights?: boolean; readonly hasAgreedToContact?: boolean };

export const victimRecordOf = (file: Pick<StreamFile, 'facts'>): VictimRecord => file.facts as unknown as VictimRecord;

export const asFacts = (record: VictimRecord): JsonObject => record as unknown as JsonObject;

/** `VG-26-7KQ4M3-V1` */
export const victimReference = (caseReference: string, number: string): string => `${caseReference}-${number}`;

/** The key under which a victim's file and everything added to it are found together. */
export const victimKey = (reference: string): string => `victim:${sha256hex(reference)}`;

/** State of a file that adds a later police file's part to a victim's own file, which the police cannot see. */
export const addition = 'addition';

/**
 * A victim as known now: the file, with what later police files added to it (oldest first). What the victim has said to a victim
 * officer is never overwritten by a paper of the police.
 */
export function currentVictim(own: VictimRecord, additions: readonly VictimRecord[]): VictimRecord {
  return additions.reduce(
    (known, added): VictimRecord => ({
      ...added,
      contact: heard(known.contact, added.contact),
      wishes: heard(known.wishes, added.wishes),
      restorativeView: heard(known.restorativeView, added.restorativeView),
      told: known.told,
    }),
    own,
  );
}

const heard = <T>(known: Said<T> | null, added: Said<T> | null): Said<T> | null =>
  known?.by === 'victimOfficer' ? known : (added ?? known);
