// The tables of docs/law.md, each with its source: who decides on a charge, limits, gravity, penalties, numbers, street resolutions.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { head, mark, row, sourceOf } from './law-rules.mjs';

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
const noText = 'no source was read';
export const tablesOf = (labels) => [
  '## Who decides on a charge',
  '',
  `Source: ${sourceOf(authority.source)}. The police may charge summary-only offences whatever the plea, shop theft (${codes(authority.whateverThePlea)}), and either-way`,
  'offences with a likely guilty plea. The prosecutor decides on every other case: indictable-only offences, those that need the Director’s',
  'consent, hate crime, domestic abuse, and these:',
  '',
  ...head('Codes that begin with', 'Offence', 'Mark'),
  ...authority.reserved.map(({ code, what, status }) => row(`\`${code}\``, what, mark({ status }))),
  '',
  '## Charging limits',
  '',
  ...head('Offence', 'Limit', 'Source', 'Mark'),
  row('summary only', `${summaryOnly.months} months from the offence`, sourceOf(summaryOnly.source), mark(summaryOnly)),
  row(
    `domestic common assault (${codes(domestic.codes)}), both people ${domestic.minimumAge} or over`,
    `${domestic.monthsFromOffence} months from the offence and ${domestic.monthsFromStatement} from the first statement`,
    sourceOf(domestic.source),
    mark(domestic),
  ),
  row(`shop theft (${codes(shopTheft.codes)})`, 'none', sourceOf(shopTheft.source), mark(shopTheft)),
  row(`a course of conduct (${codes(courseOfConduct.codes)})`, 'counted from the last act', noText, mark(courseOfConduct)),
  row(
    `a longer limit may exist: ${codes(believedLonger.codes)}`,
    'the day that the police file states',
    noText,
    mark(believedLonger),
  ),
  '',
  `A plan of a conditional caution or a deferral ends ${guard.bufferDays} days before the limit (policy of the service). A plan lasts ${guard.normalPlanWeeks} weeks as a rule and`,
  `${guard.longestPlanWeeks} at most. A day that the police file states goes before a computed one.`,
  '',
  '## Gravity',
  '',
  `Source: ${sourceOf(gravity.source)}; ${mark(gravity)}. A triage aid from which a decision departs with reasons; never shown beside a choice before it is made.`,
  '',
  ...head('Score', 'Usual direction'),
  ...gravity.rows.map(({ score, disposals }) => row(score, disposals.map((one) => labels.disposals[one]).join('; '))),
  '',
  'Three scales that are never mixed:',
  '',
  ...head('Scale', 'Range', 'Used for'),
  ...gravity.scales.map(({ owner, from, to, use, isCurrent }) => row(owner, `${from} to ${to}`, isCurrent ? use : `${use} only`)),
  '',
  '## Financial penalties',
  '',
  `Source: ${sourceOf(penalties.source)}; ${mark(penalties)}. The age is that of the day on which the condition is set; penalties add up.`,
  '',
  ...head('Class', 'Age', 'Maximum'),
  ...penalties.rows.map(({ triable, ageFrom, ageTo, pounds }) => row(triable, `${ageFrom} to ${ageTo}`, `£${pounds}`)),
  '',
  '## Outcome numbers',
  '',
  `Source: ${sourceOf(outcomes.source)}; ${mark(outcomes)}. The number goes by the facts, never by the label.`,
  '',
  ...head('Disposal', 'Label', 'Numbers'),
  ...Object.entries(outcomes.numbers).map(([disposal, list]) =>
    row(`\`${disposal}\``, labels.disposals[disposal], list.join(', ')),
  ),
  '',
  `- Below ten only ${outcomes.belowTen.join(', ')}. Never a child’s: ${outcomes.adultsOnly.join(', ')}. A number that raises an alarm: ${outcomes.alarm.join(', ')}, the charging limit passed.`,
  `- A deferral up to ${outcomes.deferralBeforeOutcome23.to} was recorded under ${outcomes.deferralBeforeOutcome23.number} (${mark(outcomes.deferralBeforeOutcome23)}).`,
  '',
  '## Street resolutions',
  '',
  `${street.count} within ${street.months} months are looked at together: a reason to help, never a step up. Source: ${sourceOf(street.source)}; ${mark(street)}.`,
  '',
];
