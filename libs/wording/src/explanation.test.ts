import { disposalRules, disposals, effectsOf, factRows, givingRulesOf, legalEffects } from '#law';
import { effectInWords, explanationTexts, isExplanationDraft, needForChildsSide, ruleForChildsSide } from './explanation.js';
import { type Language, languages } from './language.js';
import { pushingSentences } from './pushing-sentences.js';

type Texts = { readonly [key: string]: string | Texts };
const flat = (texts: Texts): readonly string[] =>
  Object.values(texts).flatMap((text) => (typeof text === 'string' ? [text] : flat(text)));
const victim: Record<Language, RegExp> = { en: /victim/i, cy: /dioddef|ddioddef/i };
const asked = [...new Set([...Object.values(disposalRules).flat(), ...Object.values(givingRulesOf).flat()])];
const toldOfRules = (language: Language) =>
  asked.flatMap((rule) =>
    (['met', 'doesNotApply', 'notMet', 'unknown'] as const).flatMap((answer) =>
      Object.values(ruleForChildsSide(rule, answer, language)),
    ),
  );
const toldOfNeeds = (language: Language) =>
  Object.entries(factRows).flatMap(([fact, { help }]) =>
    help === 'none' ? [] : [needForChildsSide(`${help}: ${fact}`, language)],
  );

describe.each(languages)('the texts for the child’s side in %s', (language) => {
  const texts = [...flat(explanationTexts(language) as unknown as Texts), ...toldOfRules(language), ...toldOfNeeds(language)];

  it('say nothing of a victim: whatever a rule or a need rests on', () => {
    expect(texts.filter((text) => victim[language].test(text))).toEqual([]);
  });

  it('make nothing to be got of what nobody may be sent to get', () => {
    expect(texts.flatMap((text) => pushingSentences(text, language))).toEqual([]);
  });

  it('have words for every effect of every disposal', () => {
    const effects = disposals.flatMap((disposal) => effectsOf(disposal));
    expect(effects.length).toBeGreaterThan(legalEffects.length);
    expect(effects.filter(({ effect, code }) => effectInWords(effect, code, language) === `${effect}: ${code}`)).toEqual([]);
  });
});

it('the Welsh is a draft until a translator has read it, the English is not', () => {
  expect(languages.map(isExplanationDraft)).toEqual([false, true]);
});
