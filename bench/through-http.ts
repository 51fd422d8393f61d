import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { player, type Player } from '../apps/teg/src/player/player.js';
import { type Reply } from '../apps/teg/src/player/reply.js';
import { makeReferral } from '../test/faults/referral-maker.js';
import { runService, type RunningService } from '../test/faults/running-teg.js';
import { type Driven, drive } from './drive.js';
import { grouped, median, percent, spread } from './figures.js';
import { ask, type Laboratory } from './laboratory.js';
import { findPgbench, pgbench } from './pgbench.js';

const callers = 16;
const rounds = 3;
const each = 400;

type Round = { readonly referrals: Driven; readonly moves: Driven; readonly inserts: number };

/** Referrals and moves through the API of the built service: token checked, body validated, the real commands; beside a one-row insert. */
export async function throughHttp(_: Laboratory, print: (line: string) => void): Promise<void> {
  const program = findPgbench();
  const service = await runService();
  try {
    const client = player({ url: service.url });
    const insertUrl = await withTable(service);
    let number = 0;
    const next = (count: number) => Array.from({ length: count }, () => (number += 1));
    await referred(client, next(100));
    const done: Round[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const references: string[] = [];
      const referrals = await referred(client, next(each), references);
      const moves = await allocated(client, references);
      const inserts = await pgbench(program, {
        url: insertUrl,
        script: "insert into public.single (body) values ('one row and nothing else');\n",
        clients: callers,
        times: 250,
        mode: 'prepared',
      });
      done.push({ referrals, moves, inserts });
    }
    print(
      `Through HTTP, ${callers} callers in another process, ${grouped(each)} each of referrals (notice and police file: case, child, incident and victim)`,
    );
    print(`and of moves (caseAllocated), ${rounds} rounds: median (range)`);
    for (const [name, of] of [
      ['referrals', 'referrals'],
      ['moves', 'moves'],
    ] as const) {
      const driven = done.map((round) => round[of]);
      print(
        `  ${name.padEnd(10)} a second ${spread(driven.map(({ perSecond }) => perSecond))}, p50 ${median(driven.map(({ p50 }) => p50)).toFixed(1)} ms, p99 ${median(driven.map(({ p99 }) => p99)).toFixed(1)} ms`,
      );
    }
    const ratios = done.map(({ moves, inserts }) => moves.perSecond / inserts);
    print(
      `  pgbench, one-row insert in the same database ${spread(done.map(({ inserts }) => inserts))}; moves : insert ${percent(median(ratios))} (${ratios.map(percent).join(', ')})`,
    );
    print('  Beside DBOS this was not measured: it is not installed here.');
  } finally {
    await service.end();
  }
}

async function referred(client: Player, numbers: readonly number[], references: string[] = []): Promise<Driven> {
  return drive(numbers, callers, async (number) => {
    const reply = await client.write<{ reference: string }>(
      'referring-supervisor@south-wales-police.test',
      'POST',
      '/api/referrals',
      makeReferral(number),
    );
    references.push(bodyOf(reply).reference);
  });
}

async function allocated(client: Player, references: readonly string[]): Promise<Driven> {
  return drive(references, callers, async (reference) => {
    const path = `/api/cases/${reference}/case-allocated`;
    bodyOf(
      await client.write('duty-manager@vale.test', 'POST', path, { practitioner: 'practitioner@vale.test' }, { ifMatch: 2 }),
    );
  });
}

function bodyOf<T>(reply: Reply<T>): T {
  if (!reply.ok) throw new Error(`${reply.status} ${reply.problem.because}: ${JSON.stringify(reply.problem)}`);
  return reply.body;
}

/** A table for the inserts in the very database of the service, and the address to reach it. */
async function withTable({ folder }: RunningService): Promise<string> {
  const data = join(folder, 'data');
  const password = readFileSync(join(data, 'postgres', 'teg-password'), 'utf8').trim();
  const url = `postgres://postgres:${password}@127.0.0.1:${readFileSync(join(data, 'postgres-port'), 'utf8').trim()}/postgres`;
  await ask(url, 'create table public.single (id bigint generated always as identity primary key, body text)');
  return url;
}
