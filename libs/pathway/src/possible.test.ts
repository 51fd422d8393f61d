import { bankHolidays } from '#calendar';
import { fits } from './allowed.js';
import { type CaseFacts } from './case-facts.js';
import { decideOn } from './decide.js';
import { learn, without } from './learn/learn.js';
import { everyVariant } from './model/event-variants.js';
import { pathwayOf, pathways } from './pathways.js';
import { possible } from './possible.js';
import { playSituation, type Step } from './situations/situation.js';
import { situationsOf } from './situations/situations-of.js';
import { usualChild } from './situations/usual-steps.js';
import { openStates } from './states.js';

const pathway = pathwayOf('vale-oocd', 1);
const context = { on: '2026-11-24', calendar: bankHolidays };
const of = (state: Parameters<typeof possible>[1], facts: CaseFacts) =>
  new Map(possible(pathway, state, facts, context).map((one) => [one.event, one]));

describe('what may happen next, asked before the click', () => {
  it('names an event once, open or with the rules that stand in the way', () => {
    const next = of('awaitingPanel', without(usualChild, ['policeFile']));
    expect(next.get('caseUnlisted')).toEqual({ event: 'caseUnlisted', open: true });
    expect(next.get('caseListed')).toMatchObject({
      open: false,
      because: 'law',
      rules: [{ rule: 'policeFileIsThere', answer: 'unknown' }],
    });
    expect(next.has('caseAllocated')).toBe(false);
  });

  it('an event that names an outcome is open while one outcome is, and says which, least intrusive first', () => {
    const facts: CaseFacts = { ...usualChild, admissionNoted: 'NO_COMMENT' };
    expect(of('awaitingReconsideration', facts).get('decisionTakenAfresh')).toMatchObject({
      open: true,
      outcomes: ['nfa', 'o22', 'yrd', 'o23', 'court'],
    });
  });

  it('what the event itself will say is not held against it: the safeguards of a giving are asked at the giving', () => {
    expect(of('awaitingDelivery', { ...usualChild, outcome: 'yc' }).get('disposalGiven')).toEqual({
      event: 'disposalGiven',
      open: true,
    });
    const eighteen: CaseFacts = { ...usualChild, outcome: 'yc', bornOn: '2008-11-24' };
    expect(of('awaitingDelivery', eighteen).get('disposalGiven')).toMatchObject({
      open: false,
      rules: [{ rule: 'childIsUnderEighteenAtCaution' }],
    });
  });

  it('a departure that may be challenged is asked about the outcome it would become', () => {
    const facts: CaseFacts = {
      ...usualChild,
      outcome: 'o22',
      departure: 'yc',
      admissionWithdrawn: true,
      decision: { hasReasons: true, hasDiversity: true, hasWhyNothingLessIntrusive: true },
      policeDecision: { by: 'P', on: '2026-11-24', isAuthorised: true },
    };
    expect(of('awaitingChallenge', facts).get('departureStands')).toMatchObject({
      open: false,
      rules: [{ rule: 'childAdmits' }],
    });
  });

  it('nothing that helps names an admission, a consent or an answer of the child', () => {
    const silent: CaseFacts = { ...usualChild, admissionNoted: 'NONE' };
    for (const state of openStates) {
      for (const { rules = [] } of of(state, { ...silent, outcome: 'ycc' }).values()) {
        for (const { rule, help } of rules)
          if (/admi|consent|agree|sign/i.test(rule)) expect({ rule, help }).toEqual({ rule, help: 'none' });
      }
    }
  });

  it('agrees with decide: what is refused by every form of an event was not said to be open by law alone', () => {
    for (const state of openStates) {
      const next = of(state, usualChild);
      for (const event of everyVariant) {
        const verdict = decideOn(pathway, state, usualChild, event, context);
        const isHeard =
          pathway.table[state][event.type]?.some(({ guard }) => fits(guard, learn(usualChild, event, context.on))) === true;
        if (verdict.ok)
          expect({ state, event: event.type, open: next.get(event.type)?.open }).toEqual({
            state,
            event: event.type,
            open: true,
          });
        if (isHeard)
          expect({ state, event: event.type, isListed: next.has(event.type) }).toEqual({
            state,
            event: event.type,
            isListed: true,
          });
      }
    }
  });

  it.each(pathways())('holds at every step of every situation of $name: what came about had been said to be possible', (one) => {
    for (const { title, facts, steps } of situationsOf(one)) {
      let state = one.beginning.state;
      let known = facts;
      for (const { event, on } of steps as readonly Step[]) {
        const day = { ...context, on };
        const open = possible(one, state, known, day).some((next) => next.event === event.type && next.open);
        const verdict = decideOn(one, state, known, event, day);
        if (!verdict.ok) continue;
        expect({ title, event: event.type, open }).toEqual({ title, event: event.type, open: true });
        ({ state, facts: known } = verdict);
      }
      expect(playSituation(one, { number: null, title, facts, steps })).toBeNull();
    }
  });

  it('offers the outcomes of the pathway and no others', () => {
    const next = possible(pathwayOf('divert', 1), 'awaitingReconsideration', usualChild, context);
    expect(next.find(({ event }) => event === 'decisionTakenAfresh')?.outcomes).toEqual(['nfa', 'o22', 'yrd']);
  });
});
