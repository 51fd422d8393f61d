// What `npm start` runs: web and worker in one process, on the embedded PostgreSQL of the demonstration, or on DATABASE_URL where it is set.
import { EnvironmentFaults, environmentOf } from '#config';
import { RoleBypassesSecurity } from '#ledger';
import { QueueNotPrepared } from '#worker';
import { FolderHeld } from './embedded/folder-lock.js';
import { PortTaken, refuseTakenPort } from './refuse-taken-port.js';
import { type Running, runDemonstration, runOn } from './run-teg.js';
import { whatToTry } from './what-to-try.js';

/** Mistakes of the operator: the sentence is enough, a stack would hide it. */
const plain = [EnvironmentFaults, FolderHeld, PortTaken, QueueNotPrepared, RoleBypassesSecurity];

async function main(): Promise<void> {
  // Asked for before the start: a signal during it must not leave a database behind.
  const signalled = new Promise<'signal'>((ask) => {
    for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, () => ask('signal'));
  });
  const environment = environmentOf('standalone');
  await refuseTakenPort(environment.PORT);
  const running: Running = environment.DATABASE_URL
    ? await runOn(environment, environment.DATABASE_URL)
    : await runDemonstration(environment);
  process.stdout.write(
    running.isDemonstration ? whatToTry(running.url, environment.TEG_DATA_DIR) : `Teg answers at ${running.url}\n`,
  );

  const why = await Promise.race([signalled, running.lost]);
  process.stdout.write('Stopping.\n');
  await running.stop();
  if (why !== 'signal') throw why;
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    const isPlain = plain.some((kind) => error instanceof kind);
    process.stderr.write(
      `${isPlain ? (error as Error).message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    process.exit(1);
  },
);
