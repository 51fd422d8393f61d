import { bankHolidays, londonDay, parseInstant } from '#calendar';
import {
  disposals,
  disposalsOn,
  factRows,
  type Facts,
  factsOfReferral,
  judge,
  type Notice,
  type PoliceFile,
  ruleIds,
} from '#law';
import { exampleReferrals } from '../world/referrals.js';

const on = '2026-12-01';
const cases = exampleReferrals().map(({ reference, received_at, notice, police_file }) => {
  const at = parseInstant(received_at) ?? '';
  const facts = factsOfReferral(notice as unknown as Notice, police_file as unknown as PoliceFile | null, at);
  return { reference, facts, day: londonDay(at) };
});
const statuses = (facts: Facts) => disposalsOn(facts, on, bankHolidays).map(({ disposal, status }) => `${disposal} ${status}`);
const earlier = (type: string) => ({ on: '2026-03-02', type, isConfirmed: true }) as const;

describe('what the law never judges a child by', () => {
  it.each(cases)('$reference: earlier outcomes are no bar and no tariff', ({ facts }) => {
    const types = ['COMMUNITY_RESOLUTION', 'OUTCOME_22', 'YOUTH_CAUTION', 'YOUTH_CONDITIONAL_CAUTION', 'CONVICTION'];
    for (const history of [[], ...types.map((type) => [earlier(type)]), types.map(earlier)])
      expect(statuses({ ...facts, previousOutcomes: history })).toEqual(statuses(facts));
  });

  it.each(cases)(
    '$reference: no rule of a disposal looks at care, earlier outcomes, bail or who represents the child',
    ({ facts }) => {
      const looked = new Set(
        disposalsOn(facts, on, bankHolidays).flatMap(({ rules }) => rules.flatMap(({ looksAt }) => looksAt)),
      );
      for (const fact of ['careStatus', 'careLegalBasis', 'previousOutcomes', 'bail', 'adviceTaken'] as const)
        expect([fact, looked.has(fact)]).toEqual([fact, false]);
    },
  );

  it('ethnicity, language, sex, school, address and the victim’s wishes are no facts of the law at all', () => {
    const names = Object.keys(factRows).join(' ');
    expect(names).not.toMatch(/ethnic|language|welsh|\bsex\b|gender|school|address|postcode|wish|religion|adverse|reoffend/i);
  });

  it('a score never makes a disposal more than allowed, and never marks one out', () => {
    for (const { facts } of cases)
      for (const final of [1, 2, 3, 4, 5]) {
        const gravity = { start: final, adjustment: 0, final, isScorerNamed: true };
        const scored = { ...facts, offences: (facts.offences ?? []).map((offence) => ({ ...offence, gravity })) };
        const answers = disposalsOn(scored, on, bankHolidays);
        expect(answers.map(({ disposal }) => disposal)).toEqual(disposals);
        expect(new Set(answers.map((answer) => Object.keys(answer).sort().join())).size).toBe(1);
        // From least to most intrusive a high score takes nothing away for good: it asks for a reason and a senior officer.
        expect(answers[0]?.status).toBe(disposalsOn(facts, on, bankHolidays)[0]?.status);
      }
  });

  it('staying silent is never counted against a child: it closes both cautions and nothing else', () => {
    for (const { facts } of cases.filter(({ facts: { source } }) => source !== 'STREET_CR_NOTICE')) {
      const silent = { ...facts, admissionNoted: 'NO_COMMENT', admissionIndicated: 'NO_COMMENT' } as const;
      const closed = disposalsOn(silent, on, bankHolidays).filter(({ rules }) =>
        rules.some(
          ({ rule, answer, blocks }) => blocks && answer === 'notMet' && rule !== 'chargeComesWithinLimit' && isOfAdmission(rule),
        ),
      );
      expect(closed.map(({ disposal }) => disposal)).toEqual(['yc', 'ycc']);
    }
  });

  it.each(cases)('$reference: whatever the child answers to the offer of advice, the seven answers are the same', ({ facts }) => {
    const after = (adviceAnswer: string) => statuses({ ...facts, adviceAnswer });
    for (const said of ['declined', 'wanted', 'alreadyTaken']) expect(after(said)).toEqual(after('taken'));
  });

  it('no rule of any step reads a fact that the law does not list', () => {
    for (const { facts } of cases)
      for (const rule of ruleIds) {
        const { looksAt } = judge(rule, facts, { on, calendar: bankHolidays, moment: 'deciding' });
        expect(looksAt.filter((fact) => !(fact in factRows))).toEqual([]);
      }
  });
});

const isOfAdmission = (rule: string): boolean => /dmi(t|ssion)|acceptsResponsibility/.test(rule);
