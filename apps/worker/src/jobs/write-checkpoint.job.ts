import { type Ledger, writeCheckpoint } from '#ledger';
import { type NoteSigner } from '#proof';
import { type Pool } from 'pg';
import { type Job } from '../job.js';
import { type Log } from '../log.js';

type Parts = { readonly bell: Pool; readonly ledger: Ledger; readonly checkpointKey: NoteSigner; readonly log: Log };

/** Keeps a signed checkpoint over all streams, for the body that holds our past against us. */
export const keepCheckpoint = (parts: Parts): Job<'write-checkpoint'> => ({
  name: 'write-checkpoint',
  run: async () => {
    const { at } = await parts.ledger.now();
    const { streams, events, isNew } = await writeCheckpoint(parts.bell, at, parts.checkpointKey);
    if (isNew) parts.log({ code: 'checkpointWritten', at, streams, events });
    return isNew ? 1 : 0;
  },
});
