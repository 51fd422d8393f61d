import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type Language, languages, pushingSentences } from '#wording';
import readAndFoundHarmless from './harmless-sentences.json' with { type: 'json' };

const root = join(__dirname, '../..');
const patterns: { readonly [language in Language]: RegExp } = {
  en: /(\/en\/[^/]+|\.en)\.json$/,
  cy: /(\/cy\/[^/]+|\.cy)\.json$/,
};

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
const textsIn = (value: unknown): readonly string[] =>
  typeof value === 'string' ? [value] : Object.values((value ?? {}) as object).flatMap(textsIn);
const filesIn = (language: Language): readonly string[] =>
  ['libs', 'apps'].flatMap((folder) => filesBelow(join(root, folder))).filter((file) => patterns[language].test(file));

// Children admit what they did not do to get a caution: no text of any page, refusal, notice or paper may send anybody for it.
describe.each(languages)('pressure to admit: the texts in %s', (language) => {
  const harmless = Object.keys(readAndFoundHarmless[language]);

  it('name no admission, consent, agreement, signature, answer, wish, ethnicity or age as something to get', () => {
    const files = filesIn(language);
    expect(files.length).toBeGreaterThan(8);
    const pushing = files.flatMap((file) =>
      textsIn(JSON.parse(readFileSync(file, 'utf8')))
        .flatMap((text) => pushingSentences(text, language))
        .map((sentence) => ({ file: relative(root, file), sentence })),
    );
    expect(pushing.filter(({ sentence }) => !harmless.includes(sentence))).toEqual([]);
    expect(harmless.filter((sentence) => !pushing.some((one) => one.sentence === sentence))).toEqual([]);
  });
});
