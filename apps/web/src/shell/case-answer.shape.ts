import { type CaseAnswer, type NextEvent } from '#casework';
import { type Language } from '#wording';
import { AnyJson, Code, Day, Flag, List, Moment, Nullable, Optional, Part, Parts, Text, Whole } from './shape-fields.js';
import { wordedRule } from './worded-rule.js';

/** One day of the explanation of a due day. */
export class ExplainedDayShape {
  @Day() on: string;
  @Code(['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']) weekday: string;
  @Nullable() @Whole() counts: number | null;
  @Code(['dayZero', 'counted', 'extension', 'weekend', 'bankHoliday', 'afterCutOff']) why: string;
  @Optional() @Text() holiday?: string;
  @Optional() @Flag() isSubstitute?: boolean;
  @Optional() @Text() reason?: string;
}

export class ClockSourceShape {
  @Text() act: string;
  @Text({ min: 0 }) at: string;
  @Text({ min: 0 }) url: string;
}

export class SourceStandingShape {
  @Text() by: string;
  @Day() on: string;
}

/** A clock, its source, and why it is due on that day. */
export class ExplainedClockShape {
  @Text() kind: string;
  /** Which victim, agency or hand-off, where a clock of this kind runs for each. */
  @Optional() @Text() of?: string;
  @Code(['running', 'ahead', 'met', 'late', 'superseded', 'withdrawn']) status: string;
  @Flag() isOverdue: boolean;
  @Day() dayZero: string;
  @Day() dueOn: string;
  @Text() calendar: string;
  @Nullable() @AnyJson() length: unknown;
  @Nullable() @Text() countedFrom: string | null;
  @Nullable() @Part(() => ClockSourceShape) source: ClockSourceShape | null;
  @Nullable() @Code(['verified', 'toBeConfirmed']) sourceStatus: string | null;
  /** Who gave the source that status and when; absent while it has the one it was delivered with. */
  @Optional() @Part(() => SourceStandingShape) sourceStanding?: SourceStandingShape;
  @Nullable() @Code(['law', 'national', 'local']) reach: string | null;
  @Parts(() => ExplainedDayShape, { max: 1000 }) explanation: ExplainedDayShape[];
}

/** What may come next for the reader: open, or closed by the rules that stand in the way. */
export class NextEventShape {
  @Text() event: string;
  @Text() href: string;
  @Flag() open: boolean;
  @Optional() @Code(['notAllowed']) because?: string;
  @Optional() @List() @AnyJson() rules?: unknown[];
  @Optional() @List() @Code(['nfa', 'o22', 'yrd', 'o23', 'yc', 'ycc', 'court'], { each: true }) outcomes?: string[];
  @Text() schema: string;
}

/** The event that was written, as the ledger numbered and chained it. */
export class EventReceiptShape {
  @Whole({ min: 1 }) seq: number;
  @Text() type: string;
  @Moment() at: string;
  @Text({ pattern: /^[0-9a-f]{64}$/ }) hash: string;
}

/** Where a case stands after a command. */
export class CaseAnswerShape {
  @Text() reference: string;
  @Text() state: string;
  @Whole() version: number;
  @Parts(() => ExplainedClockShape) clocks: ExplainedClockShape[];
  @Parts(() => NextEventShape) next: NextEventShape[];
}

/** What may come next, its rules in the reader's words. */
export const nextInWords = (next: readonly NextEvent[], language: Language): NextEventShape[] =>
  next.map(({ rules, outcomes, ...one }) => ({
    ...one,
    ...(rules && { rules: rules.map((rule) => wordedRule(rule, language)) }),
    ...(outcomes && { outcomes: [...outcomes] }),
  }));

/** A command's answer with its rules in the reader's words. */
export const caseAnswerInWords = (
  { reference, state, version, clocks, next }: CaseAnswer,
  language: Language,
): CaseAnswerShape => ({
  reference,
  state,
  version,
  clocks: clocks.map((clock) => ({ ...clock, explanation: [...clock.explanation] })),
  next: nextInWords(next, language),
});
