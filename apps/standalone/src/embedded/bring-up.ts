import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { passwordOf, type Cluster } from './cluster.js';
import { isDiskFull } from './disk-room.js';
import { recordedPostmaster, removeStaleFiles, serversIn } from './postmaster.js';
import { freePort, launchServer, type ServerProcess } from './postgres-child.js';

/** How the folder was found: just made, stopped in order, killed (its lock file lay there), or with its server still running. */
export type Found = 'new' | 'stopped' | 'stale' | 'orphaned';

export type RunningServer = { readonly pid: number; readonly port: number; readonly url: string; readonly found: Found };

const patienceMs = 120_000; // recovery after a crash reads the whole write-ahead log since the last checkpoint

/**
 * Brings the server of this folder to the point where it answers: adopts one that runs, waits for one that is starting or
 * stopping, launches one where there is none. The caller holds the folder's lock. With `isPortFixed` a taken port is waited
 * for, because others already know it; else another is taken.
 */
export async function bringUp(
  cluster: Cluster & { isNew: boolean },
  wish: { port: number | undefined; isPortFixed: boolean },
  say: (sentence: string) => void,
): Promise<RunningServer> {
  let found: Found = cluster.isNew ? 'new' : 'stopped';
  let port = wish.port ?? (await freePort());
  let launched: ServerProcess | undefined;
  let failures = 0;
  for (const until = performance.now() + patienceMs; performance.now() < until; await sleep(20)) {
    const recorded = recordedPostmaster(cluster.folder);
    const working = serversIn(cluster.folder);
    if (recorded?.isReady && working.includes(recorded.pid)) {
      const url = `postgres://postgres:${passwordOf(cluster.folder)}@127.0.0.1:${recorded.port}/postgres`;
      const answer = await askServer(url);
      if (answer === 'notYet') continue;
      if (cluster.durable && !answer.isDurable) {
        process.kill(recorded.pid, 'SIGINT');
        continue;
      }
      if (!launched) found = 'orphaned';
      notePort(cluster.dataDir, recorded.port);
      return { pid: recorded.pid, port: recorded.port, url, found };
    }
    if (working.length > 0 || (launched && !launched.hasEnded)) continue;
    if (launched) {
      const why = launched.log;
      if (/could not create any TCP\/IP sockets/.test(why)) {
        if (wish.isPortFixed) await sleep(500);
        else {
          const other = await freePort();
          say(`Port ${port} is taken, so the database listens on port ${other}.`);
          port = other;
        }
      } else if (++failures === 3)
        throw new Error(
          `PostgreSQL does not start in ${cluster.folder}${isDiskFull(cluster.folder) ? ', whose disk is full' : ''}:\n${why}`,
        );
    } else if (recorded) {
      found = 'stale';
    }
    if (recorded) removeStaleFiles(cluster.folder);
    launched = launchServer(cluster, port);
  }
  throw new Error(
    `PostgreSQL in ${cluster.folder} has not answered for ${patienceMs / 1000} seconds; ${join(cluster.dataDir, 'postgres.log')} says why.`,
  );
}

/** Written only where it is news: on a full disk writing would empty the file. */
function notePort(dataDir: string, port: number): void {
  const file = join(dataDir, 'postgres-port');
  const line = `${port}\n`;
  if (!existsSync(file) || readFileSync(file, 'utf8') !== line) writeFileSync(file, line);
}

/** Signing in with the folder's own password also proves that it is the folder's own server. */
async function askServer(url: string): Promise<{ isDurable: boolean } | 'notYet'> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000, application_name: 'teg start' });
  client.on('error', () => undefined); // the server may go down again while we ask; the next look shows it
  try {
    await client.connect();
    const { rows } = await client.query<{ safe: boolean }>(
      `select bool_and(setting = 'on') as safe from pg_settings where name in ('fsync', 'synchronous_commit', 'full_page_writes')`,
    );
    return { isDurable: rows[0]?.safe === true };
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === '28P01')
      throw new Error(
        'The password in the database folder is not the one that this database knows: restore the folder from a backup.',
        { cause: error },
      );
    return 'notYet';
  } finally {
    await client.end().catch(() => undefined);
  }
}
