import { type RuleAnswer, standsInTheWay } from '#law';
import { fits } from './allowed.js';
import { type CaseFacts } from './case-facts.js';
import { type CaseEvent, type CaseEventType } from './events/case-event.js';
import { type DecideContext, judged } from './judged.js';
import { leaveBehind } from './learn/stays-of-facts.js';
import { learn } from './learn/learn.js';
import { momentOf } from './moments.js';
import { type Effect, type Pathway } from './pathway.js';
import { pathwayOf } from './pathways.js';
import { possible } from './possible.js';
import { type State } from './states.js';

/** Where a case stands: the columns of its row. */
export type CaseState = { readonly pathway: string; readonly version: number; readonly state: State };

/**
 * `ok`: the next state, the facts as they are from then on, what is to be done, and every rule that was asked with its answer.
 * `notNow`: the state does not hear the event, or none of its branches is the one of these facts; `possible` is what it hears.
 * `law`: the rules that stand in the way, each not met or lacking a fact.
 */
export type Verdict =
  | {
      readonly ok: true;
      readonly state: State;
      readonly facts: CaseFacts;
      readonly effects: readonly Effect[];
      readonly applied: readonly RuleAnswer[];
    }
  | { readonly ok: false; readonly because: 'notNow'; readonly possible: readonly CaseEventType[] }
  | { readonly ok: false; readonly because: 'law'; readonly rules: readonly RuleAnswer[] };

/** `decide` on a pathway in hand: what the rehearsal of a new version and the model check use. */
export function decideOn(pathway: Pathway, state: State, facts: CaseFacts, event: CaseEvent, context: DecideContext): Verdict {
  const learned = learn(facts, event, context.on);
  const branch = pathway.table[state][event.type]?.find(({ guard }) => fits(guard, learned));
  if (branch === undefined) {
    const heard = possible(pathway, state, facts, context);
    return { ok: false, because: 'notNow', possible: heard.filter(({ open }) => open).map((one) => one.event) };
  }
  const moment = momentOf(event.type, branch.next);
  const applied = judged(branch.guard, learned, moment, context);
  const rules = applied.filter((answer) => standsInTheWay(answer, moment));
  if (rules.length > 0) return { ok: false, because: 'law', rules };
  return { ok: true, state: branch.next, facts: leaveBehind(learned, branch.next), effects: branch.effects, applied };
}

/** What an event does to a case: pure and synchronous, so it may be asked before the click and again when somebody was faster. */
export const decide = (
  { pathway, version, state }: CaseState,
  facts: CaseFacts,
  event: CaseEvent,
  context: DecideContext,
): Verdict => decideOn(pathwayOf(pathway, version), state, facts, event, context);
