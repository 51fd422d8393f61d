import { type Ledger, writeCheckpoint } from '#ledger';
import { type NoteSigner } from '#proof';
import { type Pool } from 'pg';
import { type Job } from '../job.js';
import { type Log } from '../log.js';

type Parts = { readonly bell: Pool; readonly ledger: Ledger; readonly checkpointKey: NoteSigner; readonly log: Log };

/**
 * A checkpoint lists every head, so its rest grows with the record: a tenth of a second for each stream. Six hundred files are
 * signed each minute, a million each day, and what is kept in a day stays the same.
 */
const restMsOfStream = 100;

/** Keeps a signed checkpoint over all streams, for the body that holds our past against us. */
export const keepCheckpoint = (parts: Parts): Job<'write-checkpoint'> => ({
  name: 'write-checkpoint',
  run: async () => {
    const { rows } = await parts.bell.query<{ at: Date; streams: string }>(
      'select at, streams from teg.checkpoint order by id desc limit 1',
    );
    const [last] = rows;
    const { at } = await parts.ledger.now();
    const restedMs = last ? Date.parse(at) - last.at.getTime() : Infinity;
    // A clock that was set back is no rest: without a checkpoint until it has caught up, a tail that was cut off meanwhile would not be missed.
    if (restedMs >= 0 && restedMs < Number(last?.streams ?? 0) * restMsOfStream) return 0;
    return checkpointNow(parts);
  },
});

/** The same without the rest, where somebody waits for it. Answers 0 where nothing has happened since the last. */
export async function checkpointNow({ bell, ledger, checkpointKey, log }: Parts): Promise<number> {
  const { at } = await ledger.now();
  const { streams, events, isNew } = await writeCheckpoint(bell, at, checkpointKey);
  if (isNew) log({ code: 'checkpointWritten', at, streams, events });
  return isNew ? 1 : 0;
}
