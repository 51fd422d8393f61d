import { bankHolidays, instantOfLondon, parseDay } from '#calendar';
import { ownTeg } from '../demo/own-teg.js';
import { player } from '../player/player.js';
import { readArguments } from '../read-arguments.js';
import { speaking } from '../running-teg.js';
import { progressBar } from '../simulate/progress-bar.js';
import { simulation } from '../simulate/simulation.js';
import { isCovered, planDigest, simulationPlan, usualBeginning } from '../simulate/simulation-plan.js';
import { summaryOf } from '../simulate/summary.js';
import { tellProportions, tellSimulation } from '../simulate/tell-simulation.js';
import { Halt, type Printer, type Word } from '../word.js';

const options = {
  years: { type: 'string', default: '1' },
  seed: { type: 'string', default: '1' },
  referrals: { type: 'string' },
  from: { type: 'string', default: usualBeginning },
  json: { type: 'boolean', default: false },
  proportions: { type: 'boolean', default: false },
  plan: { type: 'boolean', default: false },
} as const;

/**
 * A service that does not exist, played through the API of a Teg of its own for a year: children, offences and turns are drawn from a
 * seed, in proportions that are published where they are. The same seed asks for the same, request by request. Ends with what the record
 * then says. Exit code 1 where something was refused that should not have been.
 */
export const simulate: Word = async (args, print, form) => {
  const { values } = readArguments(form, args, options);
  if (values.proportions) {
    print.out(tellProportions());
    return 0;
  }
  const years = wholeNumber('--years', values.years, 5);
  const from = dayIn(values.from);
  if (!isCovered(from, years))
    throw new Halt(`The bank holidays are known until ${bankHolidays.covers.to}: ${years} years from ${from}, and what is due afterwards, reach further. Fewer --years, or an earlier --from.`);
  const referrals = values.referrals === undefined ? undefined : wholeNumber('--referrals', values.referrals, 20_000);
  const plan = simulationPlan({ seed: values.seed, years, referrals, from });
  if (values.plan) {
    print.out(`${values.json ? JSON.stringify(plan) : `${planDigest(plan)} ${plan.cases.length} referrals ${plan.from} to ${plan.until}`}\n`);
    return 0;
  }
  return played(plan, values.json, print);
};

async function played(plan: ReturnType<typeof simulationPlan>, json: boolean, print: Printer): Promise<0 | 1> {
  print.err(`Starting a service of its own for ${plan.cases.length} referrals.\n`);
  const service = await ownTeg(instantOfLondon(plan.from, '06:00'));
  // Whoever breaks it off leaves no database behind.
  const stop = (): void => void service.end().then(() => process.exit(130));
  process.once('SIGINT', stop).once('SIGTERM', stop);
  const bar = progressBar(print.err, process.stderr.isTTY === true);
  const api = player({ url: service.url, patienceMs: 60_000 });
  try {
    return await speaking(async () => {
      const result = await simulation(api, plan, ({ share, day, received, closed }) =>
        bar.show(share, `${day}  ${received} referrals, ${closed} closed`),
      );
      const summary = await summaryOf(api, result.references, (share) => bar.show(1, `reading the record, ${Math.floor(share * 100)} %`));
      bar.end();
      const { requests, digest, surprises, seconds } = result;
      print.out(json ? `${JSON.stringify({ plan: planDigest(plan), ...summary, requests, digest, surprises, seconds })}\n` : tellSimulation(plan, summary, result));
      return result.surprises.length === 0 ? 0 : 1;
    });
  } finally {
    process.removeListener('SIGINT', stop).removeListener('SIGTERM', stop);
    await service.end();
  }
}

function wholeNumber(option: string, text: string, most: number): number {
  if (!/^[1-9]\d{0,4}$/.test(text) || Number(text) > most) throw new Halt(`${option} is a whole number from 1 to ${most}; not "${text}".`);
  return Number(text);
}

function dayIn(text: string): string {
  const day = parseDay(text);
  if (day === null) throw new Halt(`--from is a day, as 2026-04-01; not "${text}".`);
  return day;
}
