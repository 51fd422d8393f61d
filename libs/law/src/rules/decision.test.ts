import { type OffenceFact } from '../facts.js';
import { ask } from '../ordinary-case.js';

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
});
