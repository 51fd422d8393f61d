// Writes what is generated from each pathway: the checked-in table, the numbers of its model check, docs/pathways/<name>-<version>.md and
// its picture. `--check` only says whether they are up to date (exit 1 if not); the numbers themselves are checked by the model check's test.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import prettier from 'prettier';
import './build.mjs';
import { pathwayPage } from './pathways-page.mjs';
import { pathwayPicture } from './pathways-picture.mjs';

const root = resolve(import.meta.dirname, '..');
const made = await import('../dist/libs/pathway/src/generated.js');
const style = await prettier.resolveConfig(join(root, 'package.json'));
const isCheck = process.argv.includes('--check');
let stale = 0;

const json = (value) => prettier.format(JSON.stringify(value), { ...style, parser: 'json' });
function put(path, text) {
  const file = join(root, path);
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
  stale += 1;
  console.log(`${path} ${isCheck ? 'is not up to date: node tools/pathways.mjs' : 'written'}`);
  if (isCheck) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function numbersOf(pathway) {
  const { faults, ...numbers } = made.checkModel(pathway);
  if (faults.length > 0) throw new Error(`${pathway.name}: ${faults.join('; ')}`);
  const machine = made.machineOf(pathway);
  const situations = made.situationsOf(pathway);
  const deletions = { total: 0, byChecks: 0, bySituations: 0 };
  for (const place of made.transitionsOf(machine)) {
    const broken = made.withoutTransition(pathway, machine, place);
    const noticed = {
      byChecks: made.isFaulty(broken),
      bySituations: made.isMissed(broken, situations, place.event),
    };
    if (!noticed.byChecks && !noticed.bySituations) console.error(`${pathway.name}: nothing misses ${JSON.stringify(place)}`);
    deletions.total += 1;
    deletions.byChecks += noticed.byChecks ? 1 : 0;
    deletions.bySituations += noticed.bySituations ? 1 : 0;
  }
  return { ...numbers, deletions };
}

for (const pathway of made.pathways()) {
  const name = `${pathway.name}-${pathway.version}`;
  const numbers = `libs/pathway/src/model/numbers/${name}.json`;
  put(`libs/pathway/src/tables/${name}.json`, await json(made.tableFile(pathway)));
  if (!isCheck) put(numbers, await json(numbersOf(pathway)));
  put(`docs/pathways/${name}.svg`, pathwayPicture(pathway, made));
  put(
    `docs/pathways/${name}.md`,
    pathwayPage(pathway, made, JSON.parse(readFileSync(join(root, numbers), 'utf8')), `${name}.svg`),
  );
}
process.exit(isCheck && stale > 0 ? 1 : 0);
