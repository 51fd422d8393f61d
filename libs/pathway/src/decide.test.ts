import { bankHolidays } from '#calendar';
import { type CaseFacts } from './case-facts.js';
import { type CaseState, decide } from './decide.js';
import { without } from './learn/learn.js';
import { type State } from './states.js';
import { gives, panelSays, usualChild } from './situations/usual-steps.js';
import { pathwayOf, pathways } from './pathways.js';

const context = { on: '2026-11-24', calendar: bankHolidays };
const at = (state: State): CaseState => ({ pathway: 'vale-oocd', version: 1, state });
const seated: CaseFacts = {
  ...usualChild,
  panel: {
    present: [
      { person: 'P-1', role: 'policeDecisionMaker', isPoliceDecider: true },
      { person: 'P-2', role: 'chair', isYouthJustice: true },
    ],
    conflicts: [],
    hasVictimInput: true,
    isOpen: true,
  },
};

describe('decide', () => {
  it('answers with the next state, the facts from then on, what is to be done and every rule that was asked', () => {
    const verdict = decide(at('atPanel'), seated, panelSays('yc'), context);
    expect(verdict).toMatchObject({
      ok: true,
      state: 'awaitingPoliceDecision',
      facts: { outcome: 'yc', decidedOn: '2026-11-24', panel: { isOpen: false } },
      effects: [
        { type: 'stopClock', clock: 'panel' },
        { type: 'startClock', clock: 'delivery' },
        { type: 'startClock', clock: 'policeDecision' },
      ],
    });
    const rules = verdict.ok ? verdict.applied.map(({ rule }) => rule) : [];
    expect(rules).toEqual(expect.arrayContaining(['policeDeciderIsPresent', 'decisionHasReasons', 'childAdmits']));
  });

  it('refuses with the rules that stand in the way, each with its source, and nothing else', () => {
    const verdict = decide(at('atPanel'), { ...seated, admissionNoted: 'NONE' }, panelSays('yc'), context);
    expect(verdict).toMatchObject({
      ok: false,
      because: 'law',
      rules: [{ rule: 'childAdmits', answer: 'notMet', help: 'none', source: { at: 's.66ZA(1)(b)' } }],
    });
  });

  it('never takes unknown for met: a safeguard that nobody recorded stops the giving', () => {
    const facts: CaseFacts = { ...without(seated, ['explanationWrittenOn']), outcome: 'yc' };
    const verdict = decide(at('awaitingDelivery'), facts, gives(), context);
    expect(verdict).toMatchObject({ ok: false, because: 'law', rules: [{ rule: 'twoClearDaysForAdvice', answer: 'unknown' }] });
  });

  it('says what may happen instead of what the state does not hear', () => {
    const verdict = decide(at('awaitingAllocation'), usualChild, gives(), context);
    expect(verdict).toMatchObject({ ok: false, because: 'notNow' });
    expect(!verdict.ok && verdict.because === 'notNow' ? verdict.possible : []).toEqual(
      expect.arrayContaining(['caseAllocated', 'referralReturned', 'divertedAtTriage', 'caseWithdrawn']),
    );
  });

  it('a branch of another outcome is no refusal by law: a caution is not refused for want of consent, it is never asked for it', () => {
    expect(decide(at('awaitingDelivery'), { ...seated, outcome: 'yc' }, { type: 'consentNotGiven' }, context)).toMatchObject({
      ok: false,
      because: 'notNow',
    });
  });

  it('is told by the ending, not by the outcome on record, which crime outcome fits', () => {
    const facts: CaseFacts = { ...usualChild, outcome: 'yc', ending: 'withdrawn' };
    const recorded = (outcomeNumber: string) =>
      decide(at('awaitingCrimeOutcome'), facts, { type: 'crimeOutcomeRecorded', outcomeNumber, pnc: 'notDue' }, context).ok;
    expect(recorded('10')).toBe(true);
    expect(recorded('3')).toBe(false);
  });
});

describe('the registry of pathways', () => {
  it('finds a pathway by name and version', () => {
    expect(pathways().map(({ name, version }) => `${name} ${version}`)).toEqual(['vale-oocd 1', 'youth-bureau 1', 'divert 1']);
    expect(pathwayOf('vale-oocd', 1).beginning.state).toBe('awaitingAllocation');
    expect(pathwayOf('divert', 1).beginning.state).toBe('awaitingEligibilityCheck');
  });

  it('throws for one that never was: a row cannot name it', () => {
    expect(() => pathwayOf('vale-oocd', 2)).toThrow('No pathway vale-oocd version 2');
  });
});
