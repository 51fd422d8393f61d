import { proportions } from './proportions.js';
import { type Played } from './simulation.js';
import { type SimulationPlan } from './simulation-plan.js';
import { type Summary } from './summary.js';

const ofBoth = ({ inTime, late }: Summary['panel']): string => {
  const all = inTime + late;
  return all === 0 ? 'none yet' : `${inTime} of ${all} (${Math.round((100 * inTime) / all)} %), ${late} late`;
};
const line = (what: string, value: string | number): string => `${`${what} `.padEnd(44, '.')} ${value}\n`;

/** A simulated time as a page of text. */
export function tellSimulation(plan: SimulationPlan, summary: Summary, played: Played): string {
  const { outcomes, referrals, closed } = summary;
  return [
    `A simulated service, ${plan.from} to ${plan.until}, seed ${plan.seed}. Every child in it is invented.\n\n`,
    line('referrals', referrals),
    line('closed', closed),
    line('open', `${referrals - closed}, ${summary.overdue} of them with something overdue`),
    '\nOutcomes on record, from least to most intrusive\n',
    ...Object.entries(outcomes).map(([outcome, count]) => line(`  ${outcome === 'none' ? 'not decided' : outcome}`, count)),
    '\nTime\n',
    line('  panel within 15 working days', ofBoth(summary.panel)),
    line('  assessment within 10 working days', ofBoth(summary.assessment)),
    line('  given within 5 working days', ofBoth(summary.giving)),
    line('  alerts raised', summary.alerts),
    '\nWays\n',
    line('  panels that did not agree', summary.escalations),
    line('  departures of the police', summary.departures),
    line('  decisions taken afresh', summary.freshDecisions),
    '\n',
    line('moves, papers and referrals sent', `${played.requests}, digest ${played.digest.slice(0, 16)}`),
    line('speed', `${(referrals / Math.max(played.seconds, 0.001)).toFixed(1)} cases a second`),
    line('refused against expectation', played.surprises.length),
    ...played.surprises.slice(0, 20).map(({ number, reference, event, said }) => `  case ${number} ${reference} ${event}: ${said}\n`),
  ].join('');
}

/** Which proportions were published, and which somebody assumed. */
export function tellProportions(): string {
  const told = (isPublished: boolean) =>
    proportions.filter(({ source }) => (source === 'assumed') !== isPublished).map(({ source, says }) => `  ${says}${isPublished ? ` (${source})` : ''}\n`);
  return ['Published for the Vale of Glamorgan, or taken from there:\n', ...told(true), '\nAssumed, for nobody has published them:\n', ...told(false)].join('');
}
