import { bankHolidays } from '#calendar';
import { disposalsOn } from './disposals-on.js';
import { ruleIds, ruleOf } from './index.js';
import { standsInTheWay } from './judge.js';
import { caseWith, judged } from './ordinary-case.js';
import { type RuleStandings } from './rule.js';

const said = (status: 'verified' | 'toBeConfirmed', version = '2026-01-01') => ({
  [version]: { status, by: 'A. Sample, solicitor', on: '2026-11-20' },
});
/** 18 by the day of giving: outcome 23 was made for children, and which date counts is to be confirmed. */
const ofAge = caseWith({ bornOn: '2008-11-24' });
const o23 = (standings?: RuleStandings) =>
  disposalsOn(ofAge, '2026-11-24', bankHolidays, standings && { standings }).find(({ disposal }) => disposal === 'o23');

describe('what is to be confirmed, and what somebody confirmed', () => {
  it('an unconfirmed rule that only takes an option away warns; confirmed it blocks; taken back it warns again', () => {
    expect(o23()?.warnings).toContain('deferralIsForChildren');
    expect(o23()?.status).not.toBe('notAllowed');
    expect(o23({ deferralIsForChildren: said('verified') })).toMatchObject({ status: 'notAllowed', warnings: [] });
    expect(o23({ deferralIsForChildren: said('toBeConfirmed') })).toEqual({
      ...o23(),
      rules: expect.arrayContaining([
        expect.objectContaining({ rule: 'deferralIsForChildren', standing: { by: 'A. Sample, solicitor', on: '2026-11-20' } }),
      ]) as unknown,
    });
  });

  it('says who gave it its status and when, and nothing where it has the one it was written down with', () => {
    const answer = judged('deferralIsForChildren', {}, { standings: { deferralIsForChildren: said('verified') } });
    expect(answer).toMatchObject({ status: 'verified', standing: { by: 'A. Sample, solicitor', on: '2026-11-20' } });
    expect(judged('deferralIsForChildren', {})).not.toHaveProperty('standing');
  });

  it('a rule that protects the child blocks whatever is said of it', () => {
    const taken = { childIsUnderEighteenAtCaution: said('toBeConfirmed', '2013-04-08') };
    const answer = judged('childIsUnderEighteenAtCaution', { bornOn: '2008-11-24' }, { standings: taken });
    expect(answer).toMatchObject({ answer: 'notMet', status: 'toBeConfirmed', blocks: true });
    expect(standsInTheWay(answer, 'deciding')).toBe(true);
  });

  it('a verified rule that protects nobody only warns once it is to be confirmed', () => {
    const taken = { inspectorAuthorisesResolution: said('toBeConfirmed', '2013-04-08') };
    const { blocks } = judged('inspectorAuthorisesResolution', {}, { standings: taken });
    expect([judged('inspectorAuthorisesResolution', {}).blocks, blocks]).toEqual([true, false]);
  });

  it('is about one version: a newer one must be confirmed anew, and an unknown rule disturbs nothing', () => {
    const old = { deferralIsForChildren: said('verified', '2025-01-01'), ruleOfOldTimes: said('verified') };
    expect(o23(old)).toEqual(o23());
  });

  it('changes no answer, only what an answer does: over every rule', () => {
    for (const rule of ruleIds) {
      const [{ inForce }] = ruleOf(rule);
      for (const status of ['verified', 'toBeConfirmed'] as const) {
        const standings = { [rule]: said(status, inForce.from) };
        const { answer, missing } = judged(rule, {}, { standings });
        expect([rule, answer, missing]).toEqual([rule, judged(rule, {}).answer, judged(rule, {}).missing]);
      }
    }
  });
});
