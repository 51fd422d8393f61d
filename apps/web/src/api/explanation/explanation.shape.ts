import { disposals } from '#law';
import { languages } from '#wording';
import { Code, Day, Flag, List, Moment, Nullable, Optional, Part, Parts, Text, Whole } from '../../shell/shape-fields.js';

/** Where something was read. */
export class SourceShape {
  @Text() act: string;
  @Text() at: string;
  @Text() url: string;
}

/** Who gave a rule its status, and when. */
export class SaidStandingShape {
  @Text() by: string;
  @Day() on: string;
}

/** What is gone through when it is given: `stands` is the sentence on source, date and whether it was confirmed. */
export class SafeguardShape {
  @Text() rule: string;
  @Text() title: string;
  @Part(() => SourceShape) source: SourceShape;
  @Day() from: string;
  @Code(['verified', 'toBeConfirmed']) status: string;
  @Optional() @Part(() => SaidStandingShape) standing?: SaidStandingShape;
  @Code(['law', 'national', 'local']) reach: string;
  @Text() stands: string;
}

/** What a disposal rests on, and whether that is so here. */
export class ExplainedRuleShape extends SafeguardShape {
  @Code(['met', 'notMet', 'unknown']) answer: string;
  /** False where it is met because it does not apply in this case; left out otherwise. */
  @Optional() @Flag() applies?: boolean;
  @Flag() isWarning: boolean;
  @Text() says: string;
}

export class ExplainedNeedShape {
  /** `record: policeFile`. */
  @Text() need: string;
  @Text() says: string;
}

/** One effect on the child's record or later life. */
export class ExplainedEffectShape {
  @Text() effect: string;
  @Text() code: string;
  @Text() says: string;
  @Nullable() @Part(() => SourceShape) source: SourceShape | null;
  @Nullable() @Code(['verified', 'toBeConfirmed']) status: string | null;
  @Optional() @Part(() => SaidStandingShape) standing?: SaidStandingShape;
  @Nullable() @Text() stands: string | null;
}

export class RecordMeaningShape {
  @Nullable() @Flag() isFirstTimeEntry: boolean | null;
  @Nullable() @Flag() goesOnPoliceComputer: boolean | null;
  @Nullable() @Day() spentOn: string | null;
  @Parts(() => ExplainedEffectShape) effects: ExplainedEffectShape[];
}

export class ExplainedDisposalShape {
  @Code(disposals) disposal: string;
  @Text() title: string;
  @Code(['allowed', 'needs', 'notAllowedLocally', 'notAllowed']) status: string;
  @Text() says: string;
  @Parts(() => ExplainedRuleShape) rules: ExplainedRuleShape[];
  @Parts(() => ExplainedNeedShape) needs: ExplainedNeedShape[];
  @Parts(() => SafeguardShape) atGiving: SafeguardShape[];
  @List() @Text({ each: true }) outcomeNumbers: string[];
  @Part(() => RecordMeaningShape) record: RecordMeaningShape;
}

/** The explanation for a solicitor; with `Accept: text/plain` the same as a page of text. */
export class ExplanationShape {
  @Text() reference: string;
  @Whole() version: number;
  @Moment() asAt: string;
  @Day() on: string;
  @Code(languages) language: string;
  /** Nobody has approved these words yet: they are for staff only. */
  @Flag() isDraft: boolean;
  @Text() title: string;
  @List() @Text({ each: true }) notes: string[];
  @Parts(() => ExplainedDisposalShape, { min: 7, max: 7 }) disposals: ExplainedDisposalShape[];
  @List() @Text({ each: true }) beHeard: string[];
}

export class ExplanationQuery {
  /** The day it would be given; today where it is left out. */
  @Optional() @Day() on?: string;
}
