import { type OffenceFact } from '../facts.js';
import { ask, judged } from '../ordinary-case.js';

const decision = { hasReasons: true, hasDiversity: true, hasWhyNothingLessIntrusive: true };
const scored = (start: number, adjustment: number, final: number): readonly OffenceFact[] => [
  { code: 'TH68010', on: '2026-11-14', gravity: { start, adjustment, final, isScorerNamed: true } },
];

describe('the decision record', () => {
  it('local policy (decisionHasReasons): a decision has reasons', () => {
    expect(ask('decisionHasReasons', { decision })).toBe('met');
    expect(ask('decisionHasReasons', { decision: { ...decision, hasReasons: false } })).toBe('notMet');
    expect(ask('decisionHasReasons')).toBe('unknown');
  });

  it('Vale pack (diversityIsAnswered): diversity is a question of every decision', () => {
    expect(ask('diversityIsAnswered', { decision })).toBe('met');
    expect(ask('diversityIsAnswered', { decision: { ...decision, hasDiversity: false } })).toBe('notMet');
    expect(ask('diversityIsAnswered')).toBe('unknown');
  });

  it('local policy (lessIntrusiveIsConsidered): why nothing less intrusive would do; below no further action there is nothing', () => {
    const without = { ...decision, hasWhyNothingLessIntrusive: false };
    expect(ask('lessIntrusiveIsConsidered', { decision, outcome: 'yc' })).toBe('met');
    expect(ask('lessIntrusiveIsConsidered', { decision: without, outcome: 'o22' })).toBe('notMet');
    expect(ask('lessIntrusiveIsConsidered', { decision: without, outcome: 'nfa' })).toBe('doesNotApply');
    expect(ask('lessIntrusiveIsConsidered')).toBe('unknown');
  });

  it('NPCC matrix (gravityIsScored): each offence has a score of 1 to 5, on no other scale', () => {
    expect(ask('gravityIsScored', { offences: scored(1, 0, 1) })).toBe('met');
    expect(ask('gravityIsScored', { offences: scored(5, 0, 5) })).toBe('met');
    expect(ask('gravityIsScored', { offences: scored(0, 0, 0) })).toBe('notMet');
    expect(ask('gravityIsScored', { offences: scored(6, 0, 6) })).toBe('notMet');
    expect(ask('gravityIsScored', { offences: [{ code: 'TH68023', on: '2026-11-14' }] })).toBe('unknown');
  });

  it('NPCC matrix, factors (gravityMovesAtMostOnePoint): one point either way, clamped to 1 and 5', () => {
    const moved = (...parts: [number, number, number]) => ask('gravityMovesAtMostOnePoint', { offences: scored(...parts) });
    expect(moved(3, 1, 4)).toBe('met');
    expect(moved(3, -1, 2)).toBe('met');
    expect(moved(5, 1, 5)).toBe('met');
    expect(moved(1, -1, 1)).toBe('met');
    expect(moved(2, 2, 4)).toBe('notMet');
    expect(moved(3, -2, 1)).toBe('notMet');
    expect(moved(3, 0, 4)).toBe('notMet');
    expect(ask('gravityMovesAtMostOnePoint', { offences: undefined })).toBe('unknown');
  });

  it('NPCC matrix, departures (departureHasReasons): allowed with reasons, in either direction', () => {
    const rule = 'departureHasReasons';
    const bare = { ...decision, hasReasons: false };
    expect(ask(rule, { offences: scored(3, 0, 3), outcome: 'yc', decision: bare })).toBe('doesNotApply');
    expect(ask(rule, { offences: scored(3, 0, 3), outcome: 'o22', decision: bare })).toBe('notMet');
    expect(ask(rule, { offences: scored(3, 0, 3), outcome: 'o22', decision })).toBe('met');
    expect(ask(rule, { offences: [{ code: 'TH68010', on: '2026-11-14' }], outcome: 'yc', decision })).toBe('unknown');
  });

  it('HMIP standards, our reading (informationConsideredIsNamed): blank is a finding that stops nobody, until it is confirmed', () => {
    const rule = 'informationConsideredIsNamed';
    expect(ask(rule, { decision: { ...decision, hasInformation: true } })).toBe('met');
    expect(judged(rule, { decision })).toMatchObject({ answer: 'unknown', help: 'record', blocks: false });
    expect(judged(rule, { decision: { ...decision, hasInformation: false } })).toMatchObject({
      answer: 'unknown',
      blocks: false,
    });
    const standings = { [rule]: { '2013-04-08': { status: 'verified', by: 'P-ADMIN', on: '2026-11-24' } } } as const;
    expect(judged(rule, { decision }, { standings })).toMatchObject({ answer: 'unknown', blocks: true });
  });

  it('HMIP standards, our reading (whatWasSaidIsOnRecord): silence is on record as well, and nobody is sent to ask', () => {
    const rule = 'whatWasSaidIsOnRecord';
    for (const admissionNoted of ['FULL', 'NONE', 'NO_COMMENT', 'NOT_INTERVIEWED'] as const)
      expect(ask(rule, { admissionNoted })).toBe('met');
    expect(judged(rule, { admissionNoted: undefined })).toMatchObject({ answer: 'unknown', help: 'none', blocks: false });
  });

  it('local policy (gravityScorerIsNamed): a score without a name is no score to decide beside', () => {
    const rule = 'gravityScorerIsNamed';
    const by = (isScorerNamed: boolean) => ({
      offences: [{ code: 'TH68010', on: '2026-11-14', gravity: { start: 2, adjustment: 0, final: 2, isScorerNamed } }],
    });
    expect(ask(rule, by(true))).toBe('met');
    expect(judged(rule, by(false))).toMatchObject({ answer: 'unknown', missing: ['gravity'], help: 'record', blocks: true });
    expect(ask(rule, { offences: undefined })).toBe('unknown');
  });

  it('NPCC matrix, factors (gravityFactorsAreListed): a score that was moved lists what moved it, up and down', () => {
    const rule = 'gravityFactorsAreListed';
    const moved = (adjustment: number, hasFactors?: boolean) => ({
      offences: scored(3, adjustment, 3 + adjustment).map((one) => ({
        ...one,
        gravity: {
          start: 3,
          adjustment,
          final: 3 + adjustment,
          isScorerNamed: true,
          ...(hasFactors !== undefined && { hasFactors }),
        },
      })),
    });
    expect(ask(rule, moved(0))).toBe('doesNotApply');
    for (const adjustment of [-1, 1]) {
      expect(ask(rule, moved(adjustment, true))).toBe('met');
      expect(judged(rule, moved(adjustment, false))).toMatchObject({ answer: 'unknown', missing: ['gravity'], blocks: true });
      expect(judged(rule, moved(adjustment))).toMatchObject({ answer: 'unknown', missing: ['gravity'], blocks: true });
    }
  });
});
