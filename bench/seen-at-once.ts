import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { Ledger, poolOf, recordSource } from '#ledger';
import { allocate } from './allocate.js';
import { drive } from './drive.js';
import { grouped } from './figures.js';
import { ask, type Laboratory } from './laboratory.js';
import { personOf, plantCases } from './plant-cases.js';
import { type Look, type Seen } from './reading-apart.js';

const writes = 10_000;
const callers = 16;

/** Whether what one process has written is there when another process reads next. */
export async function seenAtOnce(laboratory: Laboratory, print: (line: string) => void): Promise<void> {
  const bench = await laboratory.database('seen_at_once');
  await plantCases(bench.adminUrl, { cases: writes, areas: 1, openShare: 1 });
  const reader = fork(join(import.meta.dirname, 'reading-apart.js'), [bench.appUrl], { stdio: 'inherit' });
  const waiting = new Map<string, (seen: Seen) => void>();
  reader.on('message', (message: Seen) => waiting.get(message.reference)?.(message));
  const source = recordSource(bench.appUrl, callers);
  await source.initialize();
  const ledger = new Ledger(poolOf(source));
  let there = 0;
  try {
    const rows = await ask<{ reference: string }>(bench.adminUrl, "select reference from teg.stream where kind = 'case'");
    const moves = rows.map(({ reference }, index) => ({ reference, person: personOf(index), key: `seen-${reference}` }));
    await drive(moves, callers, async (move) => {
      const outcome = await allocate(ledger, move);
      if (!outcome.ok) throw new Error(`${move.reference} was refused: ${outcome.refusal.because}`);
      const answer = new Promise<Seen>((resolve) => waiting.set(move.reference, resolve));
      reader.send({ reference: move.reference, person: move.person } satisfies Look);
      const { version, state } = await answer;
      waiting.delete(move.reference);
      if (version === outcome.value.version && state === outcome.value.state) there += 1;
    });
  } finally {
    await source.destroy();
    const ended = once(reader, 'exit');
    reader.disconnect();
    await ended;
  }
  print(
    `${grouped(there)} of ${grouped(writes)} writes were there at the next read of another process (${callers} at once): ${there === writes ? 'reached' : 'NOT reached'}`,
  );
}
