import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import ts from 'typescript';
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

const isProse = (text: string): boolean => text.trim().includes(' ');

/** The sentences in a source file: whatever it may print, send or describe to somebody. */
function proseOf(file: string): readonly string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const isText =
      ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node);
    if (isText && isProse(node.text)) found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest));
  return found;
}
/** A document sentence by sentence: what is code is left out, and a cell of a table stands for itself. */
const withoutCode = (text: string): string => text.replace(/`[^`]*`/g, 'code').replaceAll('|', '\n');
const sources = ['libs', 'apps', 'tools'].flatMap((folder) => filesBelow(join(root, folder)));
const elsewhere: { readonly [what: string]: () => readonly (readonly [file: string, texts: readonly string[]])[] } = {
  'the description of the API': () => [
    ['docs/openapi.json', textsIn(JSON.parse(readFileSync(join(root, 'docs/openapi.json'), 'utf8'))).filter(isProse)],
  ],
  'the documents': () =>
    [join(root, 'README.md'), ...filesBelow(join(root, 'docs')).filter((file) => /\.(md|html)$/.test(file))].map((file) => [
      relative(root, file),
      [withoutCode(readFileSync(file, 'utf8'))],
    ]),
  'what programs say: command line, mails, notices, logs': () =>
    sources.filter((file) => /(?<!\.test)\.(ts|mjs)$/.test(file)).map((file) => [relative(root, file), proseOf(file)]),
  'tables of the law': () =>
    sources
      .filter((file) => /libs\/law\/.*\.json$/.test(file))
      .map((file) => [relative(root, file), textsIn(JSON.parse(readFileSync(file, 'utf8')))]),
};

// What is not in the wording library reaches people as well.
describe('pressure to admit: texts elsewhere', () => {
  const harmless = Object.keys(readAndFoundHarmless.elsewhere);
  const pushingIn = (what: string) =>
    (elsewhere[what]?.() ?? []).flatMap(([file, texts]) =>
      texts
        .flatMap((text) => languages.flatMap((language) => pushingSentences(text, language)))
        .map((sentence) => ({ file, sentence: sentence.trim() })),
    );
  const all = Object.keys(elsewhere).flatMap(pushingIn);

  it.each(Object.keys(elsewhere))('%s: name nothing as something to get that nobody may be sent to get', (what) => {
    expect((elsewhere[what]?.() ?? []).flatMap(([, texts]) => texts).length).toBeGreaterThan(5);
    expect(pushingIn(what).filter(({ sentence }) => !harmless.includes(sentence))).toEqual([]);
  });

  it('every sentence that was read and found harmless is still there', () => {
    expect(harmless.filter((sentence) => !all.some((one) => one.sentence === sentence))).toEqual([]);
  });

  it('a sentence that pushes is found in each of them', () => {
    const pushing = 'Ask the child for an admission first.';
    const file = join(mkdtempSync(join(tmpdir(), 'teg-pushing-')), 'planted.ts');
    writeFileSync(file, `export const say = (name: string) => \`\${name}: ${pushing}\`;\n`);
    expect(proseOf(file).flatMap((text) => pushingSentences(text, 'en'))).toEqual([pushing]);
    expect(pushingSentences(withoutCode(`See \`here\`. ${pushing}`), 'en')).toEqual([pushing]);
  });
});
