import { disposals, type FactRow, factRows, helpKinds, ruleIds, ruleOf } from '#law';
import cyStatus from './cy-status.json' with { type: 'json' };
import disposalsCy from './cy/disposals.json' with { type: 'json' };
import rulesCy from './cy/rules.json' with { type: 'json' };
import disposalsEn from './en/disposals.json' with { type: 'json' };
import rulesEn from './en/rules.json' with { type: 'json' };
import { disposalInWords, needInWords, ruleInWords, ruleWords } from './law.js';
import { pushingSentences } from './pushing-sentences.js';

type Texts = { readonly [key: string]: string | Texts };
type Text = { readonly key: string; readonly says: string };

const flat = (texts: Texts, path = ''): readonly Text[] =>
  Object.entries(texts).flatMap(([key, text]) =>
    typeof text === 'string' ? [{ key: `${path}${key}`, says: text }] : flat(text, `${path}${key}.`),
  );
const texts = {
  en: [...flat(rulesEn), ...flat(disposalsEn)],
  cy: [...flat(rulesCy), ...flat(disposalsCy)],
};
describe('the texts of the law', () => {
  it('exist in both languages for every rule, with title, not met and unknown', () => {
    for (const rules of [rulesEn, rulesCy]) {
      expect(Object.keys(rules).sort()).toEqual([...ruleIds].sort());
      for (const words of Object.values(rules)) expect(Object.keys(words).slice(0, 3)).toEqual(['title', 'notMet', 'unknown']);
    }
    expect(texts.cy.map(({ key }) => key)).toEqual(texts.en.map(({ key }) => key));
  });

  it('say that it does not apply of every rule that may not concern a case, in the same first words, and of no other', () => {
    for (const rule of ruleIds) {
      const mayNot = ruleOf(rule).some(({ concerns }) => concerns !== undefined);
      const said = (['en', 'cy'] as const).map((language) => ruleWords(rule, language).doesNotApply);
      const begins = [said[0]?.startsWith('Does not apply here: '), said[1]?.startsWith('Nid yw’n gymwys yma: ')];
      expect({ rule, begins }).toEqual({ rule, begins: mayNot ? [true, true] : [undefined, undefined] });
    }
  });

  it('are never blank, never the same in both languages', () => {
    texts.en.forEach(({ key, says }, index) => {
      const welsh = texts.cy[index]?.says ?? '';
      expect({ key, isBlank: says.trim() === '' || welsh.trim() === '', isSame: says === welsh }).toEqual({
        key,
        isBlank: false,
        isSame: false,
      });
    });
  });

  it('exist for every disposal, every kind of help and every fact that can be helped', () => {
    expect(Object.keys(disposalsEn.disposals)).toEqual([...disposals]);
    expect(Object.keys(disposalsEn.helpKinds)).toEqual([...helpKinds]);
    const helped = Object.entries(factRows as { readonly [fact: string]: FactRow }).filter(([, { help }]) => help !== 'none');
    for (const [fact] of helped) expect(needInWords(`record: ${fact}`, 'en')).not.toBe(fact);
    expect(needInWords('record: gravity', 'cy')).not.toBe('gravity');
    expect(needInWords('record: triable', 'cy')).not.toBe('triable');
  });

  it.each(['en', 'cy'] as const)('name nothing in %s as something to get that nobody may be sent to get', (language) => {
    const pushing = texts[language].flatMap(({ key, says }) =>
      pushingSentences(says, language).map((sentence) => ({ key, sentence })),
    );
    expect(pushing).toEqual([]);
  });

  it.each(['en', 'cy'] as const)('name no fact in %s as a need whose help is none', (language) => {
    const none = Object.entries(factRows as { readonly [fact: string]: FactRow }).filter(([, { help }]) => help === 'none');
    for (const [fact] of none) expect(needInWords(`record: ${fact}`, language)).toBe(fact);
  });

  it('find a sentence that pushes, so that the scan is not blind', () => {
    const en = 'An admission must be obtained before a youth caution.';
    const cy = 'Mae angen cyfaddefiad cyn rhybuddiad ieuenctid.';
    expect([pushingSentences(`A caution. ${en}`, 'en'), pushingSentences(cy, 'cy')]).toEqual([[en], [cy]]);
  });

  it('name the disposals that do not rest on it wherever an admission, an agreement, a signature or the age is not there', () => {
    const rests = ['childAdmits', 'childAdmitsToAuthorisedPerson', 'admissionHeard', 'acceptsResponsibilityOrAdmits'] as const;
    const onMore = [
      'agreementGiven',
      'documentSigned',
      'childIsUnderEighteenAtCaution',
      'childIsUnderEighteenAtConditionalCaution',
    ] as const;
    for (const rule of [...rests, ...onMore])
      for (const answer of ['notMet', 'unknown'] as const) {
        expect(ruleInWords(rule, answer, 'en').says).toMatch(/outcome 22/i);
        expect(ruleInWords(rule, answer, 'cy').says).toMatch(/[cg]h?anlyniad 22/i);
      }
  });

  it('never recommend, and never make a date a reason to charge', () => {
    for (const { key, says } of texts.en) {
      expect({ key, says, pushes: /\b(recommend|(?<!never )advise|best|suitable disposal|preferred)/i.test(says) }).toEqual({
        key,
        says,
        pushes: false,
      });
    }
    for (const rule of ['planEndsBeforeChargingLimit', 'chargeComesWithinLimit'] as const)
      expect(ruleInWords(rule, 'unknown', 'en').says).toContain('not a reason to charge');
  });

  it('are drafts in Welsh until a translator has read them', () => {
    expect(cyStatus).toMatchObject({ rules: 'draft', disposals: 'draft' });
    expect(disposalInWords('yc', 'cy')).toBe('Rhybuddiad ieuenctid');
  });
});
