// House rule 1 in part: rooms, files and suffixes are named as docs/decisions/0002-names.md says.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';

const suffixes = [
  'page',
  'form',
  'view',
  'command',
  'query',
  'store',
  'entity',
  'job',
  'machine',
  'module',
  'test',
  'endpoint',
  'shape',
  'rule',
  'policy',
  'migration',
];
// Words of the field (team manager, youth justice service) are fine inside a name; as the last word they say nothing.
const emptyWords = [
  'service',
  'manager',
  'helper',
  'helpers',
  'util',
  'utils',
  'common',
  'shared',
  'core',
  'base',
  'impl',
  'data',
  'info',
  'process',
  'handle',
  'do',
  'misc',
];
const longest = 250;

function* sources(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* sources(path);
    else if (/\.(ts|mjs)$/.test(entry.name)) yield path;
  }
}
const pascal = (kebab) =>
  kebab
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');

/** What is named against the rules below `root`, a line each. */
export function misnamed(root) {
  const faults = [];
  for (const folder of ['apps', 'libs', 'migrations', 'test', 'bench', 'tools']) {
    if (!existsSync(join(root, folder))) continue;
    for (const file of sources(join(root, folder))) {
      const name = relative(root, file);
      const text = readFileSync(file, 'utf8');
      for (const room of name.split('/').slice(0, -1))
        if (emptyWords.includes(room)) faults.push(`${name}: "${room}" is a room without a name`);
      const [stem = '', suffix] = basename(file)
        .replace(/\.(ts|mjs)$/, '')
        .split('.');
      if (emptyWords.includes(stem.split('-').at(-1) ?? '')) faults.push(`${name}: "${stem}" ends in a word that says nothing`);
      if (stem !== stem.toLowerCase() || stem.includes('_')) faults.push(`${name}: not kebab case`);
      if (suffix !== undefined && !suffixes.includes(suffix)) faults.push(`${name}: ".${suffix}" is not a suffix of the house`);
      const lines = text.split('\n').length;
      if (lines > longest && suffix !== 'test') faults.push(`${name}: ${lines} lines`);
      if (
        ['command', 'query', 'store', 'entity', 'endpoint'].includes(suffix ?? '') &&
        !new RegExp(`export (class|const|(async )?function|type) ${pascal(stem)}\\w*\\b`, 'i').test(text)
      )
        faults.push(`${name}: exports nothing called ${pascal(stem)}`);
      if (/^export default /m.test(text) && file.endsWith('.ts')) faults.push(`${name}: a default export`);
    }
  }
  return faults;
}

if (import.meta.filename === process.argv[1]) {
  const faults = misnamed(resolve(process.argv[2] ?? join(import.meta.dirname, '..')));
  for (const fault of faults) console.error(fault);
  console.log(`${faults.length} names against the rules`);
  process.exit(faults.length > 0 ? 1 : 0);
}
