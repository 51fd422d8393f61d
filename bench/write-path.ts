import { Ledger, poolOf, recordSource } from '#ledger';
import { verifyChain } from '#proof';
import { allocate, type Move } from './allocate.js';
import { type Driven, drive } from './drive.js';
import { grouped, median, percent, spread } from './figures.js';
import { ask, type Bench, type Laboratory } from './laboratory.js';
import { findPgbench, pgbench } from './pgbench.js';
import { personOf, plantCases } from './plant-cases.js';
import { playCalls } from './play-calls.js';
import { recordCalls } from './record-calls.js';

const cases = 100_000;
const rounds = 3;
const sizes = [
  { callers: 16, moves: 8_000 },
  { callers: 1, moves: 1_600 },
] as const;

type Round = { readonly ours: Driven; readonly theirs: number; readonly inserts: number };

/** The write path beside pgbench that sends the same two statements with the same parameters to the same database. */
export async function writePath(laboratory: Laboratory, print: (line: string) => void): Promise<void> {
  const program = findPgbench();
  const bench = await laboratory.database('write_path');
  await plantCases(bench.adminUrl, { cases, areas: 1, openShare: 1 });
  const unmoved = await shuffledReferences(bench);
  const take = (count: number): Move[] =>
    unmoved.splice(0, count).map((reference, index) => ({ reference, person: personOf(index), key: `move-${reference}` }));
  await ask(
    bench.adminUrl,
    'create table public.single (id bigint generated always as identity primary key, n integer, body text); grant insert on public.single to teg_app',
  );

  print(`One audited move of a case in a database of ${grouped(cases)} cases, row-level security and chain on; moves a second.`);
  print(
    "Ours: Ledger.write on TypeORM's own pool, in this one process. Pgbench: the same prepared ledger_open and ledger_write, with parameters that",
  );
  print(
    'this ledger made for other cases of the same database and that were caught before they were sent; fetched before the clock starts.',
  );
  await oursOnce(bench, take(3_000), 16); // the compiler of JavaScript has warmed up
  for (const { callers, moves } of sizes) {
    const done: Round[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const ours = await oursOnce(bench, take(moves), callers);
      const theirs = await theirsOnce(program, bench, take(moves), callers);
      const inserts = await pgbench(program, {
        url: bench.appUrl,
        script: insert,
        clients: callers,
        times: Math.floor(moves / callers),
        mode: 'prepared',
      });
      done.push({ ours, theirs, inserts });
    }
    report(callers, done, print);
  }
  print(await chains(bench));
}

const insert = "\\set n random(1, 1000000)\ninsert into public.single (n, body) values (:n, 'one row and nothing else');\n";

/** Fresh connections in every round, opened before the clock starts, as pgbench has them. */
async function oursOnce(bench: Bench, moves: readonly Move[], callers: number): Promise<Driven> {
  const source = recordSource(bench.appUrl, callers);
  await source.initialize();
  try {
    const pool = poolOf(source);
    await Promise.all(Array.from({ length: callers }, () => pool.query('select pg_sleep(0.05)')));
    await ask(bench.adminUrl, 'checkpoint');
    const ledger = new Ledger(pool);
    return await drive(moves, callers, async (move) => {
      const outcome = await allocate(ledger, move);
      if (!outcome.ok) throw new Error(`${move.reference} was refused: ${outcome.refusal.because}`);
    });
  } finally {
    await source.destroy();
  }
}

async function theirsOnce(program: string, bench: Bench, moves: readonly Move[], callers: number): Promise<number> {
  const source = recordSource(bench.appUrl, 1);
  await source.initialize();
  try {
    return await playCalls(program, bench, await recordCalls(poolOf(source), moves), callers);
  } finally {
    await source.destroy();
  }
}

function report(callers: number, done: readonly Round[], print: (line: string) => void): void {
  const ratios = done.map(({ ours, theirs }) => ours.perSecond / theirs);
  const pairs = done.map(({ theirs, inserts }) => theirs / inserts);
  print('');
  print(`${callers} ${callers === 1 ? 'caller' : 'callers'}, ${rounds} interleaved rounds: median (range)`);
  print(
    `  ours             ${spread(done.map(({ ours }) => ours.perSecond))}, p50 ${median(done.map(({ ours }) => ours.p50)).toFixed(2)} ms, p99 ${median(done.map(({ ours }) => ours.p99)).toFixed(2)} ms`,
  );
  print(`  pgbench          ${spread(done.map(({ theirs }) => theirs))}`);
  print(`  pgbench, one-row insert ${spread(done.map(({ inserts }) => inserts))}`);
  print(
    `  ours : pgbench   ${percent(median(ratios))} (${ratios.map(percent).join(', ')})${callers === 16 ? `; target 60 %: ${median(ratios) >= 0.6 ? 'reached' : 'NOT reached'}` : ''}`,
  );
  print(
    `  the two statements : one-row insert   ${percent(median(pairs))} (${pairs.map(percent).join(', ')})${callers === 16 ? `; target 33 %: ${median(pairs) >= 1 / 3 ? 'reached' : 'NOT reached'}` : ''}`,
  );
}

/** In an order that has nothing to do with where the rows lie; always the same. */
async function shuffledReferences(bench: Bench): Promise<string[]> {
  const rows = await ask<{ reference: string }>(
    bench.adminUrl,
    "select reference from teg.stream where kind = 'case' order by md5(reference || 'order of the bench')",
  );
  return rows.map(({ reference }) => reference);
}

/** Every stream that was moved, ours and pgbench's, verified from its first event. */
async function chains(bench: Bench): Promise<string> {
  const rows = await ask<{ stream: string; events: Parameters<typeof verifyChain>[1] extends Iterable<infer E> ? E[] : never }>(
    bench.adminUrl,
    `select e.stream, json_agg(json_build_object('stream', e.stream, 'seq', e.seq, 'type', e.type, 'at', to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
       'person', e.person, 'commandKey', e.command_key, 'requestDigest', encode(e.request_digest, 'hex'), 'digest', encode(e.digest, 'hex'),
       'prev', encode(e.prev, 'hex'), 'hash', encode(e.hash, 'hex')) order by e.seq) as events
     from teg.event e where e.stream in (select id from teg.stream where version > 1) group by e.stream`,
  );
  const broken = rows.filter(({ stream, events }) => !verifyChain(stream, events).ok).length;
  return `\n${grouped(rows.length)} cases were moved; their chains ${broken === 0 ? 'all verify' : `do NOT all verify: ${broken} broken`}.`;
}
