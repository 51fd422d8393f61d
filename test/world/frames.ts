import { type Instant } from '#calendar';
import { type DrawFrame, readFrame } from '#proof';
import { type DecidedCase, plantCases } from './decided-cases.js';
import { done, type ScrutinyWorld } from './scrutiny.js';

/** A day in the window of the usual order. */
export const inWindow: Instant = '2026-09-15T12:00:00.000Z';

/** Puts decided cases on record and goes on to the day of the draw. */
export async function plant(
  world: ScrutinyWorld,
  cases: readonly DecidedCase[],
  then: Instant = '2026-11-02T09:00:00.000Z',
): Promise<void> {
  await plantCases(world, cases);
  world.setTime(then);
}

/** Freezes the draw as its lead, and reads the frame that was published. */
export async function frameOf(world: ScrutinyWorld, reference: string): Promise<DrawFrame> {
  done(await world.commands.freeze.run(world.lead, reference));
  const { rows } = await world.admin.query<{ file: Buffer }>(
    "select d.file from teg.document d join teg.stream s on s.id = d.stream where s.reference = $1 and d.kind = 'drawFrame' order by d.seq desc limit 1",
    [reference],
  );
  const frame = readFrame(rows[0]?.file.toString('utf8') ?? '');
  if (!frame) throw new Error('no frame');
  return frame;
}

export const referencesOf = ({ cases }: DrawFrame): readonly string[] => cases.map(({ reference }) => reference);
