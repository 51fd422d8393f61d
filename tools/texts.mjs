// House rule 8: every text in both languages. The compiler sees missing keys; this sees blanks, copies and placeholders.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

function* files(folder) {
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* files(path);
    else yield path;
  }
}
const flat = (value, at = '') =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => flat(inner, `${at}/${key}`))
    : [[at, value]];
const placeholders = (text) =>
  [...String(text).matchAll(/\{(\w+)\}/g)]
    .map(([, name]) => name)
    .sort()
    .join();

/** What is wrong with the texts below `root`, a line each, and how many Welsh texts are drafts. */
export function textFaults(root) {
  const faults = [];
  let pairs = 0;
  let texts = 0;
  const reasons = new Map();
  for (const file of ['libs', 'apps'].flatMap((folder) => [...files(join(root, folder))])) {
    if (!file.endsWith('same-in-both.json')) continue;
    for (const [at, why] of flat(JSON.parse(readFileSync(file, 'utf8'))))
      reasons.set(at.slice(1), { why, isUsed: false, file: relative(root, file) });
  }
  for (const file of ['libs', 'apps'].flatMap((folder) => [...files(join(root, folder))])) {
    const isEnglish = /\/en\/[^/]+\.json$/.test(file) || file.endsWith('.en.json');
    const isWelsh = /\/cy\/[^/]+\.json$/.test(file) || file.endsWith('.cy.json');
    if (!isEnglish && !isWelsh) continue;
    const name = relative(root, file);
    const other = isEnglish
      ? file.replace('/en/', '/cy/').replace(/\.en\.json$/, '.cy.json')
      : file.replace('/cy/', '/en/').replace(/\.cy\.json$/, '.en.json');
    if (!existsSync(other)) {
      faults.push(`${name}: has no ${isEnglish ? 'Welsh' : 'English'} twin`);
      continue;
    }
    if (!isEnglish) continue;
    pairs += 1;
    const english = new Map(flat(JSON.parse(readFileSync(file, 'utf8'))));
    const welsh = new Map(flat(JSON.parse(readFileSync(other, 'utf8'))));
    for (const key of new Set([...english.keys(), ...welsh.keys()])) {
      texts += 1;
      const [en, cy] = [english.get(key), welsh.get(key)];
      if (en === undefined || cy === undefined) faults.push(`${name}${key}: only in ${en === undefined ? 'Welsh' : 'English'}`);
      else if (!String(en).trim() || !String(cy).trim()) faults.push(`${name}${key}: blank`);
      else if (placeholders(en) !== placeholders(cy)) faults.push(`${name}${key}: other placeholders in Welsh`);
      else if (en === cy) {
        const reason = reasons.get(String(en));
        if (reason) reason.isUsed = true;
        else faults.push(`${name}${key}: "${en}" is the same in both languages, without a listed reason`);
      }
    }
  }
  for (const [text, { isUsed, file }] of reasons)
    if (!isUsed) faults.push(`${file}: "${text}" is listed as the same in both languages and is not`);
  return { faults, pairs, texts };
}

if (import.meta.filename === process.argv[1]) {
  const { faults, pairs, texts } = textFaults(resolve(process.argv[2] ?? join(import.meta.dirname, '..')));
  for (const fault of faults) console.error(fault);
  console.log(`${texts} texts in ${pairs} pairs of files, ${faults.length} faults`);
  if (pairs === 0) console.error('No texts were seen: the check itself is broken.');
  process.exit(faults.length > 0 || pairs === 0 ? 1 : 0);
}
