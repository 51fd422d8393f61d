// `npm run faults`: the built service is hurt while it is used, and nothing that it acknowledged may be missing afterwards.
//   --kills 60 --restarts 10 --empties 10 --clients 8 --seed N
import { parseArgs } from 'node:util';
import { runFaults } from './run-faults.js';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '60' },
    restarts: { type: 'string', default: '10' },
    empties: { type: 'string', default: '10' },
    clients: { type: 'string', default: '8' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
const report = await runFaults({
  kills: Number(values.kills),
  restarts: Number(values.restarts),
  empties: Number(values.empties),
  clients: Number(values.clients),
  seed: Number(values.seed),
  print: (line) => process.stdout.write(`${line}\n`),
});
for (const fault of report.faults.slice(0, 50)) process.stderr.write(`${fault}\n`);
process.exitCode = report.faults.length === 0 ? 0 : 1;
