// Imports an offence table: says every bad line by its number and writes nothing while there is one. See --help.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { columns, offenceLines } from './offence-lines.mjs';

const help = `node tools/offences.mjs [FILE.csv --version YYYY-MM] [--check] [--into FOLDER]

Imports a new version of the offence table. FILE.csv is UTF-8, comma separated, one header line and one offence a line; a list inside a cell
is separated by ";". Its columns: ${columns.join(', ')}.

Every bad line is told by its number with all that is wrong with it, and while there is one nothing is written (exit code 1).
A version that is written is never changed: a case keeps the version it was referred under. Give a later one: --version 2027-02.
Then build, test and start Teg again: npm run -s build && npm test.

  (no FILE)      checks libs/law/src/offences.csv against the newest version in libs/law/src/offences.json
  --check        the same for FILE, without writing
  --into FOLDER  another folder that holds offences.csv and offences.json
`;

const list = (cell) => (cell === '' ? [] : cell.split(';').map((item) => item.trim()));
const number = (cell) => (cell === '' ? null : Number(cell));
const text = (cell) => (cell === '' ? null : cell);

/** A row as the law reads it. An empty score is a fact (it was not found) and stays null: nothing is guessed here. */
const offenceOf = (row) => ({
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
});

const tableText = ({ version, offences }) =>
  `{ "version": ${JSON.stringify(version)}, "offences": [\n${offences.map((one) => `  ${JSON.stringify(one)}`).join(',\n')}\n] }`;
const jsonOf = (tables) => `[\n${tables.map(tableText).join(',\n')}\n]\n`;

const halt = (...lines) => {
  for (const line of lines) console.error(line);
  process.exit(1);
};

function wordsOf() {
  try {
    const options = {
      version: { type: 'string' },
      check: { type: 'boolean' },
      into: { type: 'string' },
      help: { type: 'boolean' },
    };
    return parseArgs({ options, allowPositionals: true });
  } catch (error) {
    return halt(error.message, '', help);
  }
}

const { values, positionals } = wordsOf();
if (values.help) {
  console.log(help);
  process.exit(0);
}
const folder = resolve(values.into ?? resolve(import.meta.dirname, '../libs/law/src'));
const [source, target] = [resolve(folder, 'offences.csv'), resolve(folder, 'offences.json')];
const file = positionals[0] === undefined ? source : resolve(positionals[0]);
if (positionals.length > 1) halt('One file at a time.', '', help);
if (!existsSync(file)) halt(`${file} cannot be read.`);

const csv = readFileSync(file, 'utf8');
const { rows, faults } = offenceLines(csv);
if (faults.length > 0)
  halt(...faults.map(({ line, says }) => `line ${line}: ${says}`), `${faults.length} faults in ${file}; nothing was written.`);

const tables = JSON.parse(readFileSync(target, 'utf8'));
const newest = tables.at(-1);
const offences = rows.map(offenceOf);
const isSame = JSON.stringify(offences) === JSON.stringify(newest.offences) && readFileSync(target, 'utf8') === jsonOf(tables);

if (values.version === undefined) {
  if (values.check && positionals.length > 0) console.log(`${rows.length} offences, no faults.`);
  else if (!isSame)
    halt(
      `${file} is not version ${newest.version}, and cases may have been referred under that. Say which version it is: --version YYYY-MM.`,
    );
  else console.log(`${rows.length} offences: version ${newest.version}, as it is.`);
} else {
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(values.version))
    halt(`"${values.version}" is no version: year and month, such as 2027-02.`);
  if (values.version <= newest.version)
    halt(`Version ${values.version} is not later than ${newest.version}, which is never changed.`);
  if (values.check) console.log(`${rows.length} offences, no faults.`);
  else {
    writeFileSync(target, jsonOf([...tables, { version: values.version, offences }]));
    writeFileSync(source, csv);
    console.log(`${rows.length} offences: version ${values.version}. Cases that were referred before keep ${newest.version}.`);
  }
}
