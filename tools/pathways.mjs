// Writes what is generated from each pathway: the checked-in table, the page and the picture. `node tools/build.mjs` first.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import prettier from 'prettier';

const root = resolve(import.meta.dirname, '..');
const { pathways, tableFile } = await import(join(root, 'dist/libs/pathway/src/generated.js'));
const rules = await prettier.resolveConfig(join(root, 'package.json'));
const write = async (path, text, parser) => {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), parser ? await prettier.format(text, { ...rules, parser }) : text);
};
for (const pathway of pathways()) {
  await write(`libs/pathway/src/${pathway.name}.table.json`, JSON.stringify(tableFile(pathway)), 'json');
}
