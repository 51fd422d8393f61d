import { readFile } from 'node:fs/promises';
import { verifyDraw as verify } from '#proof';
import { readArguments } from '../read-arguments.js';
import { Halt, type Word } from '../word.js';

const steps = {
  plan: 'The plan is not exact, or not the one that was announced first.',
  commitment: 'The commitment is not that of this secret and plan.',
  frame: 'The frame is not exact, or not the one that was frozen.',
  seed: 'The seed is not that of this secret, frame and text.',
  rank: 'The ranking is not the one that follows from the seed.',
  picks: 'The picks are not the first of the ranking.',
  reserves: 'The reserves or the replacements are not the next of the ranking, each in its turn and with a reason.',
} as const;

/** Replays a published draw. Says `ok` and the picks, a line `service TAB reference` each, or the first step that does not hold. */
export const verifyDraw: Word = async (args, print, form) => {
  const { positionals } = readArguments(form, args, {}, { min: 1, max: 1 });
  const [file = ''] = positionals;
  const result = verify(await textOf(file));
  if (result.ok) {
    const services = Object.keys(result.picks).sort();
    const lines = services.flatMap((service) => (result.picks[service] ?? []).map((reference) => `${service}\t${reference}\n`));
    print.out(`ok\n${lines.join('')}`);
    for (const service of services) {
      const replaced = (result.standing[service] ?? []).filter((reference) => !result.picks[service]?.includes(reference));
      if (replaced.length > 0) print.err(`${service}: in the place of picks that fell out stand ${replaced.join(', ')}.\n`);
      if (result.complete.includes(service)) print.err(`${service}: every case was taken.\n`);
    }
    return 0;
  }
  if (result.step === 'unreadable') throw new Halt(`${file} is no published draw (teg-draw-file/1).`);
  print.out(`${result.step}\n`);
  print.err(`${steps[result.step]}\n`);
  return 1;
};

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new Halt(`${file} cannot be read (${(error as { code?: string }).code ?? 'unknown'}).`);
  }
}
