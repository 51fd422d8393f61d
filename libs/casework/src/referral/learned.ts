import { type Facts, factsOfReferral, type Notice, type PoliceFile, type VictimFact } from '#law';
import { eachOnce } from '../children/each-once.js';

/** What a police file says beside its notice; everything else the notice says alone, or has been learned since. */
const ofPoliceFile = [
  'policeFile',
  'offences',
  'interviewAdult',
  'bail',
  'evidence',
  'victims',
  'previousOutcomes',
  'careStatus',
  'careLegalBasis',
  'cps',
  'trafficking',
  'court',
] as const satisfies readonly (keyof Facts)[];

/**
 * The police file in the law's words, for a case that knows something already. What a victim has told the victim service since stays
 * where the file says nothing of it.
 */
export function learnedFrom(file: PoliceFile, notice: Notice, known: Facts): Facts {
  const all = factsOfReferral(noticeAsKnown(notice, known), file, known.receivedAt, known);
  const victims = all.victims?.map((victim): VictimFact => ({
    ...known.victims?.find(({ ref }) => ref === victim.ref),
    ...victim,
  }));
  const learned = Object.fromEntries(ofPoliceFile.filter((name) => all[name] !== undefined).map((name) => [name, all[name]]));
  // What the child's other cases say stays: the police file of this one does not know of it.
  const joined = known.previousOutcomes?.filter(({ of }) => of !== undefined) ?? [];
  const previousOutcomes = all.previousOutcomes && eachOnce([...all.previousOutcomes, ...joined]);
  return { ...learned, ...(victims && { victims }), ...(previousOutcomes && { previousOutcomes }) };
}

/** The notice with the offences as they are now: they may have been re-classified since it came. */
export function noticeAsKnown(notice: Notice, known: Facts): Notice {
  if (known.offences === undefined) return notice;
  const offences = known.offences.map(({ code, on, until }, index) => ({
    title: notice.offences[index]?.title ?? '',
    place: notice.offences[index]?.place ?? '',
    cjs_code: code,
    offence_date: on,
    offence_date_to: until ?? null,
  }));
  return { ...notice, offences, bail_status: known.bail?.status ?? notice.bail_status };
}
