import { type CalendarDay, type Instant, londonDay, parseInstant } from '#calendar';
import { type Notice, type PoliceFile } from '#law';
import { type Fault } from '#ledger';
import { step } from './shape.js';

/** The notice it follows, and now: nothing in a police file lies ahead but the end of bail, a hearing and a limit. */
export type PoliceFileContext = { readonly notice: Pick<Notice, 'offences' | 'bail_status'>; readonly at: Instant };

/** Everything in a police file of the right shape that cannot be so, at once. Pointers are into the police file. */
export function faultsOfPoliceFile(file: PoliceFile, { notice, at }: PoliceFileContext): readonly Fault[] {
  return [
    ...faultsOfOffences(file, notice),
    ...faultsOfVictims(file),
    ...faultsOfBail(file, notice),
    ...faultsOfDays(file, londonDay(at), at),
  ];
}

/** The scale ends at 1 and 5: a point taken off the lowest score leaves the lowest. */
const onScale = (score: number) => Math.min(5, Math.max(1, score));

/** Offence by offence as the notice has them: a score must never come to stand beside another offence. */
function faultsOfOffences({ offences }: PoliceFile, notice: PoliceFileContext['notice']): readonly Fault[] {
  const sent = offences ?? [];
  const count = notice.offences.length;
  const faults: Fault[] = sent.length === count ? [] : [{ pointer: '/offences', code: 'offenceCount', values: { count } }];
  sent.forEach((one, index) => {
    const noted = notice.offences[index];
    const where = step('/offences', index);
    if (noted && noted.cjs_code !== one.cjs_code)
      faults.push({ pointer: `${where}/cjs_code`, code: 'offenceOrder', values: { noted: noted.cjs_code } });
    if (noted && one.summary_only_time_limit_date !== null && one.summary_only_time_limit_date < noted.offence_date) {
      faults.push({ pointer: `${where}/summary_only_time_limit_date`, code: 'limitBeforeOffence' });
    }
    if (one.npcc === null) return;
    // By how much factors may move a score is the law's to say, and is answered by its rule.
    const isWithinOne = Math.abs(one.npcc.adjustment) <= 1;
    if (isWithinOne && onScale(one.npcc.start + one.npcc.adjustment) !== one.npcc.final)
      faults.push({ pointer: `${where}/npcc/final`, code: 'scoreDoesNotAddUp' });
  });
  return faults;
}

function faultsOfVictims({ victims }: PoliceFile): readonly Fault[] {
  const refs = (victims ?? []).map(({ ref }) => ref);
  return (victims ?? []).flatMap((victim, index): Fault[] => {
    const where = step('/victims', index);
    const faults: Fault[] = [];
    if (!/^V[1-9]\d?$/.test(victim.ref ?? '')) faults.push({ pointer: `${where}/ref`, code: 'victimNumber' });
    else if (refs.indexOf(victim.ref) !== index) faults.push({ pointer: `${where}/ref`, code: 'victimTwice' });
    if (victim.relation_to_child?.trim().toLowerCase() === 'self')
      faults.push({ pointer: `${where}/relation_to_child`, code: 'childIsVictim' });
    return faults;
  });
}

const onBail = new Set(['PRE_CHARGE_BAIL', 'COURT_BAIL']);

function faultsOfBail({ bail }: PoliceFile, { bail_status }: PoliceFileContext['notice']): readonly Fault[] {
  if (bail === null) return [];
  const isOut = bail.start === null || (bail_status !== null && !onBail.has(bail_status));
  const faults: Fault[] = [];
  if ((bail.conditions ?? []).length > 0 && isOut) faults.push({ pointer: '/bail/conditions', code: 'conditionsWithoutBail' });
  if (bail.start !== null && bail.end !== null && bail.end < bail.start)
    faults.push({ pointer: '/bail/end', code: 'endsBeforeItBegins' });
  return faults;
}

function faultsOfDays(file: PoliceFile, today: CalendarDay, at: Instant): readonly Fault[] {
  const days: readonly (readonly [string, CalendarDay | null | undefined])[] = [
    ['/bail/start', file.bail?.start],
    ['/nrm/date', file.nrm?.date],
    ['/court/charged_on', file.court?.charged_on],
    ...(file.previous_outcomes ?? []).flatMap((one, index) => [
      [`${step('/previous_outcomes', index)}/date`, one.date] as const,
      [`${step('/previous_outcomes', index)}/confirmed_on`, one.confirmed_on] as const,
    ]),
    ...(file.victims ?? []).map(
      (one, index) => [`${step('/victims', index)}/first_statement_on`, one.first_statement_on] as const,
    ),
  ];
  const instants: readonly (readonly [string, string | null | undefined])[] = [
    ['/evidence_test/at', file.evidence_test?.at],
    ['/cps/at', file.cps?.at],
  ];
  return [
    ...days.filter(([, on]) => typeof on === 'string' && on > today),
    ...instants.filter(([, text]) => typeof text === 'string' && (parseInstant(text) ?? '') > at),
  ].map(([pointer]) => ({ pointer, code: 'inTheFuture' }));
}
