import { disposals } from '#law';
import { WordedRuleShape } from '../../shell/worded-rule.shape.js';
import { Code, Day, List, Moment, Optional, Parts, Text, Whole } from '../../shell/shape-fields.js';

export class DisposalsQuery {
  /** The day it would be given; today where it is left out. */
  @Optional() @Day() on?: string;
}

/** What the law says of one disposal. Allowed is never advised. */
export class DisposalShape {
  @Code(disposals) disposal: string;
  @Text() title: string;
  @Code(['allowed', 'needs', 'notAllowedLocally', 'notAllowed']) status: string;
  @Text() says: string;
  /** For people: why not, what is missing, what is only a warning. */
  @List() @Text({ each: true }) why: string[];
  /** `record: policeFile`, `obtain: cps`, `wait: trafficking`. */
  @List() @Text({ each: true }) needs: string[];
  @List() @Text({ each: true }) warnings: string[];
  @List() @Text({ each: true }) outcomeNumbers: string[];
  /** Every rule with its answer, source and words. */
  @Parts(() => WordedRuleShape) rules: WordedRuleShape[];
}

export class DisposalsShape {
  @Text() reference: string;
  @Whole() version: number;
  @Day() on: string;
  @Moment() asAt: string;
  @Parts(() => DisposalShape, { min: 7, max: 7 }) disposals: DisposalShape[];
}
