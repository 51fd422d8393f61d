// Turns libs/law/src/offences.csv (the source, with its columns as delivered) into libs/law/src/offences.json, which a pure library can
// import. Run it after a change of the csv; `--check` only says whether the json is up to date (exit 1 if not). An empty score is a fact
// (it was not found) and stays null: nothing is guessed here.
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

const folder = resolve(import.meta.dirname, '../libs/law/src');

/** One line of comma separated text; a cell in double quotes may hold commas and doubled quotes. */
function cellsOf(line) {
  const cells = [];
  for (let rest = `,${line}`; rest !== '';) {
    const found = /^,(?:"((?:[^"]|"")*)"|([^",]*))/.exec(rest);
    if (!found) throw new Error(`cannot read: ${line}`);
    cells.push(found[1] === undefined ? found[2] : found[1].replaceAll('""', '"'));
    rest = rest.slice(found[0].length);
  }
  return cells;
}

const list = (cell) => (cell === '' ? [] : cell.split(';').map((item) => item.trim()));
const number = (cell) => (cell === '' ? null : Number(cell));
const text = (cell) => (cell === '' ? null : cell);

const [head, ...lines] = readFileSync(resolve(folder, 'offences.csv'), 'utf8').trimEnd().split(/\r?\n/);
const columns = cellsOf(head);
const rows = lines.map((line) => {
  const cells = cellsOf(line);
  if (cells.length !== columns.length) throw new Error(`${cells.length} cells instead of ${columns.length}: ${line}`);
  return Object.fromEntries(columns.map((column, index) => [column, cells[index]]));
});

const offences = rows.map((row) => ({
  code: row.cjs_code,
  homeOfficeClass: text(row.home_office_class),
  title: row.title,
  actSection: text(row.act_section),
  triable: row.triable,
  isRecordable: row.recordable === 'yes',
  category: row.yjb_category,
  seriousness: number(row.yjb_seriousness_1_8),
  acpoGravity: number(row.acpo_gravity_1_4),
  npccGravity: number(row.npcc_gravity_1_5),
  limitMonths: number(row.charging_time_limit_months),
  aggravating: list(row.aggravating),
  mitigating: list(row.mitigating),
  flags: list(row.flags),
  sources: list(row.source),
  verified: {
    base: row.verified,
    homeOfficeClass: text(row.home_office_class_verified),
    actSection: text(row.act_section_verified),
    category: text(row.yjb_category_verified),
    seriousness: text(row.yjb_seriousness_verified),
    aggravating: text(row.aggravating_verified),
    mitigating: text(row.mitigating_verified),
    limit: text(row.time_limit_verified),
  },
  note: text(row.note),
}));

const json = `[\n${offences.map((offence) => `  ${JSON.stringify(offence)}`).join(',\n')}\n]\n`;
const target = resolve(folder, 'offences.json');
if (process.argv.includes('--check')) {
  if (readFileSync(target, 'utf8') !== json) {
    console.error('libs/law/src/offences.json is not what tools/offences.mjs makes of offences.csv');
    process.exit(1);
  }
} else writeFileSync(target, json);
