import { type MovedCase, type NextEvent } from '#casework';
import { type Language } from '#wording';
import { Code, Flag, List, Moment, Optional, Part, Parts, Text, Whole } from './shape-fields.js';
import { wordedRule } from './worded-rule.js';

export class MovedEventShape {
  @Whole() seq: number;
  @Text() type: string;
  @Moment() at: string;
  /** Hash of the event in the case's chain: what proves later that it was so. */
  @Text() hash: string;
}

/** What may come next for this caller, asked by the same code as the move itself. */
export class NextMoveShape {
  @Text() event: string;
  @Text() href: string;
  @Flag() open: boolean;
  @Optional() @Code(['notAllowed', 'notNow', 'notYours']) because?: string;
  @Optional() @Text() code?: string;
  @Optional() @List() rules?: object[];
  @Optional() @List() @Text({ each: true }) outcomes?: string[];
  /** Where this description says what the body must hold. */
  @Text() schema: string;
}

/** Where a case stands after a move. */
export class MovedShape {
  @Text() reference: string;
  @Text() state: string;
  @Whole() version: number;
  @Part(() => MovedEventShape) event: MovedEventShape;
  /** Each clock with its source, explained day by day. */
  @List({ max: 1000 }) clocks: object[];
  @Parts(() => NextMoveShape, { max: 1000 }) next: NextMoveShape[];
}

/** Where a case stands after a move, as it is answered. */
export const movedInWords = ({ clocks, next, ...moved }: MovedCase, language: Language): MovedShape => ({
  ...moved,
  clocks: clocks.map((clock) => ({ ...clock })),
  next: next.map((one) => nextInWords(one, language)),
});

const nextInWords = ({ rules, outcomes, ...one }: NextEvent, language: Language): NextMoveShape => ({
  ...one,
  ...(rules && { rules: rules.map((rule) => wordedRule(rule, language)) }),
  ...(outcomes && { outcomes: [...outcomes] }),
});
