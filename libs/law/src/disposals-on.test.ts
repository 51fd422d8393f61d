import * as fc from 'fast-check';
import { bankHolidays } from '#calendar';
import { disposals } from './disposal.js';
import { disposalRules } from './disposal-rules.js';
import { disposalsOn } from './disposals-on.js';
import { factRows } from './fact-rows.js';
import { type FactName, type Facts } from './facts.js';
import { caseWith, ordinaryCase, today } from './ordinary-case.js';
import { judge } from './judge.js';
import { ruleOf } from './judge.js';
import { ruleIds } from './rule-id.js';

const on = today.on;
const answersFor = (facts: Facts, day = on) => disposalsOn(facts, day, bankHolidays);
const answer = (facts: Facts, disposal: (typeof disposals)[number], day = on) =>
  answersFor(facts, day).find((each) => each.disposal === disposal);

// Any mixture of known and unknown facts, and of values that move an answer.
const someFacts = fc
  .record(
    {
      receivedAt: fc.constant('2026-11-23T10:15:00.000Z'),
      source: fc.constantFrom('VOLUNTARY_ATTENDANCE', 'COURT_RETURN', 'STREET_CR_NOTICE'),
      bornOn: fc.constantFrom('2008-11-24', '2008-11-25', '2008-12-22', '2012-03-14', '2016-11-15'),
      offences: fc.array(
        fc.record(
          {
            code: fc.constantFrom('TH68010', 'CJ88116', 'TH68023', 'PU86149', 'PK78003', 'CJ88152', 'XX00001'),
            on: fc.constantFrom('2026-05-24', '2026-06-08', '2026-11-14'),
            gravity: fc.constantFrom(2, 4, 5).map((final) => ({ start: final, adjustment: 0, final, isScorerNamed: true })),
          },
          { requiredKeys: ['code', 'on'] },
        ),
        { maxLength: 2 },
      ),
      admissionNoted: fc.constantFrom('FULL', 'PARTIAL', 'ACCEPTS_RESPONSIBILITY', 'NONE', 'NO_COMMENT', 'NOT_INTERVIEWED'),
      admissionWithdrawn: fc.boolean(),
      interviewAdult: fc.record({ isSuitable: fc.boolean(), isOverEighteen: fc.boolean(), isEmployedByPolice: fc.boolean() }),
      evidence: fc.record({ level: fc.constantFrom('offenceTookPlace', 'enoughToCharge', 'fullCodeTest'), isMet: fc.boolean() }),
      trafficking: fc.record({ isReferred: fc.boolean() }),
      court: fc.constant({ chargedOn: '2026-10-01' }),
      wasOutsideDwelling: fc.boolean(),
      inspectorAuthority: fc.boolean(),
      seniorOfficerApproval: fc.boolean(),
      resolutionNumber: fc.constantFrom('8', '22'),
      planEndsOn: fc.constantFrom('2026-12-10', '2027-05-01'),
      lifted: fc.constant(['planEndsBeforeChargingLimit', 'twoClearDaysForAdvice']),
    },
    { requiredKeys: [] },
  )
  .map((facts) => facts as Facts);

describe('the seven disposals on a day', () => {
  it('stand in one order, whatever the facts, and nothing marks one of them out', () => {
    fc.assert(
      fc.property(someFacts, (facts) => {
        const answers = answersFor(facts);
        expect(answers.map(({ disposal }) => disposal)).toEqual(disposals);
        expect(new Set(answers.map((each) => Object.keys(each).join())).size).toBe(1);
      }),
    );
  });

  it('have a status that follows from their rules', () => {
    fc.assert(
      fc.property(someFacts, (facts) => {
        for (const { status, rules, needs, outcomeNumbers } of answersFor(facts)) {
          const blocking = rules.filter(({ blocks }) => blocks);
          const broken = blocking.filter((rule) => rule.answer === 'notMet');
          if (status === 'allowed') expect(blocking.every((rule) => rule.answer === 'met')).toBe(true);
          if (status === 'needs') expect([broken.length, blocking.some((rule) => rule.answer === 'unknown')]).toEqual([0, true]);
          if (status === 'notAllowedLocally') expect(broken.every(({ reach }) => reach === 'local')).toBe(true);
          if (status === 'notAllowed')
            expect([broken.some(({ reach }) => reach !== 'local'), outcomeNumbers]).toEqual([true, []]);
          if (status !== 'needs') expect(needs).toEqual([]);
          for (const need of needs) expect(need).toMatch(/^(record|obtain|wait): [a-zA-Z]+$/);
        }
      }),
    );
  });

  it('never ask anybody for an admission, a consent, an answer, an age', () => {
    const forbidden = /admission|consent|sign|adviceAnswer|adviceTaken|born|age|wish|ethnic/i;
    fc.assert(
      fc.property(someFacts, (facts) =>
        answersFor(facts).every(({ needs }) => needs.every((need) => !forbidden.test(need.split(': ')[1] ?? ''))),
      ),
    );
  });

  it('are never made allowed by taking a needed fact away: unknown does not pass and does not accuse', () => {
    fc.assert(
      fc.property(someFacts, fc.constantFrom(...ruleIds), (facts, rule) => {
        const needs: readonly FactName[] = ruleOf(rule).flatMap(({ needs: names }) => [...names]);
        for (const name of needs) {
          const { [name]: gone, ...rest } = facts;
          expect([gone, judge(rule, rest, today).answer]).toEqual([gone, 'unknown']);
        }
      }),
    );
  });

  it('say nothing, and accuse of nothing, where nothing is known', () => {
    const answers = answersFor({});
    expect(answers.map(({ status }) => status)).toEqual(disposals.map(() => 'needs'));
    expect(answers.flatMap(({ rules }) => rules).filter((each) => each.answer === 'notMet')).toEqual([]);
  });
});

describe('statuses', () => {
  it('all seven are allowed in the ordinary case', () => {
    expect(answersFor(ordinaryCase).map(({ status }) => status)).toEqual(disposals.map(() => 'allowed'));
  });

  it('a child under ten: only no further action, as outcome 11', () => {
    const answers = answersFor(caseWith({ bornOn: '2017-01-01' }));
    expect(answers.map(({ status }) => status)).toEqual(['allowed', ...Array.from({ length: 6 }, () => 'notAllowed')]);
    expect(answers[0]?.outcomeNumbers).toEqual(['11']);
  });

  it('a local guard that a sergeant lifted no longer stands in the way, and is shown as a warning', () => {
    const offences = [
      { code: 'CJ88116', on: '2026-06-01', triable: 'summary', gravity: ordinaryCase.offences?.[0]?.gravity },
    ] as const;
    const facts = caseWith({ offences: offences as unknown as NonNullable<Facts['offences']> });
    expect(answer(facts, 'ycc')).toMatchObject({ status: 'notAllowedLocally', outcomeNumbers: ['2'], needs: [] });
    const lifted = answer({ ...facts, lifted: ['planEndsBeforeChargingLimit'], givingOn: '2026-11-30' }, 'ycc');
    expect(lifted).toMatchObject({ status: 'allowed', warnings: ['planEndsBeforeChargingLimit'] });
  });

  it('an unconfirmed rule that only takes an option away warns: outcome 23 after the 18th birthday', () => {
    expect(answer(caseWith({ bornOn: '2008-11-24' }), 'o23')).toMatchObject({
      status: 'allowed',
      warnings: ['deferralIsForChildren'],
    });
  });

  it('an unconfirmed rule that protects blocks: a youth caution after the 18th birthday', () => {
    const caution = answer(caseWith({ bornOn: '2008-11-24' }), 'yc');
    expect(caution).toMatchObject({ status: 'notAllowed', outcomeNumbers: [] });
    expect(caution?.rules.find(({ rule }) => rule === 'childIsUnderEighteenAtCaution')).toMatchObject({
      status: 'toBeConfirmed',
      blocks: true,
    });
  });

  it('silence: neither caution, and the rest rests on no admission', () => {
    const offences = [{ ...(ordinaryCase.offences?.[0] ?? { on }), code: 'TH68006', on: '2026-11-14' }];
    const facts = caseWith({ admissionNoted: 'NO_COMMENT', offences });
    expect(answersFor(facts).map(({ status }) => status)).toEqual([
      'allowed',
      'allowed',
      'needs',
      'needs',
      'notAllowed',
      'notAllowed',
      'needs',
    ]);
    expect(answer(facts, 'yrd')).toMatchObject({ needs: ['record: resolutionNumber'], outcomeNumbers: ['22'] });
    expect(answer(facts, 'court')).toMatchObject({ needs: ['obtain: cps'] });
  });

  it('the shop theft of a silent child stays a matter for the police to charge', () => {
    const court = answer(caseWith({ admissionNoted: 'NO_COMMENT' }), 'court');
    expect(court).toMatchObject({ status: 'allowed' });
  });

  it('a deferral before outcome 23 existed was recorded under 22', () => {
    const facts = caseWith({ receivedAt: '2025-11-24T10:00:00.000Z' });
    expect(answer(facts, 'o23', '2025-12-31')?.outcomeNumbers).toEqual(['22']);
    expect(answer(facts, 'o23', '2026-01-01')?.outcomeNumbers).toEqual(['23']);
  });

  it('every rule says what it looked at, by the names of the facts and never by their values', () => {
    const looked = (facts: Facts, rule: (typeof ruleIds)[number]) => judge(rule, facts, today).looksAt;
    expect(looked(ordinaryCase, 'childIsTenOrOver')).toEqual(['bornOn', 'offences']);
    expect(looked(ordinaryCase, 'childAdmits')).toEqual([
      'admissionWithdrawn',
      'admissionHeard',
      'admissionIndicated',
      'admissionNoted',
    ]);
    expect(looked({}, 'childIsTenOrOver')).toEqual(['bornOn', 'offences']);
    fc.assert(
      fc.property(someFacts, fc.constantFrom(...ruleIds), (facts, rule) => {
        const { looksAt, missing } = judge(rule, facts, today);
        expect(looksAt.filter((fact) => !(fact in factRows))).toEqual([]);
        expect(missing.filter((fact) => fact in factRows && !looksAt.includes(fact as FactName))).toEqual([]);
        expect(looksAt.length).toBeLessThan(10);
      }),
    );
  });

  it('a rule that does not concern the case is met and says so; one that concerns it, or every case, says nothing of that', () => {
    const rules = answersFor(ordinaryCase).flatMap((each) => each.rules);
    const apart = rules.filter((rule) => 'applies' in rule);
    expect(new Set(apart.map(({ answer: said, applies }) => [said, applies].join()))).toEqual(new Set(['met,false']));
    expect(apart.map(({ rule }) => rule)).toContain('prosecutorAuthorisesIndictableCaution');
    expect(apart.filter(({ rule }) => ruleOf(rule).some(({ concerns }) => concerns === undefined))).toEqual([]);
    const robbery = caseWith({ offences: [{ code: 'TH68023', on, triable: 'indictable-only' }] });
    for (const changed of [robbery, { ...robbery, offences: undefined }] as Facts[])
      expect(judge('prosecutorAuthorisesIndictableCaution', changed, today)).not.toHaveProperty('applies');
  });

  it('every rule of a disposal is answered with version, source and help', () => {
    for (const { disposal, rules } of answersFor(ordinaryCase)) {
      expect(rules.map(({ rule }) => rule)).toEqual(disposalRules[disposal]);
      for (const rule of rules) expect(rule).toMatchObject({ version: expect.any(String) as string, missing: [], help: 'none' });
    }
  });
});
