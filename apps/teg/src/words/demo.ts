import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type Instant } from '#calendar';
import { alertEntry, isAlert } from '../demo/chronicle.js';
import { inWorkingDays } from '../demo/office-time.js';
import { ownTeg } from '../demo/own-teg.js';
import { type Played, playStory } from '../demo/play-story.js';
import { storyInWords, wrapped } from '../demo/print-story.js';
import { allNotices, needed, scene, type Scene } from '../demo/scene.js';
import { storiesIn, type StoryFile } from '../demo/stories-in.js';
import { playTogether } from '../demo/timeline.js';
import { NoAnswer } from '../player/exchange.js';
import { player } from '../player/player.js';
import { readArguments } from '../read-arguments.js';
import { Halt, type Printer, type Word } from '../word.js';
import { administrator, auditor, directory } from './demonstration-people.js';
import { verifyLedger } from './verify-ledger.js';

const ofTheRepository = resolve(import.meta.dirname, '../../../../../test/referrals');

/**
 * Plays a folder of referrals on a Teg of its own and prints what became of each, as the service answered. Nothing of it is told that was
 * not answered; where the service fails the word ends with exit code 1.
 */
export const demo: Word = async (args, print, form) => {
  const { values } = readArguments(form, args, { referrals: { type: 'string', default: ofTheRepository }, lang: { type: 'string', default: 'en' } });
  const { referrals, lang } = values;
  if (lang !== 'en' && lang !== 'cy') throw new Halt(`--lang is en or cy, not "${lang}".`);
  const stories = await storiesIn(referrals);
  const startsAt = beginning(stories);
  print.err('Starting a service of its own.\n');
  const service = await ownTeg(startsAt);
  print.err(`It answers at ${service.url}, with its data in ${service.folder} until the end.\n`);
  const stop = (): void => void service.end().then(() => process.exit(1));
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    const api = player({ url: service.url, language: lang });
    const stage = scene(api, await directory(api));
    const played = await playAll(stage, stories, startsAt, print);
    await tellAll(stage, played, print);
    return await checkLedger(stage, service.folder, print);
  } catch (error) {
    if (error instanceof NoAnswer) throw new Halt(`The service of the demonstration stopped answering (${error.message}).`, 1);
    throw error;
  } finally {
    process.removeListener('SIGINT', stop).removeListener('SIGTERM', stop);
    await service.end();
  }
};

/** An hour before the first receipt. */
function beginning(stories: readonly StoryFile[]): Instant {
  const first = stories.flatMap(({ receivedAt }) => receivedAt ?? []).sort()[0];
  return new Date((first === undefined ? Date.now() : Date.parse(first)) - 3_600_000).toISOString();
}

async function playAll(stage: Scene, stories: readonly StoryFile[], startsAt: Instant, print: Printer): Promise<readonly Played[]> {
  let now = startsAt;
  const goTo = async (to: Instant): Promise<void> => {
    needed(await stage.player.write(administrator, 'POST', '/api/clock', { to }), `The clock goes to ${to}`);
    now = to;
  };
  // Day by day, so that an alert comes on the day on which it would.
  const moveTo = async (to: Instant): Promise<void> => {
    for (let next = inWorkingDays(now, 1, '09:00'); next < to; next = inWorkingDays(now, 1, '09:00')) await goTo(next);
    await goTo(to);
  };
  const played: Played[] = [];
  const parts = stories.map((from) => async (until: (instant: Instant) => Promise<void>) => {
    played.push(await playStory(from, stage, { now: () => now, until }));
    print.err(`${now.slice(0, 10)}  ${from.file} is told (${played.length} of ${stories.length})\n`);
  });
  await playTogether(startsAt, moveTo, parts);
  return [...played].sort((a, b) => (a.from.file < b.from.file ? -1 : 1));
}

async function tellAll(stage: Scene, played: readonly Played[], print: Printer): Promise<void> {
  const alerts = (await allNotices(stage)).filter(isAlert);
  print.out(`${wrapped('Invented people and referrals. Each outcome was picked in turn, from what the law left open on the day, so that every way is shown: none of it is advice. Every line is what the service answered.', 100).join('\n')}\n`);
  for (const one of played) {
    const own = alerts.filter(({ reference }) => reference !== null && reference === one.reference).map(alertEntry);
    print.out(`\n${storyInWords(one, own)}`);
  }
  const shown = [...stage.chosen].map(([outcome, times]) => `${outcome} ${times}`).join(', ');
  const ended = played.filter(({ end }) => end?.state === 'closed' || end?.state === 'noticeOnly').length;
  const sum = `${played.length} stories, ${ended} at their end. Outcomes that panels chose: ${shown === '' ? 'none' : shown}.`;
  print.out(`\n${wrapped(sum, 100).join('\n')}\n`);
}

/** The record of it all, checked as anybody could check it. */
async function checkLedger(stage: Scene, folder: string, print: Printer): Promise<0 | 1> {
  const file = join(folder, 'ledger.ndjson');
  await writeFile(file, needed(await stage.player.get<string>(auditor, '/api/ledger/export'), 'The export of the ledger'));
  const code = await verifyLedger([file], { out: (text) => print.out(`The ledger of all this: ${text}`), err: () => undefined }, '');
  return code === 0 ? 0 : 1;
}
