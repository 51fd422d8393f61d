import { type CalendarDay } from '#calendar';
import { type PoliceFile } from '#law';
import { type Change, type Json, type StreamFile } from '#ledger';
import { recordVictim } from '#victims';
import { splitPoliceFile } from './split-police-file.js';

export type VictimsQuestion = {
  readonly case: string;
  readonly caseReference: string;
  readonly area: string;
  readonly on: CalendarDay;
  /** Numbers with the file that each gets, and whether it adds to one that the victim has already. */
  readonly files: readonly { readonly number: string; readonly file: StreamFile; readonly isAddition: boolean }[];
  readonly agreedInNotice: boolean | null;
  readonly policeFile: PoliceFile | null;
  readonly sent: Json;
  readonly version: number;
};

/** The victims' files that a referral or a police file begins: each gets its own part, and the case keeps the numbers. */
export function victimChanges(of: VictimsQuestion): readonly Change[] {
  const bodies = of.policeFile === null ? [] : splitPoliceFile(of.sent).victims;
  return of.files.map(({ number, file, isAddition }) => {
    const part = of.policeFile?.victims?.find(({ ref }) => ref === number);
    const body = bodies.find(({ ref }) => ref === number)?.body;
    const sent = part && body ? { part, body, version: of.version } : null;
    return recordVictim(file, { ...of, number, sent }, isAddition);
  });
}
