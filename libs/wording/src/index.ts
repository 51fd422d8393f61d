// The words that people read, in English and Welsh, by code.
// It must never decide anything or build a sentence from parts; a Welsh key that is missing does not compile.
// Start with problems.ts; the texts stand in en/ and cy/, and cy-status.json says which Welsh no translator has seen yet.
export { dayInWords } from './day-in-words.js';
export { type Language, languages } from './language.js';
export { clockDayInWords, clockInWords, clockStartInWords } from './clocks.js';
export { factInWords } from './facts.js';
export { roleInWords } from './roles.js';
export { eventInWords } from './events.js';
export { paperInWords } from './papers.js';
export { guardInWords, rowInWords } from './marks.js';
export { causeInWords, findingInWords } from './findings.js';
export { noticeInWords } from './notices.js';
export { type FaultCode, faultInWords, fill, type ProblemCode, problemInWords } from './problems.js';
export { disposalInWords, helpKindInWords, needInWords, ruleInWords, ruleMarkInWords, ruleWords, statusInWords } from './law.js';
export {
  effectInWords,
  explanationTexts,
  type ExplanationTexts,
  isExplanationDraft,
  needForChildsSide,
  ruleForChildsSide,
} from './explanation.js';
export { pushingSentences } from './pushing-sentences.js';
export { drawInWords } from './draws.js';
