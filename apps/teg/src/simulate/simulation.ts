import { type Instant, londonDay } from '#calendar';
import { canonical, type Json, sha256hex } from '#proof';
import { type Player } from '../player/player.js';
import { bodyOf } from '../running-teg.js';
import { administrator } from '../words/demonstration-people.js';
import { carryingOutSteps } from './carrying-out-steps.js';
import { decidingSteps } from './deciding-steps.js';
import { decisionSteps } from './decision-steps.js';
import { diary, type Due } from './diary.js';
import { type Matter, matterOf, type Stage, type Surprise } from './matter.js';
import { officeOf, type Visit } from './office.js';
import { type SimulationPlan } from './simulation-plan.js';
import { sentAt } from './working-hours.js';

const visits: { readonly [stage in Stage]: Visit } = { ...decidingSteps, ...decisionSteps, ...carryingOutSteps };

/** How far it has come. */
export type Progress = { readonly day: string; readonly share: number; readonly received: number; readonly closed: number };

export type Played = {
  readonly references: readonly string[];
  readonly requests: number;
  /** SHA-256 over every request of every case, ids that are made anew each time left out: two runs of one seed have the same. */
  readonly digest: string;
  readonly surprises: readonly Surprise[];
  readonly seconds: number;
};

/** At how many cases of one moment the service works at a time. */
const atATime = 6;

/** Plays the plan through the API of a service whose clock it may move: from moment to moment, until the time of the plan is over. */
export async function simulation(player: Player, plan: SimulationPlan, tell: (progress: Progress) => void): Promise<Played> {
  const begun = Date.now();
  const office = officeOf(player);
  const matters = plan.cases.map(matterOf);
  const ahead = diary<Stage>();
  for (const { number, receivedAt } of plan.cases) ahead.add({ at: sentAt(receivedAt), number, what: 'receipt' });
  const moveTo = clockOf(player);
  const closed = () => matters.filter(({ state }) => state === 'closed').length;

  for (let moment = ahead.next(); moment.length > 0; moment = ahead.next()) {
    const [{ at }] = moment as readonly [Due<Stage>];
    if (londonDay(at) >= plan.until) break;
    await moveTo(at);
    await inParallel(byCase(moment), async (due) => {
      for (const { number, what } of due) {
        const matter = matterFor(matters, number);
        // Whatever failed before it was on record has nothing to be asked about.
        if (matter.hands === null && what !== 'receipt') continue;
        for (const step of await visits[what](matter, at, office)) ahead.add({ ...step, number });
      }
    });
    tell({ ...shareOf(plan, at), received: matters.filter(({ hands }) => hands !== null).length, closed: closed() });
  }
  return {
    references: matters.flatMap(({ hands }) => (hands === null ? [] : [hands.reference])),
    requests: matters.reduce((sum, { requests }) => sum + requests.length, 0),
    digest: sha256hex(canonical(matters.map(({ requests }) => requests) as Json)),
    surprises: matters.flatMap(({ surprises }) => surprises),
    seconds: (Date.now() - begun) / 1000,
  };
}

function matterFor(matters: readonly Matter[], number: number): Matter {
  const matter = matters[number - 1];
  if (matter === undefined) throw new Error(`There is no case ${number}.`);
  return matter;
}

/** Case time goes on by itself while requests are made, and never back: a moment that has passed already needs no move. */
function clockOf(player: Player): (at: Instant) => Promise<void> {
  let now: Instant = '';
  let movedAt = 0;
  return async (at) => {
    const reached = now === '' ? '' : new Date(Date.parse(now) + Date.now() - movedAt).toISOString();
    if (reached >= at) return;
    const moved = bodyOf(await player.write<{ readonly now: Instant }>(administrator, 'POST', '/api/clock', { to: at }, { answerWithinMs: 600_000 }));
    [now, movedAt] = [moved.now, Date.now()];
  };
}

/** What is due of one moment, case by case: two things of one case are done one after the other. */
function byCase(moment: readonly Due<Stage>[]): readonly (readonly Due<Stage>[])[] {
  const cases = new Map<number, Due<Stage>[]>();
  for (const due of moment) cases.set(due.number, [...(cases.get(due.number) ?? []), due]);
  return [...cases.values()];
}

async function inParallel<T>(list: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  let next = 0;
  const hand = async (): Promise<void> => {
    for (let one = list[next++]; one !== undefined; one = list[next++]) await work(one);
  };
  await Promise.all(Array.from({ length: Math.min(atATime, list.length) }, hand));
}

function shareOf({ from, until }: SimulationPlan, at: Instant): Pick<Progress, 'day' | 'share'> {
  const [first, last] = [Date.parse(`${from}T00:00:00Z`), Date.parse(`${until}T00:00:00Z`)];
  return { day: londonDay(at), share: Math.min(1, (Date.parse(at) - first) / (last - first)) };
}
