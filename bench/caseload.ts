import { poolOf, Reader, recordSource } from '#ledger';
import { CaseloadList } from '../libs/casework/src/queries/caseload.query.js';
import { type Driven, drive } from './drive.js';
import { grouped, median, spread } from './figures.js';
import { ask, type Bench, type Laboratory } from './laboratory.js';
import { personOf, plantCases } from './plant-cases.js';

const sizes = [1_000, 1_000_000] as const;
const rounds = 3;
const pages = 300;

/** The first page of a service's caseload with half of all cases on it, in a small and in a large database. */
export async function caseload(laboratory: Laboratory, print: (line: string) => void): Promise<void> {
  const benches: { readonly cases: number; readonly bench: Bench; readonly done: Driven[] }[] = [];
  for (const cases of sizes) {
    const bench = await laboratory.database(`caseload_${cases}`);
    await plantCases(bench.adminUrl, { cases, areas: 2, openShare: 1 });
    benches.push({ cases, bench, done: [] });
  }
  print(
    `The caseload page's query (25 cases due first, and how many there are) as a person, through the policies, in its noted reading; half of all`,
  );
  print('cases are open and of the one service. Milliseconds.');
  for (let round = 0; round < rounds; round += 1) for (const { bench, done } of benches) done.push(await pagesOf(bench));
  const [small, large] = benches;
  for (const { cases, done } of benches) {
    print(
      `  ${grouped(cases).padStart(9)} cases   p50 ${spread(
        done.map(({ p50 }) => p50),
        2,
      )}, p95 ${spread(
        done.map(({ p95 }) => p95),
        2,
      )}`,
    );
  }
  const ratios = (large?.done ?? []).map(({ p95 }, round) => p95 / (small?.done[round]?.p95 ?? 1));
  print(`  p95 large : small   ${spread(ratios, 2)}; target at most 2: ${median(ratios) <= 2 ? 'reached' : 'NOT reached'}`);
  for (const { cases, bench } of benches)
    print(
      `  ${grouped(cases).padStart(9)} cases   files read without an index, a page: ${await scanned(bench)} of ${grouped(2 * cases)}`,
    );
}

async function pagesOf(bench: Bench): Promise<Driven> {
  const source = recordSource(bench.appUrl, 1);
  await source.initialize();
  try {
    const reader = new Reader(poolOf(source));
    const list = new CaseloadList();
    const page = async (person: string): Promise<void> => {
      await reader.ask(person, { what: 'seeCaseload' }, async (query, at) => {
        const { items, total } = await list.page(query, { of: { area: 'area-0' }, state: null, at, size: 25, offset: 0 });
        if (items.length !== 25 || total < 25) throw new Error('The page of the bench is not full.');
      });
    };
    await drive(
      Array.from({ length: 30 }, (_, index) => personOf(index)),
      1,
      page,
    );
    await ask(bench.adminUrl, 'select pg_stat_reset()');
    return await drive(
      Array.from({ length: pages }, (_, index) => personOf(index)),
      1,
      page,
    );
  } finally {
    await source.destroy();
  }
}

/** The count looks through the table until it has found enough; a whole scan would show here. */
async function scanned(bench: Bench): Promise<string> {
  const [row] = await ask<{ read: string }>(
    bench.adminUrl,
    "select seq_tup_read as read from pg_stat_user_tables where relid = 'teg.stream'::regclass",
  );
  return grouped(Number(row?.read ?? 0) / pages);
}
