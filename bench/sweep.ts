import { Pool } from 'pg';
import { Ledger, poolOf, recordSource } from '#ledger';
import { sweep as sweepJob } from '../apps/worker/src/jobs/sweep.job.js';
import { type Driven, drive } from './drive.js';
import { grouped, median, spread } from './figures.js';
import { ask, type Bench, type Laboratory } from './laboratory.js';
import { plantCases } from './plant-cases.js';

/** Each planted case has three open clocks. */
const sizes = [3_334, 333_334] as const;
const due = 100;
const rounds = 3;
const looks = 200;

/** How long it takes to find what is due, among few open clocks and among many. */
export async function sweep(laboratory: Laboratory, print: (line: string) => void): Promise<void> {
  const benches: { readonly clocks: number; readonly bench: Bench; readonly done: Driven[] }[] = [];
  for (const cases of sizes) {
    const bench = await laboratory.database(`sweep_${cases}`);
    await plantCases(bench.adminUrl, { cases, areas: 20, openShare: 1 });
    await ask(
      bench.adminUrl,
      `update teg.clock set next_alert_at = timestamptz '2026-01-01' where (stream, kind) in (select stream, kind from teg.clock order by md5(stream::text || kind) limit ${due})`,
    );
    await ask(bench.adminUrl, 'vacuum analyze teg.clock');
    benches.push({ clocks: cases * 3, bench, done: [] });
  }
  print(`The worker's sweep finds ${due} alerts that are due. Milliseconds a look.`);
  for (let round = 0; round < rounds; round += 1) for (const { bench, done } of benches) done.push(await looked(bench));
  for (const { clocks, done } of benches)
    print(
      `  ${grouped(clocks).padStart(9)} open clocks   p50 ${spread(
        done.map(({ p50 }) => p50),
        2,
      )}`,
    );
  const [few, many] = benches;
  const ratios = (many?.done ?? []).map(({ p50 }, round) => p50 / (few?.done[round]?.p50 ?? 1));
  print(`  many : few   ${spread(ratios, 2)}; target at most 1.5: ${median(ratios) <= 1.5 ? 'reached' : 'NOT reached'}`);
}

async function looked(bench: Bench): Promise<Driven> {
  const source = recordSource(bench.appUrl, 1);
  await source.initialize();
  const bell = new Pool({ connectionString: bench.bellUrl, max: 1 });
  try {
    // What it finds is handed to a queue; here nobody waits for it.
    const ring = { ring: () => Promise.resolve() };
    const job = sweepJob({ bell, ledger: new Ledger(poolOf(source)), ring });
    const look = async (): Promise<void> => {
      const found = await job.run({});
      if (found !== due) throw new Error(`The sweep found ${found} alerts and not ${due}.`);
    };
    await drive(Array.from({ length: 20 }), 1, look);
    return await drive(Array.from({ length: looks }), 1, look);
  } finally {
    await bell.end();
    await source.destroy();
  }
}
