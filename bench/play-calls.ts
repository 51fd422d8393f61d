import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { type Bench } from './laboratory.js';
import { moveScript, startingLine } from './move-script.js';
import { pgbench } from './pgbench.js';
import { type Calls } from './record-calls.js';

/** Moves per second by pgbench, which sends the recorded calls; from the moment when every client has its parameters. */
export async function playCalls(program: string, bench: Bench, calls: readonly Calls[], clients: number): Promise<number> {
  const { script, rows, moves } = moveScript(calls, clients);
  const client = new Client({ connectionString: bench.adminUrl });
  await client.connect();
  try {
    await client.query('create schema if not exists bench; grant usage on schema bench to teg_app');
    await client.query(
      'drop table if exists bench.call; create table bench.call (client integer, n integer, open text, write text, primary key (client, n)); grant select on bench.call to teg_app',
    );
    for (let from = 0; from < rows.length; from += 500) {
      const part = rows.slice(from, from + 500);
      const columns = [
        part.map((row) => row.client),
        part.map((row) => row.n),
        part.map((row) => row.open),
        part.map((row) => row.write),
      ];
      await client.query('insert into bench.call select * from unnest($1::int[], $2::int[], $3::text[], $4::text[])', columns);
    }
    await client.query('analyze bench.call; checkpoint');
    await client.query('select pg_advisory_lock($1)', [startingLine]);
    const played = pgbench(program, { url: bench.appUrl, script, clients, times: 1, mode: 'simple' });
    await waitForAll(client, clients, played);
    const begun = performance.now();
    await client.query('select pg_advisory_unlock($1)', [startingLine]);
    await played;
    return moves / ((performance.now() - begun) / 1000);
  } finally {
    await client.end();
  }
}

async function waitForAll(client: Client, clients: number, played: Promise<unknown>): Promise<void> {
  let failure: unknown;
  played.catch((error: unknown) => (failure = error));
  for (;;) {
    const { rows } = await client.query<{ waiting: number }>(
      "select count(*)::int as waiting from pg_locks where locktype = 'advisory' and objid = $1 and not granted",
      [startingLine],
    );
    if (rows[0]?.waiting === clients) return;
    if (failure !== undefined) throw failure;
    await sleep(20);
  }
}
