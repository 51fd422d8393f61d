import { type Calendar, type CalendarDay } from '#calendar';
import { type HelpKind, type MissingFact } from './fact-rows.js';
import { type FactName, type Facts } from './facts.js';
import { type RuleId } from './rule-id.js';

/**
 * When a rule must be known to be met at the latest. Before that moment *unknown* does not stand in the way; *not met* always does.
 * `deciding` is the panel's word, `confirming` the decision itself.
 */
export const moments = ['listing', 'deciding', 'confirming', 'planning', 'giving', 'charging', 'recording'] as const;
export type Moment = (typeof moments)[number];

/**
 * What somebody has said of a version of a rule since it was written down here: that its source was read and says so, or that it must
 * be looked at again. `on` is the day of reading.
 */
export type RuleStanding = { readonly status: RuleVersion['status']; readonly by: string; readonly on: CalendarDay };

/** The last word on each version of a rule: rule -> first day in force -> what was said. Data from the record, so it may name a rule of old. */
export type RuleStandings = { readonly [rule: string]: { readonly [version: CalendarDay]: RuleStanding } };

/**
 * `on` is the day it would be given; with moment `giving` that day is `on` itself, before it the day of giving is still open.
 * `standings` is what was said of the rules since they were written down; without it each has the status that stands in its row.
 */
export type LawContext = {
  readonly on: CalendarDay;
  readonly calendar: Calendar;
  readonly moment: Moment;
  readonly standings?: RuleStandings;
};

export type Answer = 'met' | 'notMet' | 'unknown';
/** An answer as it is said: met because the rule does not concern the case is said to be that. */
export type SaidAnswer = Answer | 'doesNotApply';

export type RuleSource = { readonly act: string; readonly at: string; readonly url: string };

/** Facts that are still to be learned; what each can be helped by stands in its row (fact-rows.ts). */
export type Lacking = { readonly lacks: MissingFact };

export type RuleVersion = {
  readonly source: RuleSource;
  readonly status: 'verified' | 'toBeConfirmed';
  /** A rule that protects the child blocks even while it is to be confirmed; any other one then only warns. */
  readonly protective: boolean;
  /** A local rule is the service's own policy: a sergeant may lift it with a reason. */
  readonly reach: 'law' | 'national' | 'local';
  /** `from` is the first day, `to` the last day in force. */
  readonly inForce: { readonly from: CalendarDay; readonly to?: CalendarDay };
  readonly datedBy: 'offence' | 'decision' | 'delivery';
  /** The latest moment by which it must be met. */
  readonly binds: Moment;
  readonly needs: readonly FactName[];
  /**
   * Whether the rule concerns such a case at all; left out where it concerns every one. Asked first, on the same facts as `holds`.
   * A case that it does not concern has it met, and the answer says that it does not apply.
   */
  readonly concerns?: (facts: Facts, context: LawContext) => boolean | Lacking;
  /** Asked only when every fact in `needs` is there. `Lacking` where a further fact turns out to be needed. */
  readonly holds: (facts: Facts, context: LawContext) => boolean | Lacking;
};

/** Versions of one rule, oldest first; at most one is in force on a day. */
export type Rule = readonly [RuleVersion, ...RuleVersion[]];
export type Rules = { readonly [id in RuleId]?: Rule };

export type RuleAnswer = {
  readonly rule: RuleId;
  /** First day in force of the version that was asked. */
  readonly version: CalendarDay;
  readonly answer: Answer;
  /** There only where the rule is met because it does not concern this case. */
  readonly applies?: false;
  readonly source: RuleSource;
  readonly status: 'verified' | 'toBeConfirmed';
  /** Who gave it that status, and on which day; absent while it has the one it was written down with. */
  readonly standing?: { readonly by: string; readonly on: CalendarDay };
  readonly protective: boolean;
  readonly reach: 'law' | 'national' | 'local';
  readonly binds: Moment;
  /** False where the answer only warns: an unconfirmed rule that takes an option from the child. */
  readonly blocks: boolean;
  readonly missing: readonly MissingFact[];
  /** The facts it looked at, by name: a *no* says what it rests on, and never the value of a fact. */
  readonly looksAt: readonly FactName[];
  readonly help: HelpKind;
};
