import { ruleConfirmedShape, ruleUnconfirmedShape } from '#casework';
import { type MarkKind, markKinds } from '#law';
import { PageQuery } from '../../shell/request-parts.js';
import { shapeClass } from '../../shell/shape-class.js';
import { Code, Day, Flag, List, Moment, Nullable, Optional, Part, Parts, Text, Whole } from '../../shell/shape-fields.js';

const statuses = ['verified', 'toBeConfirmed'] as const;
const kinds = ['rule', ...markKinds] as const;

/** Who read the source, on which day, and a note. */
export const RuleConfirmedShape = shapeClass('RuleConfirmedShape', ruleConfirmedShape);
export const RuleUnconfirmedShape = shapeClass('RuleUnconfirmedShape', ruleUnconfirmedShape);

export class LawQuery extends PageQuery {
  /** Only the rules of this status. */
  @Optional() @Code(statuses) status?: 'verified' | 'toBeConfirmed';
  /** An instant: the law as it stood then. */
  @Optional() @Moment() 'as-at'?: string;
}

export class LawMarksQuery extends LawQuery {
  /** Only rules, clocks, legal effects, causes of lateness, or rows of one table. */
  @Optional() @Code(kinds) kind?: 'rule' | MarkKind;
}

export class LawSourceShape {
  @Text() act: string;
  @Text({ min: 0 }) at: string;
  @Text() url: string;
}

export class LawVersionShape {
  @Day() from: string;
  @Nullable() @Day() to: string | null;
  @Part(() => LawSourceShape) source: LawSourceShape;
}

export class RuleStandingShape {
  @Text() by: string;
  @Day() on: string;
}

/** One word on a rule: who read which source when, and who put that on record. */
export class RuleSaidShape extends RuleStandingShape {
  @Code(statuses) status: string;
  @Nullable() @Text() note: string | null;
  /** First day in force of the version of a rule; of anything else, what exactly was read. */
  @Text() from: string;
  @Part(() => LawSourceShape) source: LawSourceShape;
  @Moment() recordedAt: string;
  @Text() recordedBy: string;
}

/** Where a rule is asked: for which disposals, at the giving of which, at which step of a case. */
export class RuleUseShape {
  @List() @Text({ each: true }) disposals: string[];
  @List() @Text({ each: true }) giving: string[];
  @List() @Text({ each: true }) steps: string[];
}

export class RuleTextsShape {
  @Text() title: string;
  @Text() notMet: string;
  @Text() unknown: string;
  /** For a rule that does not concern every case. */
  @Optional() @Text() doesNotApply?: string;
}

export class LawRuleShape extends LawVersionShape {
  @Text() rule: string;
  @Part(() => RuleTextsShape) texts: RuleTextsShape;
  /** What holds today, and what the rule was delivered with. */
  @Code(statuses) status: string;
  @Code(statuses) asWritten: string;
  /** The status in words. */
  @Text() mark: string;
  /** Who gave it its status and when; null while it has the one it was delivered with. */
  @Nullable() @Part(() => RuleStandingShape) standing: RuleStandingShape | null;
  /** It protects the child, and blocks whatever is said of it. */
  @Flag() protective: boolean;
  /** False where an answer of *no* only warns. */
  @Flag() blocks: boolean;
  @Code(['law', 'national', 'local']) reach: string;
  @Text() binds: string;
  @Text() datedBy: string;
  @Parts(() => LawVersionShape) otherVersions: LawVersionShape[];
  @Part(() => RuleUseShape) usedIn: RuleUseShape;
  @Parts(() => RuleSaidShape) history: RuleSaidShape[];
}

export class LawShape {
  /** Counts what was said of the law; 0 before anybody had said anything. */
  @Whole() law: number;
  @Parts(() => LawRuleShape) items: LawRuleShape[];
  @Whole() total: number;
  @Whole() page: number;
  @Whole() size: number;
}

/** A rule, a clock, a legal effect, a cause of lateness or a row of a table, and whether it is confirmed. */
export class LawMarkShape {
  /** What it is set by: `clock.panel`, `effect.spent.yc-ycc`, `limit.shopTheft`, or the rule. */
  @Text() name: string;
  @Code(kinds) kind: string;
  /** What it says or is about; an effect has a sentence for each of its codes. */
  @List() @Text({ each: true }) texts: string[];
  /** First day in force of the version of a rule; of anything else, what exactly is confirmed or to be confirmed. */
  @Text() from: string;
  @Part(() => LawSourceShape) source: LawSourceShape;
  @Code(statuses) status: string;
  @Code(statuses) asWritten: string;
  @Text() mark: string;
  @Nullable() @Part(() => RuleStandingShape) standing: RuleStandingShape | null;
  @Parts(() => RuleSaidShape) history: RuleSaidShape[];
}

export class LawMarksShape {
  @Whole() law: number;
  @Parts(() => LawMarkShape) items: LawMarkShape[];
  @Whole() total: number;
  @Whole() page: number;
  @Whole() size: number;
}

export class StandingSetShape {
  @Text() rule: string;
  /** First day in force of the version of a rule; of anything else, what exactly was read. */
  @Text() from: string;
  @Code(statuses) status: string;
  @Whole() law: number;
}
