// The tables of docs/law.md, each row with its source and mark: who decides on a charge, limits, gravity, penalties, numbers, street
// resolutions. The words stand in libs/wording.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { rowInWords } from '#wording';
import { head, mark, row, said, sourceOf } from './law-rules.mjs';

const folder = resolve(import.meta.dirname, '../libs/law/src/tables');
const table = (name) => JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));
const [authority, limits, gravity, penalties, outcomes, street] = [
  'charging-authority',
  'charging-limits',
  'gravity-directions',
  'financial-maxima',
  'outcome-numbers',
  'street-notices',
].map(table);
const { summaryOnly, domesticCommonAssault: domestic, shopTheft, courseOfConduct, believedLonger, guard } = limits;
const codes = (list) => list.map((code) => `\`${code}\``).join(', ');
const words = (name) => rowInWords(name, 'en');
/** What the numbers mean that no case is offered, in short. */
const meanings = { 12: 'the suspect is too ill', 13: 'a victim or key witness is dead or too ill' };
/** The end of a row: where it stands, and its mark. */
const stands = (one) => [sourceOf(one.source), mark(one)];

const charging = [
  '## Who decides on a charge',
  '',
  'The police may charge in the first row, and nowhere else. On an offence triable only on indictment, on a hate crime and on domestic abuse',
  'the prosecutor decides, and on the rows that follow it. Silence is no likely guilty plea: then the prosecutor decides on an either-way offence,',
  'shop theft apart.',
  '',
  ...head('What', 'Offence codes', 'Source', 'Mark'),
  row(words('charging.police'), `shop theft: ${codes(authority.whateverThePlea)}`, ...stands(authority.police)),
  ...authority.reserved.map((one) => row(words(`charging.${one.row}`), `begins with \`${one.code}\``, ...stands(one))),
  ...authority.director.map((one) => row(words(`charging.${one.flag}`), `marked \`${one.flag}\``, ...stands(one))),
  '',
];

const chargingLimits = [
  '## Charging limits',
  '',
  'The limit is no reason to charge: no further action, outcome 22 and a restorative disposal rest on none. It runs on while a case waits.',
  'A day that the police file states goes before a computed one.',
  '',
  ...head('What', 'Limit', 'Source', 'Mark'),
  row(words('limit.summaryOnly'), `${summaryOnly.months} months from the offence`, ...stands(summaryOnly)),
  row(
    `${words('limit.domesticCommonAssault')} (${codes(domestic.codes)})`,
    `${domestic.monthsFromOffence} months from the offence and ${domestic.monthsFromStatement} from the first statement, whichever ends first`,
    ...stands(domestic),
  ),
  row(words('limit.domesticAge'), `both ${domestic.minimumAge} or over; else the ordinary limit`, ...stands(domestic.ageBasis)),
  row(`${words('limit.shopTheft')} (${codes(shopTheft.codes)})`, 'none', ...stands(shopTheft)),
  row(`${words('limit.courseOfConduct')} (codes that begin with ${codes(courseOfConduct.codes)})`, 'from the last act', ...stands(courseOfConduct)),
  row(`${words('limit.believedLonger')}: ${codes(believedLonger.codes)}`, 'the day that the police file states', ...stands(believedLonger)),
  row(words('limit.buffer'), `${guard.bufferDays} days`, ...stands(guard.bufferBasis)),
  row(words('limit.planWeeks'), `${guard.normalPlanWeeks} weeks as a rule, ${guard.longestPlanWeeks} at most`, ...stands(guard.planBasis)),
  '',
];

const gravityOf = (labels) => [
  '## Gravity',
  '',
  'A triage aid from which a decision departs with reasons; never shown beside a choice before it is made.',
  '',
  ...head('Final score', 'Usual direction', 'Source', 'Mark'),
  ...gravity.rows.map(({ score, disposals }) =>
    row(score, disposals.map((one) => labels.disposals[one]).join('; '), ...stands(gravity)),
  ),
  row(`${gravity.informalFrom} or more`, 'an informal disposal has its reason on record and a senior officer', ...stands(gravity.informalBasis)),
  '',
  'Three scales that are never mixed:',
  '',
  ...head('Scale', 'Range', 'Used for'),
  ...gravity.scales.map(({ owner, from, to, use, isCurrent }) => row(owner, `${from} to ${to}`, isCurrent ? use : `${use} only`)),
  '',
];

const penaltyTable = [
  '## Financial penalties',
  '',
  'Each is the highest sum of all penalties of a conditional caution together.',
  '',
  ...head('Class', 'Age', 'Maximum', 'Source', 'Mark'),
  ...penalties.rows.map(({ triable, ageFrom, ageTo, pounds }) =>
    row(triable, `${ageFrom} to ${ageTo}`, `£${pounds}`, ...stands(penalties)),
  ),
  row('each', 'counts on the day on which the condition is set', '', ...stands(penalties.ageBasis)),
  '',
];

const outcomeNumbers = (labels) => {
  const { belowTen, deferralBeforeOutcome23: deferral } = outcomes;
  return [
    '## Outcome numbers',
    '',
    `What a number means is the Home Office’s: ${sourceOf(outcomes.labels.source)}; ${mark(outcomes.labels)}. Which of them belong to which disposal is ours.`,
    'The number goes by the facts, never by the label.',
    '',
    ...head('Disposal', 'Numbers', 'Source', 'Mark'),
    ...Object.entries(outcomes.numbers).map(([disposal, list]) =>
      row(`${labels.disposals[disposal]} (\`${disposal}\`)`, list.join(', '), ...stands(outcomes.belonging)),
    ),
    row(words('number.belowTen'), belowTen.join(', '), ...stands(outcomes.belowTenBasis)),
    ...outcomes.adultsOnlyBasis.map((one) => row(words(`number.${one.row}`), one.numbers.join(', '), ...stands(one))),
    row(words('number.deferralBeforeOutcome23'), `${deferral.number} up to ${deferral.to}`, ...stands(deferral)),
    '',
    `- ${outcomes.notOffered.map((number) => `${number} (${said(meanings, number)})`).join(' and ')} may be recorded for no further`,
    '  action and are offered in no case, for no fact on record says so. Whoever records the outcome knows it.',
    `- ${outcomes.alarm.join(', ')} (the charging limit passed) raises an alarm: it is a failure of the service, never an outcome that anybody chose.`,
    `- 22 is recorded only [when the activity is complete](#activityiscomplete).`,
    '',
  ];
};

const streetResolutions = [
  '## Street resolutions',
  '',
  `${street.count} within ${street.months} months are looked at together: a reason to help, never a step up. Source: ${sourceOf(street.source)}; ${mark(street)}.`,
  '',
];

export const tablesOf = (labels) => [
  ...charging,
  ...chargingLimits,
  ...gravityOf(labels),
  ...penaltyTable,
  ...outcomeNumbers(labels),
  ...streetResolutions,
];
