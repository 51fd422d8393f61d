import { type MovedCase, type NextEvent } from '#casework';
import { type Language } from '#wording';
import { wordedRule } from '../../shell/worded-rule.js';
import { type MovedShape, type NextMoveShape } from './moves.shape.js';

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
