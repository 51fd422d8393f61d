import { setTimeout as sleep } from 'node:timers/promises';
import { type Instant } from '#calendar';
import { type Player } from '../../apps/teg/src/player/player.js';
import { askDatabase } from './database-of.js';
import { patientPlayer } from './patient-player.js';
import { type Scene } from './scene.js';

const administrator = 'administrator@vale.test';
const hour = 3_600_000;
const day = 24 * hour;

/**
 * How the case clock jumps: some days, which nobody asks the worker to handle until it has begun by itself; to a minute before the next
 * alert and then to its very moment; or in the middle of a kill.
 */
export type Jump = 'days' | 'brink' | 'killed';

export async function jump(scene: Scene, how: Jump): Promise<void> {
  const { dice, service } = scene;
  const speaking = patientPlayer(service.url);
  const now = await caseTime(speaking);
  if (how === 'brink') {
    const next = await nextAlert(scene, now);
    if (next !== null && Date.parse(next) - Date.parse(now) > 120_000) {
      await moveTo(scene, speaking, later(next, -60_000));
      return moveTo(scene, speaking, next);
    }
  }
  const to = later(now, dice.between(1, 12) * day + dice.between(-6, 6) * hour);
  if (how !== 'killed') {
    await pass(scene, to);
    return moveTo(scene, speaking, later(to, 1_000));
  }
  const moved = moveTo(scene, speaking, to);
  moved.catch(() => undefined); // it is awaited below; until then the kill may be what fails
  await service.killAfter(dice.between(0, 1_500));
  await service.startAgain();
  return moved;
}

/** As if the days had passed: what is due by then is found by the worker's own sweep and goes through the queue. */
async function pass({ service, heard }: Scene, to: Instant): Promise<void> {
  const look = async () =>
    (
      await askDatabase<{ due: number; raised: number }>(
        service,
        `select (select count(*)::int from teg.clock where stopped_at is null and next_alert_at <= '${to}') as due,
           (select count(*)::int from teg.alert_sent) as raised`,
      )
    )[0] ?? { due: -1, raised: -1 };
  const { raised } = await look();
  await askDatabase(service, `select teg.move_demonstration_clock('${to}')`);
  for (const until = performance.now() + 120_000; performance.now() < until; await sleep(100)) {
    const now = await look();
    if (now.due === 0 || now.raised > raised) return;
  }
  heard.unexpected.push(`the worker raised nothing of what was due at ${to}`);
}

/** So many days on, and all that fell due has been handled. */
export async function moveOn(scene: Pick<Scene, 'settled'>, speaking: Player, days: number): Promise<void> {
  await moveTo(scene, speaking, later(await caseTime(speaking), days * day));
}

/** Moves it and waits until all that fell due has been handled; where the answer was lost, the clock stands there already and goes on. */
export async function moveTo({ settled }: Pick<Scene, 'settled'>, speaking: Player, wanted: Instant): Promise<void> {
  const from = await caseTime(speaking);
  for (let to = wanted, attempt = 0; attempt < 10; attempt += 1) {
    const reply = await speaking.write<{ now: Instant }>(
      administrator,
      'POST',
      '/api/clock',
      { to },
      { answerWithinMs: 600_000 },
    );
    if (reply.ok) {
      settled.push({ from, to, answered: reply.body.now });
      return;
    }
    const isThere = reply.problem.faults?.some(({ code }) => code === 'beforeNow') === true;
    if (!isThere) throw new Error(`The case clock was not moved: ${reply.status} ${reply.problem.because}`);
    to = later(await caseTime(speaking), 1_000);
  }
  throw new Error('The case clock was not moved, however often it was asked.');
}

async function caseTime(speaking: Player): Promise<Instant> {
  const reply = await speaking.get<{ now: Instant }>(administrator, '/api/clock');
  if (!reply.ok) throw new Error(`The case clock cannot be read: ${reply.status} ${reply.problem.because}`);
  return reply.body.now;
}

async function nextAlert({ service }: Scene, now: Instant): Promise<Instant | null> {
  const rows = await askDatabase<{ at: Date | null }>(
    service,
    `select min(next_alert_at) as at from teg.clock where stopped_at is null and next_alert_at > '${now}'`,
  );
  return rows[0]?.at?.toISOString() ?? null;
}

const later = (at: Instant, ms: number): Instant => new Date(Date.parse(at) + ms).toISOString();
