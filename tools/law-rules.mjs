// The rules of docs/law.md, for tools/law-table.mjs: the contents by disposal and step, and an entry for each rule, grouped as in
// libs/law/src/rules.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { factInWords } from '#wording';

const root = resolve(import.meta.dirname, '..');
const folder = 'libs/law/src/rules';
const read = (path) => readFileSync(join(root, path), 'utf8');
const words = JSON.parse(read('libs/wording/src/en/rules.json'));
const files = readdirSync(join(root, folder)).map((name) => ({
  name,
  path: `${folder}/${name}`,
  text: read(`${folder}/${name}`),
}));

/** The files of the rules in the order of a case, each with its heading. */
const groups = [
  ['referral', 'Who and what comes before a panel'],
  ['panel', 'The panel, and who may decide'],
  ['decision', 'The decision and the gravity score'],
  ['resolution', 'Restorative disposal and outcome 22'],
  ['deferred-prosecution', 'Deferred prosecution (outcome 23)'],
  ['youth-caution', 'Youth caution'],
  ['conditional-caution', 'Youth conditional caution'],
  ['conditions', 'Conditions and plan of a conditional caution'],
  ['sexual-offence', 'Either caution for a sexual offence'],
  ['giving', 'The giving, where everything is asked afresh'],
  ['charging', 'Charge'],
  ['recording', 'What the police record at the end'],
];

export const mark = ({ status }) => (status === 'verified' ? 'verified' : 'to be confirmed');
export const sourceOf = ({ act, at, url }) => (url.startsWith('https://') ? `[${act}](${url}), ${at}` : `${act}: ${at}`);
export const cell = (text) => String(text).replaceAll('|', '\\|');
export const row = (...cells) => `| ${cells.map(cell).join(' | ')} |`;
export const head = (...cells) => [row(...cells), row(...cells.map(() => '---'))];

const effectOf = ({ status, protective, reach }) => {
  if (protective) return '*protective: blocks*';
  return status === 'verified' || reach === 'local' ? 'blocks' : 'warns only';
};
const reachOf = { law: 'law', national: 'national guidance', local: 'the service’s own policy' };
const dayOf = { offence: 'of the offence', decision: 'of the decision', delivery: 'of the giving' };
const momentOf = {
  listing: 'when the case is listed',
  deciding: 'when it is decided',
  confirming: 'when the police confirm it',
  planning: 'when the plan is agreed',
  giving: 'when it is given',
  charging: 'when it is charged',
  recording: 'when it is recorded',
};
/** A code of a closed list in words; one without words stops the page. */
export const said = (all, code) => {
  if (all[code] === undefined) throw new Error(`docs/law.md has no words for ${code}`);
  return all[code];
};
const linked = (rule) => `[${words[rule].title}](#${rule.toLowerCase()})`;

/** Where a rule is asked: disposals, givings, steps. */
const usesOf = (law, rule) => {
  const named = (all, say) =>
    Object.entries(all)
      .filter(([, rules]) => rules.includes(rule))
      .map(([name]) => say(name));
  const disposals = named(law.disposalRules, (name) => `\`${name}\``);
  const steps = named(law.stepRules, (name) => `\`${name}\``);
  return [
    ...(disposals.length > 0 ? [`for ${disposals.join(', ')}`] : []),
    ...named(law.givingRulesOf, (name) => `at the giving of \`${name}\``),
    ...(steps.length > 0 ? [`at the step ${steps.join(', ')}`] : []),
  ].join('; ');
};

const groupedRules = (law) =>
  groups.map(([file, title]) => {
    const { text } = files.find(({ name }) => name === `${file}.ts`);
    return { title, rules: law.ruleIds.filter((rule) => new RegExp(`^  ${rule}: \\[`, 'm').test(text)) };
  });

/** The contents: for each disposal the rules it rests on, with their marks; then the steps. */
export function contentsOf(law, labels, when) {
  const line = (rule) => {
    const version = law.ruleOf(rule).at(-1);
    return row(linked(rule), mark(version), effectOf(version), said(momentOf, version.binds));
  };
  const table = (rules) => [...head('Rule', 'Mark', 'Effect', 'Known at the latest'), ...rules.map(line), ''];
  return [
    ...Object.entries(law.disposalRules).flatMap(([disposal, rules]) => [
      `### ${labels.disposals[disposal]} (\`${disposal}\`)`,
      '',
      ...table(rules),
      ...(law.givingRulesOf[disposal] === undefined
        ? []
        : [
            `At the giving all of these are asked again, and beside them: ${law.givingRulesOf[disposal].map(linked).join('; ')}.`,
            '',
          ]),
    ]),
    '### Other steps of a case',
    '',
    ...head('Step', 'Rules'),
    ...Object.entries(law.stepRules).map(([step, rules]) =>
      row(`\`${step}\`: ${said(when, step)}`, rules.map(linked).join('; ')),
    ),
  ];
}

/** The facts a rule looked at in these cases, by name. */
const looksAt = (law, rule, cases, context) => {
  const found = cases
    .flatMap((facts) => law.judge(rule, facts, context))
    .flatMap((answer) => [...answer.looksAt, ...answer.missing]);
  return [...new Set(found)].filter((fact) => fact in law.factRows).sort();
};

const versionLines = (version) => [
  `- **In force:** from ${version.inForce.from}${version.inForce.to ? ` to ${version.inForce.to}` : ''}; the day ${dayOf[version.datedBy]} picks the version`,
  `- **Source:** ${sourceOf(version.source)}`,
  `- **Mark:** ${mark(version)}; ${effectOf(version)}; ${reachOf[version.reach]}`,
];

/** An entry for each rule, under the heading of its group. */
export function entriesOf(law, cases, context) {
  const grouped = groupedRules(law);
  const missing = law.ruleIds.filter((rule) => !grouped.some(({ rules }) => rules.includes(rule)));
  if (missing.length > 0) throw new Error(`rules in no group of docs/law.md: ${missing.join(', ')}`);
  const entry = (rule) => {
    const versions = law.ruleOf(rule);
    const { title, notMet, doesNotApply } = words[rule];
    const tests = files.filter(({ name, text }) => name.endsWith('.test.ts') && text.includes(`(${rule}): `));
    const facts = looksAt(law, rule, cases, context);
    return [
      `#### ${title}`,
      '',
      `<a id="${rule.toLowerCase()}"></a>\`${rule}\``,
      '',
      ...versions.flatMap(versionLines),
      `- **Asked:** ${usesOf(law, rule)}; known at the latest ${said(momentOf, versions.at(-1).binds)}`,
      `- **Facts:** ${facts.map((fact) => `${factInWords(fact, 'en')} (\`${fact}\`)`).join('; ')}`,
      `- **Not met:** ${notMet}`,
      ...(doesNotApply ? [`- ${doesNotApply.replace('Does not apply here:', '**Does not apply:**')}`] : []),
      `- **Test:** ${tests.map(({ name, path }) => `[${name}](../${path})`).join(', ')}`,
      '',
    ];
  };
  return grouped.flatMap(({ title, rules }) => [`### ${title}`, '', ...rules.flatMap(entry)]);
}
