// What an offence table in comma separated text says, line by line, and everything that is wrong with it: each fault names its line and
// its column, and all are found at once. Nothing is guessed and nothing is mended here.

/** As delivered, in this order. */
export const columns = [
  'cjs_code',
  'home_office_class',
  'title',
  'act_section',
  'triable',
  'recordable',
  'yjb_category',
  'yjb_seriousness_1_8',
  'acpo_gravity_1_4',
  'npcc_gravity_1_5',
  'charging_time_limit_months',
  'aggravating',
  'mitigating',
  'flags',
  'source',
  'verified',
  'home_office_class_verified',
  'act_section_verified',
  'yjb_category_verified',
  'yjb_seriousness_verified',
  'aggravating_verified',
  'mitigating_verified',
  'time_limit_verified',
  'note',
];

const trialClasses = ['summary', 'either-way', 'indictable-only'];
const flags = [
  'driving',
  'knife',
  'domestic-possible',
  'sexual-notifiable',
  'emergency-worker',
  'hate-aggravated',
  'dpp-consent',
  'dpp-consent-possible',
];
/** The Youth Justice Board's categories of offences. */
const categories = [
  'VIOLENCE_AGAINST_THE_PERSON',
  'SEXUAL_OFFENCES',
  'ROBBERY',
  'DRUGS',
  'CRIMINAL_DAMAGE',
  'ARSON',
  'PUBLIC_ORDER',
  'RACIALLY_AGGRAVATED',
  'THEFT_AND_HANDLING',
  'VEHICLE_TAKING',
  'MOTORING',
  'DEATH_OR_INJURY_BY_DRIVING',
  'DOMESTIC_BURGLARY',
  'NON_DOMESTIC_BURGLARY',
  'FRAUD_AND_FORGERY',
  'BREACH_OF_STATUTORY_ORDER',
  'BREACH_OF_BAIL',
  'BREACH_OF_CONDITIONAL_DISCHARGE',
  'OTHER',
];

const oneOf = (words) => (cell) => (words.includes(cell) ? null : `"${cell}" is none of ${words.join(', ')}`);
const orEmpty = (check) => (cell) => (cell === '' ? null : check(cell));
const whole = (from, to) => (cell) =>
  /^\d+$/.test(cell) && Number(cell) >= from && Number(cell) <= to ? null : `"${cell}" is no whole number from ${from} to ${to}`;
const mark = oneOf(['yes', 'inferred', 'no']);
const filled = (cell) => (cell.trim() === '' ? 'is empty' : null);
const listOf = (check) => (cell) =>
  cell
    .split(';')
    .map((item) => check(item.trim()))
    .find((fault) => fault !== null) ?? null;
// A spreadsheet program reads 005/73 or 105/01 as a month and writes it back as a date.
const homeOfficeClass = (cell) =>
  /^\d{3}\/\d{2}$/.test(cell)
    ? null
    : `"${cell}" is no Home Office class (ccc/ss)${/[a-z]{3}|\d{4}|\d+[-/]\d+[-/]/i.test(cell) ? ': a spreadsheet made it a date' : ''}`;

const checks = {
  cjs_code: (cell) => (/^[A-Z]{2}\d{5}$/.test(cell) ? null : `"${cell}" is no CJS code (two letters, five digits)`),
  home_office_class: orEmpty(homeOfficeClass),
  title: filled,
  triable: oneOf(trialClasses),
  recordable: oneOf(['yes', 'no']),
  yjb_category: oneOf(categories),
  yjb_seriousness_1_8: orEmpty(whole(1, 8)),
  acpo_gravity_1_4: orEmpty(whole(1, 4)),
  npcc_gravity_1_5: orEmpty(whole(1, 5)),
  charging_time_limit_months: orEmpty(whole(1, 120)),
  flags: orEmpty(listOf(oneOf(flags))),
  source: filled,
  verified: mark,
  home_office_class_verified: orEmpty(mark),
  act_section_verified: orEmpty(mark),
  yjb_category_verified: orEmpty(mark),
  yjb_seriousness_verified: orEmpty(mark),
  aggravating_verified: orEmpty(mark),
  mitigating_verified: orEmpty(mark),
  time_limit_verified: orEmpty(mark),
};

/** True of a day of the calendar; `1900-01-01` stands for "none" in some exports, and is never a day here. */
const isDay = (text) => {
  const [year, month, day] = text.split('-').map(Number);
  const made = new Date(Date.UTC(year, month - 1, day));
  return text !== '1900-01-01' && made.getUTCMonth() === month - 1 && made.getUTCDate() === day;
};
const noDays = (cell) => (cell.match(/\b\d{4}-\d{2}-\d{2}\b/g) ?? []).filter((text) => !isDay(text));

/** One line of comma separated text, or null where it cannot be read; a cell in double quotes may hold commas and doubled quotes. */
function cellsOf(line) {
  const cells = [];
  for (let rest = `,${line}`; rest !== '';) {
    const found = /^,(?:"((?:[^"]|"")*)"|([^",]*))/.exec(rest);
    if (!found) return null;
    cells.push(found[1] === undefined ? found[2] : found[1].replaceAll('""', '"'));
    rest = rest.slice(found[0].length);
  }
  return cells;
}

function faultsOfRow(row) {
  const faults = columns.flatMap((column) => {
    const fault = checks[column]?.(row[column]) ?? null;
    return [
      ...(fault === null ? [] : [`${column} ${fault}`]),
      ...noDays(row[column]).map((day) => `${column} says ${day}, which is no day`),
    ];
  });
  const hasLimit = row.charging_time_limit_months !== '';
  if (row.triable === 'summary' && !hasLimit)
    faults.push('charging_time_limit_months is empty, and a summary offence has a limit');
  if (trialClasses.slice(1).includes(row.triable) && hasLimit)
    faults.push('charging_time_limit_months is filled, and only a summary offence has a limit');
  return faults;
}

/** Every row of the text and every fault, each as `{ line, says }`; the header is line 1. */
export function offenceLines(text) {
  const [head = '', ...lines] = text
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split(/\r?\n/);
  const named = cellsOf(head) ?? [];
  const wrong = columns.filter((column) => !named.includes(column)).map((column) => `has no column ${column}`);
  const unknown = named
    .filter((column) => !columns.includes(column))
    .map((column) => `has a column "${column}" that nobody knows`);
  const twice = named
    .filter((column, place) => named.indexOf(column) !== place)
    .map((column) => `has the column ${column} twice`);
  const faults = [...wrong, ...unknown, ...twice].map((says) => ({ line: 1, says }));
  if (faults.length > 0) return { rows: [], faults };
  if (lines.length === 0) return { rows: [], faults: [{ line: 1, says: 'is followed by no offence' }] };

  const firstLines = new Map();
  const rows = [];
  for (const [place, line] of lines.entries()) {
    const at = place + 2;
    const cells = cellsOf(line);
    const say = (says) => faults.push({ line: at, says });
    if (cells === null) say('cannot be read: a quote is not closed, or stands in the middle of a cell');
    else if (cells.length !== named.length) say(`has ${cells.length} cells instead of ${named.length}`);
    else {
      const row = Object.fromEntries(named.map((column, index) => [column, cells[index]]));
      faultsOfRow(row).forEach(say);
      if (firstLines.has(row.cjs_code)) say(`cjs_code ${row.cjs_code} stands in line ${firstLines.get(row.cjs_code)} already`);
      else firstLines.set(row.cjs_code, at);
      rows.push(row);
    }
  }
  return { rows, faults };
}
