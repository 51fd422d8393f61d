// `npm run bench [part ...]`: measurements, each beside a floor in the same run. Never run by the tests.
import { openLaboratory, type Laboratory } from './laboratory.js';

type Part = (laboratory: Laboratory, print: (line: string) => void) => Promise<void>;

const parts: { readonly [name: string]: () => Promise<Part> } = {
  write: async () => (await import('./write-path.js')).writePath,
  http: async () => (await import('./through-http.js')).throughHttp,
  seen: async () => (await import('./seen-at-once.js')).seenAtOnce,
  verify: async () => (await import('./verify-ledger.js')).verifyLedger,
  caseload: async () => (await import('./caseload.js')).caseload,
  sweep: async () => (await import('./sweep.js')).sweep,
  alerts: async () => (await import('./alerts-at-once.js')).alertsAtOnce,
  draw: async () => (await import('./draw.js')).draw,
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(parts, name));
if (unknown.length > 0) {
  process.stderr.write(`There is no part "${unknown.join('", "')}". The parts are: ${Object.keys(parts).join(', ')}.\n`);
  process.exit(2);
}
const laboratory = await openLaboratory();
try {
  process.stdout.write(`PostgreSQL: ${laboratory.durability}\n`);
  if (!laboratory.isDurable) throw new Error('A database that may lose what it acknowledged is not measured.');
  for (const [name, load] of Object.entries(parts)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    process.stdout.write(`\n== ${name}\n`);
    const part = await load();
    await part(laboratory, (line) => process.stdout.write(`${line}\n`));
  }
} finally {
  await laboratory.stop();
}
