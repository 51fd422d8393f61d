import { moments } from '#law';
import { Code, Day, Flag, List, Optional, Part, Text } from './shape-fields.js';

/** Where a rule stands. */
export class RuleSourceShape {
  @Text() act: string;
  @Text() at: string;
  @Text() url: string;
}

/** Who gave a rule its status, and when. */
export class RuleStatusByShape {
  @Text() by: string;
  @Day() on: string;
}

/** What a rule says of this case, with its words. */
export class WordedRuleShape {
  @Text() rule: string;
  /** First day in force of the version that was asked. */
  @Day() version: string;
  @Code(['met', 'notMet', 'unknown']) answer: string;
  /** False where it is met because it does not apply in this case; left out otherwise. */
  @Optional() @Flag() applies?: boolean;
  @Part(() => RuleSourceShape) source: RuleSourceShape;
  @Code(['verified', 'toBeConfirmed']) status: string;
  @Optional() @Part(() => RuleStatusByShape) standing?: RuleStatusByShape;
  /** It protects the child and blocks whatever its status. */
  @Flag() protective: boolean;
  @Code(['law', 'national', 'local']) reach: string;
  /** The moment by which it must be known to be met. */
  @Code(moments) binds: string;
  /** False where the answer only warns. */
  @Flag() blocks: boolean;
  @List() @Text({ each: true }) missing: string[];
  /** The facts it looked at, by name and never by their value. */
  @List() @Text({ each: true }) looksAt: string[];
  @Code(['record', 'obtain', 'wait', 'none']) help: string;
  @Text() title: string;
  @Text() says: string;
}
