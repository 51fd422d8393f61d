import { bankHolidays, type Calendar, type CalendarDay } from '#calendar';
import { type RuleId } from '#law';
import { type CaseFacts } from '../case-facts.js';
import { decideOn } from '../decide.js';
import { type CaseEvent } from '../events/case-event.js';
import { type Effect, type Pathway } from '../pathway.js';
import { type State } from '../states.js';
import { misread, type Reading } from './reading.js';

/** Where the event leads, or how it is refused: not in this state, or by exactly these rules. */
export type Then = State | 'notNow' | readonly RuleId[];
/** `start panel`, `stop panel`, `end victimTold`, `record`. */
export type Does = string;
/** An event, what comes of it, and, where it matters, all that is to be done and what the law reads of the case from then on. */
export type Step = {
  readonly event: CaseEvent;
  readonly then: Then;
  readonly does?: readonly Does[];
  readonly reads?: Reading;
  readonly on: CalendarDay;
  /** The bank holidays known at that time, where they differ from today's. */
  readonly calendar?: Calendar;
};

/** A story told in events. `number` is the row of the field's list of tricky situations; null where it is an ordinary way. */
export type Situation = {
  readonly number: number | null;
  readonly title: string;
  readonly facts: CaseFacts;
  readonly steps: readonly Step[];
};

export const usualDay: CalendarDay = '2026-11-24';
export const step = (event: CaseEvent, then: Then, does?: readonly Does[]): Step => ({
  event,
  then,
  on: usualDay,
  ...(does && { does }),
});
/** The step, and what the law reads afterwards. */
export const reading = (one: Step, reads: Reading): Step => ({ ...one, reads });
/** The same steps on another day. */
export const day = (on: CalendarDay, ...steps: readonly Step[]): readonly Step[] => steps.map((one) => ({ ...one, on }));

const verbs = { startClock: 'start', stopClock: 'stop', startDuty: 'start', endDuty: 'end' } as const;
const said = (effect: Effect): Does => {
  if (effect.type === 'record') return 'record';
  return `${verbs[effect.type]} ${'clock' in effect ? effect.clock : effect.duty}`;
};
const sorted = (texts: readonly string[]): string => [...texts].sort().join(', ');

/** Plays a situation; null, or the first step that went otherwise. */
export function playSituation(pathway: Pathway, { facts, steps }: Situation): string | null {
  let state = pathway.beginning.state;
  let known = facts;
  for (const [place, { event, then, does, reads = {}, on, calendar = bankHolidays }] of steps.entries()) {
    const verdict = decideOn(pathway, state, known, event, { on, calendar });
    const came = verdict.ok
      ? verdict.state
      : verdict.because === 'law'
        ? sorted(verdict.rules.map(({ rule }) => rule))
        : 'notNow';
    const expected = typeof then === 'string' ? then : sorted(then);
    if (came !== expected) return `step ${place + 1}, ${event.type} in ${state}: ${came} instead of ${expected}`;
    if (verdict.ok) {
      const done = sorted(verdict.effects.map(said));
      if (does !== undefined && done !== sorted(does)) return `step ${place + 1}, ${event.type} in ${state} does ${done}`;
      state = verdict.state;
      known = verdict.facts;
    }
    const wrong = misread(reads, known, { on, calendar });
    if (wrong !== null) return `step ${place + 1}, after ${event.type}: ${wrong}`;
  }
  return null;
}

/** Whether any of the situations goes otherwise on a pathway that differs from the sound one in what this event does. */
export const isMissed = (pathway: Pathway, situations: readonly Situation[], type: CaseEvent['type']): boolean =>
  situations.some(
    (situation) => situation.steps.some(({ event }) => event.type === type) && playSituation(pathway, situation) !== null,
  );
