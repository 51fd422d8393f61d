import { environmentOf } from '#config';
import { composeWorker, type Log } from './compose.js';

const log: Log = (line) => void process.stdout.write(`${JSON.stringify({ at: new Date().toISOString(), ...line })}\n`);

/** Set by readEnvironment for the program `worker`, which does not start without them. */
const given = (value: string | undefined): string => {
  if (value === undefined) throw new Error('The environment was not checked.');
  return value;
};

/** Resolves at the first signal to end, also during the start. A second one does not wait: what was not written is rung for again. */
const asked = new Promise<string>((resolve) => {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      process.once(signal, () => process.exit(1));
      resolve(signal);
    });
  }
});

async function main(): Promise<void> {
  const environment = environmentOf('worker');
  const worker = await composeWorker({
    appUrl: given(environment.DATABASE_URL),
    bellUrl: given(environment.BELL_DATABASE_URL),
    eraserUrl: given(environment.ERASER_DATABASE_URL),
    redisUrl: environment.REDIS_URL,
    checkpointKey: given(environment.CHECKPOINT_KEY),
    log,
  });
  log({ code: 'workerStarted', queue: environment.REDIS_URL === undefined ? 'postgres' : 'redis' });

  log({ code: 'workerStopping', signal: await asked });
  // With the database away a stop may wait for ever.
  setTimeout(() => process.exit(1), 15_000).unref();
  await worker.stop();
  log({ code: 'workerStopped' });
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
