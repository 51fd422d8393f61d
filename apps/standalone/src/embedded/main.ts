// The embedded database alone, without the service: node dist/apps/standalone/src/embedded/main.js FOLDER [--fleeting] [--port N]
// Prints one line of JSON when it answers and stops at SIGINT or SIGTERM. For whoever wants to look into a folder.
import { FolderHeld } from './folder-lock.js';
import { startPostgres } from './start-postgres.js';

const [dataDir, ...words] = process.argv.slice(2);
if (!dataDir) throw new Error('usage: main.js FOLDER [--fleeting] [--port N]');
const port = words.includes('--port') ? Number(words[words.indexOf('--port') + 1]) : undefined;

// Asked for before the start: a signal during it must not leave a server behind.
const signal = new Promise<undefined>((ask) => {
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => ask(undefined));
});
const alive = setInterval(() => undefined, 60_000);
try {
  const postgres = await startPostgres({
    dataDir,
    durable: !words.includes('--fleeting'),
    ...(port === undefined ? {} : { port }),
  });
  const { url, pid, found } = postgres;
  process.stdout.write(`${JSON.stringify({ url, port: postgres.port, pid, found })}\n`);
  const failure = await Promise.race([signal, postgres.lost]);
  await postgres.stop();
  if (failure) throw failure;
} catch (error) {
  if (!(error instanceof FolderHeld)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
} finally {
  clearInterval(alive);
}
