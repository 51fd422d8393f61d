import { causesOfLateness } from './causes-of-lateness.js';
import { type Mark, type MarkKind } from './mark.js';
import authority from './tables/charging-authority.json' with { type: 'json' };
import limits from './tables/charging-limits.json' with { type: 'json' };
import penalties from './tables/financial-maxima.json' with { type: 'json' };
import gravity from './tables/gravity-directions.json' with { type: 'json' };
import outcomes from './tables/outcome-numbers.json' with { type: 'json' };
import street from './tables/street-notices.json' with { type: 'json' };

/** As a table has it: a JSON file knows no closed list. */
type Basis = Pick<Mark, 'source'> & { readonly status: string };

const mark = (kind: MarkKind, row: string, { source, status }: Basis, version: string): Mark => ({
  name: `${kind}.${row}`,
  kind,
  source,
  status: status === 'verified' ? 'verified' : 'toBeConfirmed',
  version,
});

const causes = Object.entries(causesOfLateness).map(([code, cause]) =>
  mark('cause', code, cause, cause.blamesNobody ? 'counted apart' : 'counted'),
);

const charging = [
  mark('charging', 'police', authority.police, `whatever the plea: ${authority.whateverThePlea.join(', ')}`),
  ...authority.reserved.map((row) => mark('charging', row.row, row, row.code)),
  ...authority.director.map((row) => mark('charging', row.flag, row, row.flag)),
];

const { summaryOnly, domesticCommonAssault: domestic, shopTheft, courseOfConduct, believedLonger, guard } = limits;
const ofLimits = [
  mark('limit', 'summaryOnly', summaryOnly, `${summaryOnly.months} months from ${summaryOnly.countedFrom}`),
  mark(
    'limit',
    'domesticCommonAssault',
    domestic,
    `${domestic.monthsFromOffence} months from offence and ${domestic.monthsFromStatement} from statement: ${domestic.codes.join(', ')}`,
  ),
  mark('limit', 'domesticAge', domestic.ageBasis, `both ${domestic.minimumAge} or over`),
  mark('limit', 'shopTheft', shopTheft, `none: ${shopTheft.codes.join(', ')}`),
  mark('limit', 'courseOfConduct', courseOfConduct, `from the last act: ${courseOfConduct.codes.join(', ')}`),
  mark('limit', 'believedLonger', believedLonger, `as stated: ${believedLonger.codes.join(', ')}`),
  mark('limit', 'buffer', guard.bufferBasis, `${guard.bufferDays} days before`),
  mark('limit', 'planWeeks', guard.planBasis, `${guard.normalPlanWeeks} weeks, at the longest ${guard.longestPlanWeeks}`),
];

const { deferralBeforeOutcome23: deferral } = outcomes;
const numbers = [
  mark('number', 'labels', outcomes.labels, 'what each number means'),
  ...Object.entries(outcomes.numbers).map(([disposal, list]) => mark('number', disposal, outcomes.belonging, list.join(', '))),
  mark('number', 'deferralBeforeOutcome23', deferral, `${deferral.number} up to ${deferral.to}`),
  mark('number', 'belowTen', outcomes.belowTenBasis, outcomes.belowTen.join(', ')),
  ...outcomes.adultsOnlyBasis.map((row) => mark('number', row.row, row, row.numbers.join(', '))),
];

const directions = [
  ...gravity.rows.map(({ score, disposals }) => mark('gravity', String(score), gravity, disposals.join(', '))),
  mark('gravity', 'informalFrom', gravity.informalBasis, `from ${gravity.informalFrom}`),
];

const maxima = [
  ...penalties.rows.map(({ triable, ageFrom, ageTo, pounds }) =>
    mark('penalty', `${triable}-${ageFrom}`, penalties, `${pounds} pounds, age ${ageFrom} to ${ageTo}`),
  ),
  mark('penalty', 'age', penalties.ageBasis, 'the day on which the condition is set'),
];

/** The marks of the tables' rows: causes, who charges, limits, outcome numbers, gravity, penalties, street resolutions. */
export const rowMarks: readonly Mark[] = [
  ...causes,
  ...charging,
  ...ofLimits,
  ...numbers,
  ...directions,
  ...maxima,
  mark('street', 'threshold', street, `${street.count} within ${street.months} months`),
];
