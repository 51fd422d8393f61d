import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { bringUp, type Found, type RunningServer } from './bring-up.js';
import { openCluster, type Cluster } from './cluster.js';
import { databaseUser } from './database-user.js';
import { isDiskFull } from './disk-room.js';
import { takeFolderLock } from './folder-lock.js';
import { platformBinaries } from './platform-binaries.js';
import { isServerOf, serversIn } from './postmaster.js';
import { runnableBinaries } from './runnable-binaries.js';

export type PostgresOrder = {
  /** Teg's data folder; the database is its subfolder `postgres`. */
  readonly dataDir: string;
  /** False is for tests alone: it may lose what it acknowledged when the computer fails. */
  readonly durable: boolean;
  /** The port wanted; without it the one used last, else a free one. */
  readonly port?: number;
  /** The web port, told to a second Teg that wants the same folder. */
  readonly servesAt?: number;
  /** Receives one sentence for the operator about anything out of the ordinary; standard error by default. */
  readonly say?: (sentence: string) => void;
};

export type EmbeddedPostgres = {
  /** The superuser's address: for migrations alone, never for the service. */
  readonly url: string;
  readonly port: number;
  /** Of the postmaster at this moment: it changes when a killed server is launched again. */
  readonly pid: number;
  readonly found: Found;
  /** Settles with the reason when the server was lost and could not be brought back. */
  readonly lost: Promise<Error>;
  stop(): Promise<void>;
};

/**
 * Starts the embedded PostgreSQL of a data folder, or adopts it where it still runs, and keeps it running until `stop`.
 * Listens on 127.0.0.1 and a socket in its own folder; every connection needs a password. Throws `FolderHeld` when another
 * Teg uses the folder.
 */
export async function startPostgres(order: PostgresOrder): Promise<EmbeddedPostgres> {
  const say = order.say ?? ((sentence: string) => void process.stderr.write(`${sentence}\n`));
  const dataDir = resolve(order.dataDir);
  mkdirSync(dataDir, { recursive: true, mode: 0o711 });
  const lock = await takeFolderLock(dataDir, order.servesAt);
  try {
    const user = databaseUser();
    const binaries = runnableBinaries(user, platformBinaries(), say);
    const cluster = openCluster({ dataDir, durable: order.durable, binaries, user, say });
    const server = await bringUp(cluster, { port: order.port ?? lastPort(dataDir), isPortFixed: false }, say);
    if (server.found === 'stale')
      say(`The last run of ${dataDir} was killed: its stale lock was removed and the database has recovered.`);
    if (server.found === 'orphaned')
      say(
        `The database of ${dataDir} was still running (process ${server.pid}) without its Teg: it was adopted and will be stopped with this one.`,
      );
    return keep(cluster, server, () => lock.release(), say);
  } catch (error) {
    await lock.release();
    throw error;
  }
}

function keep(
  cluster: Cluster,
  first: RunningServer,
  release: () => Promise<void>,
  say: (sentence: string) => void,
): EmbeddedPostgres {
  let server = first;
  let stopping: Promise<void> | undefined;
  let repair = Promise.resolve();
  let reportLoss: (why: Error) => void;
  const lost = new Promise<Error>((report) => (reportLoss = report));

  const restart = async (): Promise<void> => {
    say(`The database (process ${server.pid}) has stopped unexpectedly: it is being started again.`);
    for (let isFirst = true; ; isFirst = false) {
      try {
        server = await bringUp({ ...cluster, isNew: false }, { port: server.port, isPortFixed: true }, say);
        return;
      } catch (why) {
        // Nothing is lost with a full disk but time: who waits for an answer is told so, and it goes on by itself when there is room.
        if (stopping || !isDiskFull(cluster.folder)) throw why;
        if (isFirst) say(`The disk of ${cluster.dataDir} is full: the database will be started again when there is room on it.`);
        await sleep(1_000);
      }
    }
  };
  let isRepairing = false;
  const watch = setInterval(() => {
    if (isRepairing || stopping || isServerOf(cluster.folder, server.pid)) return;
    isRepairing = true;
    repair = restart()
      .catch((why: Error) => reportLoss(why))
      .finally(() => (isRepairing = false));
  }, 250);
  watch.unref();

  const stop = async (): Promise<void> => {
    clearInterval(watch);
    await repair;
    await stopServer(cluster.folder, server.pid);
    await release();
  };
  return {
    url: first.url,
    port: first.port,
    found: first.found,
    lost,
    get pid() {
      return server.pid;
    },
    stop: () => (stopping ??= stop()),
  };
}

/** SIGINT is PostgreSQL's orderly stop that does not wait for clients; SIGQUIT, its immediate one, only for a server that hangs. */
async function stopServer(folder: string, pid: number): Promise<void> {
  for (const [signal, seconds] of [
    ['SIGINT', 60],
    ['SIGQUIT', 10],
  ] as const) {
    if (isServerOf(folder, pid)) process.kill(pid, signal);
    for (let tick = 0; tick < seconds * 50; tick++) {
      if (serversIn(folder).length === 0) return;
      await sleep(20);
    }
  }
  throw new Error(`The database in ${folder} (process ${pid}) does not stop.`);
}

/** Clients that were told a port like to find it again after a restart. */
function lastPort(dataDir: string): number | undefined {
  const file = join(dataDir, 'postgres-port');
  return existsSync(file) ? Number(readFileSync(file, 'utf8')) || undefined : undefined;
}
