import { hash } from 'node:crypto';
import { createReadStream, mkdtempSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { exampleSigner, exampleStream, eventLine, headerLine, issueCheckpoint, verifyExportBytes } from '#proof';
import { grouped, median, spread } from './figures.js';
import { type Laboratory } from './laboratory.js';

const streams = 100_000;
const rowsEach = 10;
const rounds = 3;
const megabyte = 1 << 20;

/** Verifying an exported ledger of a million rows, beside one SHA-256 over each of its lines, already in memory. */
export async function verifyLedger(_: Laboratory, print: (line: string) => void): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'teg-bench-'));
  try {
    const file = join(folder, 'ledger.jsonl');
    await writeExport(file);
    print(
      `An export of ${grouped(streams * rowsEach)} rows in ${grouped(streams)} streams. Verified from the file, as teg verify-ledger does; beside one SHA-256`,
    );
    print('over each line in the same language, the lines being in memory already. Seconds.');
    const [ours, bare]: [number[], number[]] = [[], []];
    for (let round = 0; round < rounds; round += 1) {
      const begun = performance.now();
      const result = await verifyExportBytes(createReadStream(file, { highWaterMark: megabyte }));
      ours.push((performance.now() - begun) / 1000);
      if (!result.ok || result.events !== streams * rowsEach) throw new Error('The export of the bench does not verify.');
      bare.push(await hashedOnly(file));
    }
    const ratios = ours.map((seconds, round) => seconds / (bare[round] ?? 1));
    print(`  verified         ${spread(ours, 2)}`);
    print(`  one hash a row   ${spread(bare, 2)}`);
    print(`  ratio            ${spread(ratios, 2)}; target at most 4: ${median(ratios) <= 4 ? 'reached' : 'NOT reached'}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Seconds for the hashes alone: reading and splitting are not counted. */
async function hashedOnly(file: string): Promise<number> {
  let counted = 0;
  let carried = '';
  for await (const chunk of createReadStream(file, { highWaterMark: 16 * megabyte, encoding: 'utf8' })) {
    const lines = `${carried}${String(chunk)}`.split('\n');
    carried = lines.pop() ?? '';
    const begun = performance.now();
    for (const line of lines) hash('sha256', line, 'hex');
    counted += performance.now() - begun;
  }
  return counted / 1000;
}

async function writeExport(file: string): Promise<void> {
  const handle = await open(file, 'w');
  const heads = [];
  const parts: string[] = [];
  for (let number = 1; number <= streams; number += 1) {
    const events = exampleStream(number, rowsEach);
    const last = events.at(-1);
    if (last) heads.push({ stream: last.stream, seq: last.seq, head: last.hash });
    parts.push(events.map((event) => `${eventLine(event)}\n`).join(''));
  }
  const signer = exampleSigner();
  const issued = issueCheckpoint(heads, '2026-11-24T12:00:00.000Z', signer);
  await handle.write(
    `${headerLine({ checkpoint: issued.note, publicKey: signer.verifierKey, events: issued.events, streams: issued.size })}\n`,
  );
  for (let from = 0; from < parts.length; from += 1000) await handle.write(parts.slice(from, from + 1000).join(''));
  await handle.close();
}
