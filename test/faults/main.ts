// `npm run faults [part ...]`: the built service is hurt while it is used, and nothing that it acknowledged may be missing afterwards.
//   --seed N --clients 8
import { parseArgs } from 'node:util';
import { type FaultOrder, runFaults } from './run-faults.js';

const parts: { readonly [name: string]: Omit<FaultOrder, 'seed' | 'clients' | 'print'> } = {
  killed: { kills: 60, restarts: 10, empties: 10, jumps: 12, isTwice: true },
  redis: { kills: 10, restarts: 2, empties: 6, jumps: 6, isTwice: true, queue: 'redis' },
  clock: { clockMoves: 16, kills: 4, empties: 2 },
  disk: { fullDisks: 6, kills: 2 },
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    clients: { type: 'string', default: '8' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
const unknown = positionals.filter((name) => !Object.hasOwn(parts, name));
if (unknown.length > 0) {
  process.stderr.write(`There is no part "${unknown.join('", "')}". The parts are: ${Object.keys(parts).join(', ')}.\n`);
  process.exit(2);
}
for (const [name, order] of Object.entries(parts)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  process.stdout.write(`\n== ${name}\n`);
  const report = await runFaults({
    ...order,
    clients: Number(values.clients),
    seed: Number(values.seed),
    print: (line) => process.stdout.write(`${line}\n`),
  });
  for (const fault of report.faults.slice(0, 50)) process.stderr.write(`${fault}\n`);
  if (report.faults.length > 0) process.exitCode = 1;
}
