import { type Language } from './language.js';

/** Admission, consent, agreement, signature, victim's wishes, ethnicity, age. */
const neverToGet = {
  en: /\b(admi(t|ts|tted|ssion|ssions)|confess\w*|consents?|consented|agree(s|d|ment|ments)?|signature|signs?(?!-in)|signed|wish(es)?|ethnic\w*|under 18|birthday|birth)\b/i,
  cy: /(chyfadd|gyfadd|cyfadd|cydsyn|chydsyn|gydsyn|cytun|gytun|chytun|llofnod|(?<!d)lofnod|dymuniad|ddymuniad|ethnig|o dan 18|pen-blwydd)/i,
} as const satisfies Record<Language, RegExp>;

/** The answer to legal advice: any is a good one. Other answers (of a prosecutor, to a form) may well be waited for. */
const answerToAdvice = {
  en: /(\banswer(s|ed)?\b.*\b(advice|legal|solicitor)|\b(advice|legal|solicitor).*\banswer(s|ed)?\b)/i,
  cy: /(\bateb.*(cyngor|gyngor|cyfreith|gyfreith)|(cyngor|gyngor|cyfreith|gyfreith).*\bateb)/i,
} as const satisfies Record<Language, RegExp>;

/** Words that send somebody to get a thing, or make it a thing that is missing. */
const getting = {
  en: /\b(obtain\w*|get|gets|getting|ask(s|ed)? (for|the child)|asking|seek\w*|secure|persuade\w*|encourage\w*|invite\w*|need(s|ed)?|must|should|required?|requires|missing|wait(s|ed)?|await\w*|is to be recorded|to record|provide\w*|would allow|would open|if the child|unless|until|not yet)\b/i,
  cy: /(\bangen\b|\brhaid\b|\bdylid\b|\bdylai\b|\bceisio\b|\bcais\b|\bgofyn\b|\bgofynn|\bsicrhau\b|\bannog\b|\bperswadio\b|\baros\b|\bi’w gofnodi\b|\bcofnodi\b|\bar goll\b|\bos bydd\b|\bos yw’r plentyn\b|\boni bai\b|\bnes\b|\bhyd yma\b|\beto\b)/i,
} as const satisfies Record<Language, RegExp>;

const sentencesOf = (text: string): readonly string[] => text.split(/(?<=[.?!:])\s+|\n/);

/**
 * The sentences of a text that make something to be got of what nobody may be sent to get. An admission that a page asks for is one
 * that children make without having done it. A net for our own texts, looked through with tests; not a judge of prose.
 */
export const pushingSentences = (text: string, language: Language): readonly string[] =>
  sentencesOf(text).filter(
    (sentence) =>
      (neverToGet[language].test(sentence) || answerToAdvice[language].test(sentence)) && getting[language].test(sentence),
  );
