import { type Calendar, type CalendarDay } from '#calendar';
import { type Disposal, disposals } from './disposal.js';
import { disposalRules } from './disposal-rules.js';
import { helpFor, type MissingFact } from './fact-rows.js';
import { type Facts } from './facts.js';
import { judge } from './judge.js';
import { outcomeNumbers } from './outcome-numbers.js';
import { type LawContext, type RuleAnswer } from './rule.js';
import { type RuleId } from './rule-id.js';

export type DisposalStatus = 'allowed' | 'needs' | 'notAllowedLocally' | 'notAllowed';

/** What the law says of one disposal. `allowed` is never advised; nothing in it ranks one disposal above another. */
export type DisposalAnswer = {
  readonly disposal: Disposal;
  readonly status: DisposalStatus;
  readonly rules: readonly RuleAnswer[];
  /** `record: policeFile`, `obtain: cps`, `wait: trafficking`; each once. What nothing helps with (kind none) is not here. */
  readonly needs: readonly string[];
  /** Unconfirmed or lifted rules that are not met: shown, not in the way. */
  readonly warnings: readonly RuleId[];
  readonly outcomeNumbers: readonly string[];
};

function statusOf(answers: readonly RuleAnswer[]): DisposalStatus {
  const broken = answers.filter(({ answer }) => answer === 'notMet');
  if (broken.some(({ reach }) => reach !== 'local')) return 'notAllowed';
  if (broken.length > 0) return 'notAllowedLocally';
  return answers.some(({ answer }) => answer === 'unknown') ? 'needs' : 'allowed';
}

const needOf = (fact: MissingFact): readonly string[] => (helpFor(fact) === 'none' ? [] : [`${helpFor(fact)}: ${fact}`]);

function answerFor(disposal: Disposal, facts: Facts, context: LawContext): DisposalAnswer {
  const rules = disposalRules[disposal].map((rule) => judge(rule, facts, context));
  const blocking = rules.filter(({ blocks }) => blocks);
  const status = statusOf(blocking);
  return {
    disposal,
    status,
    rules,
    needs: status === 'needs' ? [...new Set(blocking.flatMap(({ missing }) => missing.flatMap(needOf)))] : [],
    warnings: rules.filter(({ blocks, answer }) => !blocks && answer !== 'met').map(({ rule }) => rule),
    outcomeNumbers: status === 'notAllowed' ? [] : outcomeNumbers(disposal, facts, context.on),
  };
}

/**
 * Which disposals are allowed for these facts on that day, which are not, and why: always seven, in their one order.
 * Ages and versions of the law are taken at `on`. The day of giving is open unless `moment` is `giving`.
 */
export const disposalsOn = (
  facts: Facts,
  on: CalendarDay,
  calendar: Calendar,
  { moment = 'deciding', ...more }: Partial<Pick<LawContext, 'moment' | 'standings'>> = {},
): readonly DisposalAnswer[] => disposals.map((disposal) => answerFor(disposal, facts, { on, calendar, moment, ...more }));
