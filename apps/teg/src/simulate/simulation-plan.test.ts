import { ageOn, bankHolidays, londonDay } from '#calendar';
import { diceOf } from './dice.js';
import { proportions } from './proportions.js';
import { isCovered, planDigest, simulationPlan } from './simulation-plan.js';
import names from './names.json' with { type: 'json' };

type Notice = { child: { given_name: string; family_name: string; date_of_birth: string }; offences: [{ cjs_code: string; offence_date: string }]; custody_or_va_reference: string; preferred_language: string; admission: { overall: string } };
type PoliceFile = { ethnicity_self_defined: string; care_status: string; sex: string; needs: { ace_count_known: number; missing_episodes_12_months: number; slcn: string } };

const year = simulationPlan({ seed: '1', years: 1 });
const many = simulationPlan({ seed: '7', years: 1, referrals: 4000 });
const notices = many.cases.map(({ notice }) => notice as unknown as Notice);
const files = many.cases.map(({ policeFile }) => policeFile as unknown as PoliceFile);
const share = (is: readonly boolean[]) => is.filter(Boolean).length / is.length;

describe('the plan of a simulation', () => {
  it('is the same for the same seed, byte for byte, and another for another', () => {
    expect(planDigest(year)).toBe(planDigest(simulationPlan({ seed: '1', years: 1 })));
    expect(planDigest(year)).not.toBe(planDigest(simulationPlan({ seed: '2', years: 1 })));
    // Written down, so that a change of the dice or of a proportion is one on purpose.
    expect(planDigest(simulationPlan({ seed: '1', years: 1, referrals: 10 }))).toBe('29e96d89c44dd2335e1c1a869b6dfcd5881e4224bb06e141db29757b25b400d5');
  });

  it('has as many referrals as are published for a year, in the order in which they come in', () => {
    expect(year.cases).toHaveLength(77);
    expect(simulationPlan({ seed: '1', years: 2 }).cases).toHaveLength(154);
    const received = year.cases.map(({ receivedAt }) => receivedAt);
    expect(received).toEqual([...received].sort());
    for (const at of received) expect([at, londonDay(at) >= year.from && londonDay(at) < year.until]).toEqual([at, true]);
  });

  it('keeps the published proportions, and says of each where it comes from', () => {
    const offences = notices.map(({ offences: [{ cjs_code }] }) => cjs_code);
    const commonOrWorker = ['CJ88001', 'CJ88116', 'CJ88160'];
    const violence = [...commonOrWorker, 'OF61102', 'CD98070', 'PL96001'];
    expect(share(offences.map((code) => violence.includes(code)))).toBeCloseTo(44 / 74, 1);
    expect(share(offences.filter((code) => violence.includes(code)).map((code) => commonOrWorker.includes(code)))).toBeCloseTo(27 / 44, 1);
    expect(share(offences.map((code) => code === 'TH68023'))).toBeCloseTo(3 / 74, 1);
    expect(share(files.map(({ needs }) => needs.ace_count_known >= 4))).toBeCloseTo(0.58, 1);
    expect(share(files.map(({ needs }) => needs.missing_episodes_12_months > 0))).toBeCloseTo(0.33, 1);
    const need = share(files.map(({ needs }) => needs.slcn === 'identified need'));
    expect(need > 0.09 && need < 0.19).toBe(true);
    expect(share(files.map(({ ethnicity_self_defined: group }) => !['W1', 'W9', 'NS'].includes(group)))).toBeCloseTo(8 / 23, 1);
    for (const { source } of proportions) expect(source).toMatch(/^(sheet \d|assumed$)/);
    expect(proportions.some(({ source }) => source === 'assumed')).toBe(true);
  });

  it('is about children of ten and over who are invented, each with numbers of their own', () => {
    const words = [...names.family, ...names.boys, ...names.girls];
    for (const { child, offences: [{ offence_date: on }] } of notices) {
      const age = ageOn(child.date_of_birth, on);
      expect([child.date_of_birth, age >= 10 && age < 18]).toEqual([child.date_of_birth, true]);
      for (const word of [child.given_name, ...child.family_name.split('-')]) expect(words).toContain(word);
    }
    expect(new Set(notices.map(({ custody_or_va_reference: own }) => own)).size).toBe(notices.length);
  });

  it('draws a child without regard to how many others there are', () => {
    const [first] = simulationPlan({ seed: '1', years: 1, referrals: 5 }).cases;
    const [again] = simulationPlan({ seed: '1', years: 1, referrals: 50 }).cases;
    expect(again?.turns).toEqual(first?.turns);
  });

  it('stays within the calendar that is known', () => {
    expect([1, 2, 3].map((years) => isCovered('2026-04-01', years))).toEqual([true, true, false]);
    expect(simulationPlan({ seed: '1', years: 2 }).until < bankHolidays.covers.to).toBe(true);
  });
});

describe('the dice', () => {
  it('fall evenly, and the same for the same text', () => {
    const [one, other] = [diceOf('a'), diceOf('a')];
    const thrown = Array.from({ length: 6000 }, () => one.whole(1, 6));
    expect(thrown).toEqual(Array.from({ length: 6000 }, () => other.whole(1, 6)));
    for (const side of [1, 2, 3, 4, 5, 6]) expect(Math.abs(thrown.filter((one) => one === side).length - 1000)).toBeLessThan(120);
  });

  it('order by weight, and never draw what weighs nothing', () => {
    const dice = diceOf('order');
    const firsts = Array.from({ length: 3000 }, () => dice.order([{ is: 'a', weight: 3 }, { is: 'b', weight: 1 }, { is: 'c', weight: 0 }]).map(({ is }) => is).join(''));
    expect(new Set(firsts)).toEqual(new Set(['ab', 'ba']));
    expect(share(firsts.map((order) => order === 'ab'))).toBeCloseTo(0.75, 1);
  });
});
