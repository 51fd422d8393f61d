import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { disagreements } from '../../../test/world/expected-disposals.js';
import { addMonths, bankHolidays, type CalendarDay, type Instant, londonDay, parseInstant } from '#calendar';
import {
  type Deadline,
  dayZero,
  deadlines,
  deliveryDueOn,
  disposalRules,
  disposalsOn,
  dueOn,
  earliestLimit,
  factsOfReferral,
  gravityDirection,
  type Notice,
  particularsOf,
  type PoliceFile,
  type RuleId,
  ruleIds,
  ruleOf,
  victimClock,
} from './index.js';

type ExpectedDisposal = { disposal: string; status: string; needs: string[]; outcomeNumbers: string[] };
type Expected = {
  judged_at: string;
  handled_as: string;
  facts: { [fact: string]: string | number | null };
  clocks: { [clock: string]: unknown };
  matrix_direction: string | null;
  disposals: ExpectedDisposal[];
  if_reduced?: { offence: string; triable: 'either-way'; conditional_caution_financial_maximum_gbp: number };
};
type Referral = { reference: string; received_at: string; notice: Notice; police_file: PoliceFile | null; expected: Expected };

const folder = join(__dirname, '../../../test/referrals');
const referrals = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Referral);

const instant = (text: string): Instant => parseInstant(text) ?? '';
const factsOf = ({ notice, police_file, received_at }: Referral) => factsOfReferral(notice, police_file, instant(received_at));
const orNull = <T>(value: T | undefined): T | null => value ?? null;

it('there are fifteen referrals', () => {
  expect(referrals.map(({ reference }) => reference)).toEqual(
    Array.from({ length: 15 }, (_, n) => `R${String(n + 1).padStart(2, '0')}`),
  );
});

describe.each(referrals)('referral $reference', (referral) => {
  const { expected } = referral;
  const facts = factsOf(referral);
  const answers = disposalsOn(facts, londonDay(instant(expected.judged_at)), bankHolidays);

  it.each(expected.disposals.map((row, index) => ({ ...row, index })))('$disposal is $status', (row) => {
    expect(disagreements(answers.slice(row.index, row.index + 1), [row])).toEqual([]);
  });

  it('has the ages, the charging decision and the financial maximum of the file', () => {
    const particulars = particularsOf(facts, bankHolidays);
    expect({
      age_at_first_offence: orNull(particulars.ageAtFirstOffence),
      age_at_arrest: orNull(particulars.ageAtArrest),
      age_at_receipt: orNull(particulars.ageAtReceipt),
      age_at_panel_due: orNull(particulars.ageAtPanelDue),
      age_at_delivery_due: orNull(particulars.ageAtDeliveryDue),
      age_at_first_hearing: orNull(particulars.ageAtFirstHearing),
      eighteenth_birthday: orNull(particulars.eighteenthBirthday),
      most_serious_trial_class: orNull(particulars.mostSeriousTrialClass),
      charging_decision_by: orNull(particulars.chargingDecisionBy),
      conditional_caution_financial_maximum_gbp: orNull(particulars.financialMaximum),
    }).toEqual(expected.facts);
  });

  it('has the due days of the file', () => {
    const receivedAt = instant(referral.received_at);
    const isPanelCase = expected.handled_as === 'panel referral';
    const due = (deadline: Deadline): CalendarDay | null =>
      isPanelCase ? dueOn(deadline, dayZero(deadline, receivedAt, bankHolidays), bankHolidays) : null;
    const told = (facts.victims ?? []).map((victim) => ({
      ref: victim.ref,
      working_days: deadlines[victimClock(victim)].length.workingDays,
    }));
    expect({
      day_0: isPanelCase ? dayZero(deadlines.panel, receivedAt, bankHolidays) : null,
      police_file_due_on: due(deadlines.policeFile),
      first_appointment_due_on: due(deadlines.firstAppointment),
      assessment_guide_due_on: due(deadlines.assessment),
      panel_due_on: due(deadlines.panel),
      delivery_due_on_if_decided_on_panel_due_date: isPanelCase ? orNull(deliveryDueOn(facts, { calendar: bankHolidays })) : null,
      earliest_summary_only_limit: orNull(earliestLimit(facts) ?? undefined),
      bail_ends_on: orNull(facts.bail?.endsOn),
      court_hearing_on: orNull(facts.court?.nextHearingOn),
      victims_told: isPanelCase ? told : [],
      calendar_version: bankHolidays.version,
      ...(isPanelCase
        ? {}
        : { turnaround_window_ends_on: addMonths(facts.offences?.[0]?.on ?? '', deadlines.turnaroundReferral.length.months) }),
    }).toEqual(expected.clocks);
  });

  it('lies in the direction that the file names, which nobody is shown', () => {
    const direction = gravityDirection(facts);
    const said = /^score (\d)/.exec(expected.matrix_direction ?? '')?.[1];
    expect(direction === undefined ? undefined : String(direction.score)).toBe(said);
    expect(JSON.stringify(answers)).not.toContain('direction');
  });

  it('holds no name, place, number or free text in its facts', () => {
    const text = JSON.stringify(facts);
    const { child, parent_or_carer: parent } = referral.notice;
    const named = [
      child.given_name,
      child.family_name,
      parent?.name,
      referral.notice.appropriate_adult?.name,
      referral.notice.station,
    ];
    const written = [referral.police_file?.circumstances, referral.notice.safety_tonight, referral.notice.admission?.detail];
    const numbers = referral.police_file?.crime_numbers ?? [];
    for (const secret of [...named, ...written, ...numbers]) if (secret) expect(text).not.toContain(secret);
  });
});

describe('what happens afterwards in the files', () => {
  const found = (reference: string): Referral => {
    const referral = referrals.find((each) => each.reference === reference);
    if (referral === undefined) throw new Error(`${reference} is missing`);
    return referral;
  };

  it('R09: an offence that is changed is judged afresh, with its own maximum', () => {
    const referral = found('R09');
    const reduced = referral.expected.if_reduced;
    const facts = factsOf(referral);
    const offences = (facts.offences ?? []).map((offence) => ({
      ...offence,
      code: reduced?.offence ?? '',
      triable: 'either-way' as const,
    }));
    const changed = { ...facts, offences };
    expect(particularsOf(changed, bankHolidays).financialMaximum).toBe(reduced?.conditional_caution_financial_maximum_gbp);
    const statuses = disposalsOn(changed, '2026-12-07', bankHolidays).map(({ status }) => status);
    expect(statuses).toEqual(['needs', 'needs', 'needs', 'needs', 'notAllowed', 'notAllowed', 'needs']);
  });

  it('R11: from the birthday on both cautions are not allowed, and the rest stays', () => {
    const statuses = (on: CalendarDay) => disposalsOn(factsOf(found('R11')), on, bankHolidays).map(({ status }) => status);
    expect(statuses('2026-12-26')).toEqual(['allowed', 'allowed', 'allowed', 'allowed', 'needs', 'needs', 'allowed']);
    expect(statuses('2026-12-27')).toEqual(['allowed', 'allowed', 'allowed', 'allowed', 'notAllowed', 'notAllowed', 'allowed']);
  });

  it('R13: the assessment that was declined changes none of the seven answers by the day of the panel', () => {
    const answers = (on: CalendarDay) => disposalsOn(factsOf(found('R13')), on, bankHolidays);
    expect(answers('2026-12-15')).toEqual(answers('2026-11-24'));
  });

  it('R02: the limit ends before the panel is due, and in no other file', () => {
    const early = referrals.filter((referral) => particularsOf(factsOf(referral), bankHolidays).isLimitBeforePanel);
    expect(early.map(({ reference }) => reference)).toEqual(['R02']);
  });

  it('R02: once the limit has passed there is nothing to charge or hold, and the less intrusive ways stay', () => {
    const statuses = (on: CalendarDay) => disposalsOn(factsOf(found('R02')), on, bankHolidays).map(({ status }) => status);
    expect(statuses('2026-12-03')).toEqual([
      'allowed',
      'allowed',
      'allowed',
      'notAllowedLocally',
      'needs',
      'notAllowedLocally',
      'needs',
    ]);
    expect(statuses('2026-12-04')).toEqual([
      'allowed',
      'allowed',
      'allowed',
      'notAllowedLocally',
      'needs',
      'notAllowedLocally',
      'notAllowed',
    ]);
  });
});

describe('the comparison with the fifteen', () => {
  const answersOf = (referral: Referral) =>
    disposalsOn(factsOf(referral), londonDay(instant(referral.expected.judged_at)), bankHolidays);
  const points = () => referrals.flatMap((referral) => disagreements(answersOf(referral), referral.expected.disposals));
  /** What is noticed while every version of the rule answers the same. */
  const noticedWhile = (rule: RuleId, is: boolean): boolean => {
    const versions = ruleOf(rule) as readonly object[];
    const asWritten = versions.map((version) => ({ ...version }));
    for (const version of versions) Object.assign(version, { needs: [], holds: () => is });
    const isNoticed = points().length > 0;
    versions.forEach((version, place) => Object.assign(version, asWritten[place]));
    return isNoticed;
  };
  const asked = ruleIds.filter((rule) => Object.values(disposalRules).some((rules) => rules.includes(rule)));

  /** None of the fifteen has a robbery that a caution is open to, conditions that are known, abuse by a partner; one rule only warns. */
  const ofNoneOfThem: readonly RuleId[] = [
    'prosecutorAuthorisesIndictableCaution',
    'prosecutorAuthorisesIndictableConditionalCaution',
    'planLastsAtMostTwentyWeeks',
    'penaltyWithinMaximum',
    'attendanceWithinTwentyHours',
    'conditionsHavePurpose',
    'conditionsFitTheChild',
    'punishmentHasReason',
    'restrictionHasEnd',
    'attendanceNamesPlaceAndTimes',
    'hateCrimeGateIsMet',
    'domesticAbuseGateIsMet',
    'deferralIsForChildren',
  ];
  /** Whatever these ask is so in all fifteen. */
  const metInEach: readonly RuleId[] = [
    'childIsTenOrOver',
    'evidenceShowsAnOffence',
    'evidenceSufficesForCaution',
    'evidenceSufficesForConditionalCaution',
    'evidenceMeetsFullCodeTest',
    'evidenceMeetsTestForDeferral',
    'abuseIsNotByPartner',
  ];

  it('notices each answer that is changed: its status, its numbers, a need that is dropped, doubled or another of its kind', () => {
    for (const referral of referrals)
      for (const [index, row] of referral.expected.disposals.entries()) {
        const told = answersOf(referral);
        const changed = (change: object) => told.map((one, place) => (place === index ? { ...one, ...change } : one));
        const needs = told[index]?.needs ?? [];
        const others = needs.map((need) => `${need.split(':')[0] ?? ''}: policeFile`);
        for (const change of [
          { status: row.status === 'allowed' ? 'needs' : 'allowed' },
          { outcomeNumbers: [...row.outcomeNumbers, '99'] },
          { needs: [...needs, 'record: policeFile'] },
          ...(needs.length === 0
            ? []
            : [{ needs: needs.slice(1) }, { needs: [...needs.slice(1), needs[0], needs[0]] }, { needs: others }]),
        ])
          expect([
            referral.reference,
            row.disposal,
            change,
            disagreements(changed(change), referral.expected.disposals),
          ]).not.toContainEqual([]);
      }
  });

  it('notices every rule that always says no, but those that none of the fifteen is about', () => {
    expect(points()).toEqual([]);
    expect(asked.filter((rule) => !noticedWhile(rule, false)).sort()).toEqual([...ofNoneOfThem].sort());
  });

  it('notices every rule that always says yes, but those and what is so in each of them', () => {
    expect(asked.filter((rule) => !noticedWhile(rule, true)).sort()).toEqual([...ofNoneOfThem, ...metInEach].sort());
    expect(points()).toEqual([]);
  });
});
