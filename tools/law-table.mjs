// Writes docs/law.md: each rule with its source, dates, mark, where it is used and its test; the clocks; the tables. `--check` only says
// whether the page is up to date (exit 1 if not). It reads what was built, so it builds first.
import { readdirSync, readFileSync, mkdirSync, writeFileSync, existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import './build.mjs';

const root = resolve(import.meta.dirname, '..');
const law = await import('#law');
const words = JSON.parse(readFileSync(join(root, 'libs/wording/src/en/rules.json'), 'utf8'));
const labels = JSON.parse(readFileSync(join(root, 'libs/wording/src/en/disposals.json'), 'utf8'));
const table = (name) => JSON.parse(readFileSync(join(root, `libs/law/src/tables/${name}.json`), 'utf8'));

const rulesFolder = 'libs/law/src/rules';
const tests = readdirSync(join(root, rulesFolder))
  .filter((name) => name.endsWith('.test.ts'))
  .map((name) => ({ path: `${rulesFolder}/${name}`, text: readFileSync(join(root, rulesFolder, name), 'utf8') }));

const uses = (rule) => [
  ...Object.entries(law.disposalRules)
    .filter(([, rules]) => rules.includes(rule))
    .map(([disposal]) => disposal),
  ...Object.entries(law.givingRulesOf)
    .filter(([, rules]) => rules.includes(rule))
    .map(([disposal]) => `giving ${disposal}`),
  ...Object.entries(law.stepRules)
    .filter(([, rules]) => rules.includes(rule))
    .map(([step]) => `step ${step}`),
];
const cell = (text) => String(text).replaceAll('|', '\\|');
const row = (...cells) => `| ${cells.map(cell).join(' | ')} |`;
const head = (...cells) => [row(...cells), row(...cells.map(() => '---'))];
const sourceOf = ({ act, at, url }) => (url.startsWith('https://') ? `[${act}](${url}), ${at}` : `${act}: ${at}`);
const statusOf = ({ status, protective, reach }) => {
  const mark = status === 'verified' ? 'verified' : 'to be confirmed';
  const effect = protective || status === 'verified' || reach === 'local' ? 'blocks' : 'warns';
  return `${mark}; ${protective ? `protective: ${effect}` : effect}`;
};
const reachOf = { law: 'law', national: 'national', local: 'local' };
const datesOf = ({ inForce: { from, to } }) => (to === undefined ? `from ${from}` : `${from} to ${to}`);
const testOf = (rule) =>
  tests
    .filter(({ text }) => text.includes(`(${rule}): `))
    .map(({ path }) => `[${path.split('/').pop()}](../${path})`)
    .join(', ');
const lengthOf = (length) => {
  const [[unit, value]] = Object.entries(length);
  if (unit === 'workingDays') return `${value} working days`;
  if (unit === 'fact') return `the day of \`${value}\``;
  return unit === 'open' ? 'no limit' : `${value} ${unit}`;
};
const step = ({ workingDays, tell }) => `${workingDays > 0 ? '+' : ''}${workingDays} ${tell}`;

const rules = law.ruleIds.flatMap((rule) =>
  law
    .ruleOf(rule)
    .map((version) =>
      row(
        `\`${rule}\`<br>${words[rule].title}${words[rule].doesNotApply ? `<br>*${words[rule].doesNotApply}*` : ''}`,
        sourceOf(version.source),
        statusOf(version),
        reachOf[version.reach],
        `${datesOf(version)}, by ${version.datedBy}`,
        `${version.binds}: ${uses(rule).join(', ')}`,
        testOf(rule),
      ),
    ),
);
const clocks = Object.entries(law.deadlines).map(([kind, clock]) =>
  row(
    `\`clock.${kind}\``,
    clock.is,
    lengthOf(clock.length),
    `${clock.countedFrom}${clock.cutOff === null ? '' : `, cut-off ${clock.cutOff}`}`,
    sourceOf(clock.source),
    clock.status === 'verified' ? 'verified' : 'to be confirmed',
    clock.alerts.map(step).join(', '),
  ),
);
const causes = Object.entries(law.causesOfLateness).map(([code, { blamesNobody, source, status }]) =>
  row(
    `\`${code}\``,
    blamesNobody ? 'counted apart: blames nobody' : 'counted',
    sourceOf(source),
    status === 'verified' ? 'verified' : 'to be confirmed',
  ),
);
const facts = Object.entries(law.factRows).map(([fact, { help, by, value }]) => row(`\`${fact}\``, help, value, by.join(', ')));
const effects = law.marks
  .filter(({ kind }) => kind === 'effect')
  .map(({ name, version, source, status }) =>
    row(`\`${name}\``, version, sourceOf(source), status === 'verified' ? 'verified' : 'to be confirmed'),
  );
const maxima = table('financial-maxima').rows.map(({ triable, ageFrom, ageTo, pounds }) =>
  row(triable, `${ageFrom} to ${ageTo}`, `£${pounds}`),
);
const numbers = Object.entries(table('outcome-numbers').numbers).map(([disposal, list]) =>
  row(`\`${disposal}\``, labels.disposals[disposal], list.join(', ')),
);

const page = `${[
  '# The law as data',
  '',
  'Made by `node tools/law-table.mjs` from `libs/law`; do not edit. A rule is answered *met*, *not met* or *unknown*; unknown never passes',
  'and never accuses. *Protective* rules protect the child and block even while they are to be confirmed; an unconfirmed rule that only takes',
  'an option from the child warns. A *local* rule is the service’s own policy; one that is not protective may be lifted by a sergeant with a',
  'reason. A rule that does not concern a case is met and says *does not apply here*, with its reason. *Binds* names the moment from which unknown stands in the way; not met always does. Nothing here has been read by a sergeant, a',
  'panel chair or a solicitor yet: let one of each read it before it is relied on.',
  '',
  'The marks here are those that were delivered. What was said since, by whom and on which source, stands on the record of a running service:',
  '`GET /api/law/marks` is the one list of rules, clocks and legal effects with its history. An administrator sets one by its name, such as',
  '`POST /api/law/clock.panel/confirmed` or `POST /api/law/effect.fingerprints.yc-ycc/unconfirmed` (with a reason); the case’s clocks, its seven',
  'answers and its explanation say the mark as it stands.',
  '',
  `## Rules (${law.ruleIds.length})`,
  '',
  ...head('Rule', 'Source', 'Mark', 'Reach', 'In force, dated by', 'Binds: used in', 'Test'),
  ...rules,
  '',
  `## Clocks (${clocks.length})`,
  '',
  'Alerts count in working days from the due day and name who is told. No text of a charging limit suggests a charge.',
  '',
  ...head('Clock', 'Kind', 'Length', 'Counted from', 'Source', 'Mark', 'Alerts'),
  ...clocks,
  '',
  '## Causes of lateness',
  '',
  'Whoever ends a clock after its day may say why. Left blank it is refused nowhere; it shows in the case as a finding.',
  '',
  ...head('Cause', 'How it counts', 'Source', 'Mark'),
  ...causes,
  '',
  `## Legal effects (${effects.length})`,
  '',
  'What a disposal brings for the child’s record and later life, by the code of each disposal that brings it; the words stand in `libs/wording`.',
  '',
  ...head('Effect', 'Disposals and codes', 'Source', 'Mark'),
  ...effects,
  '',
  '## Help by fact',
  '',
  'What helps where a fact is missing, and which roles may record it by itself. `none`: nobody is ever sent to get it.',
  '',
  ...head('Fact', 'Help', 'Value', 'Recorded by itself by'),
  ...facts,
  '',
  '## Financial maxima of a conditional caution (SI 2013/608)',
  '',
  ...head('Class', 'Age', 'Maximum'),
  ...maxima,
  '',
  '## Home Office numbers of the seven disposals',
  '',
  ...head('Disposal', 'Label', 'Numbers'),
  ...numbers,
].join('\n')}\n`;

const target = join(root, 'docs/law.md');
if (process.argv.includes('--check')) {
  if (!existsSync(target) || readFileSync(target, 'utf8') !== page) {
    console.error('docs/law.md is not what tools/law-table.mjs makes of libs/law: run node tools/law-table.mjs');
    process.exit(1);
  }
} else {
  mkdirSync(join(root, 'docs'), { recursive: true });
  writeFileSync(target, page);
}
