import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { type ExportResult, verifyExportBytes } from '#proof';
import { readArguments } from '../read-arguments.js';
import { Halt, type Word } from '../word.js';
import { isExport, keptCheckpointIn } from './kept-checkpoint-in.js';

type Altered = ExportResult & { readonly ok: false };

const megabyte = 1 << 20;

/**
 * Verifies an exported ledger from its bytes alone. Says `ok events=N streams=M root=...`, or the first altered row as `stream seq`
 * (`checkpoint` where it is the first line).
 */
export const verifyLedger: Word = async (args, print, form) => {
  const { values, positionals } = readArguments(form, args, { checkpoint: { type: 'string' } }, { min: 1, max: 1 });
  const [file = ''] = positionals;
  const checkpoint = values.checkpoint === undefined ? undefined : keptCheckpointIn(await textOf(values.checkpoint));
  if (checkpoint === null)
    throw new Halt(`${values.checkpoint} is no checkpoint: give what GET /api/checkpoints/latest answered, or an older export.`);
  const result = await verified(file, checkpoint);
  if (result.ok) {
    print.out(`ok events=${result.events} streams=${result.streams} root=${result.root}\n`);
    if (checkpoint === undefined) print.err(withoutCheckpoint);
    return 0;
  }
  if (result.at === 'checkpoint' && isUnreadable(result) && !(await isExport(file)))
    throw new Halt(`${file} is no exported ledger: its first line is no checkpoint (teg-ledger/1).`);
  if (result.why === 'keptNoteUnreadable' || result.why === 'keptListUnreadable')
    throw new Halt(`${values.checkpoint} cannot be read as a checkpoint.`);
  if (result.why === 'keptListMissing') {
    throw new Halt(
      `${values.checkpoint} is a checkpoint without its list of heads: it can be compared with an export of that very moment only, and this is another.`,
    );
  }
  print.out(`${result.at}\n`);
  print.err(`${reasons[result.why] ?? 'altered'} (${result.why})\n`);
  return 1;
};

const isUnreadable = ({ why }: Altered) => why === 'unreadable' || why === 'empty' || why === 'noteUnreadable';

const withoutCheckpoint =
  'Without an older checkpoint, kept by another body (--checkpoint), two things cannot be found: rows cut off at the end of a stream, and a chain recomputed as a whole.\n';

const reasons: { readonly [why: string]: string } = {
  unreadable: 'This line is not as an export writes it.',
  hash: 'This row is not what was hashed.',
  rewritten: 'This row fits its own hash, but not what the row after it remembers of it.',
  genesis: 'The first row of a stream names a predecessor.',
  missing: 'This row is missing.',
  order: 'This row stands in the wrong place.',
  kept: 'This row is not the one that the kept checkpoint holds.',
  lineFeed: 'The last line has no end.',
  counts: 'There are not as many rows or streams as the checkpoint says.',
  root: 'The heads do not give the root of the checkpoint.',
  signature: 'The signature of the checkpoint does not fit.',
  key: 'The checkpoint is signed by another key.',
  noteUnreadable: 'The checkpoint is not as one is written.',
  keptKey: 'The kept checkpoint was signed by another key than this export: one of the two is not of this ledger.',
  keptSignature: 'The signature of the kept checkpoint does not fit: the checkpoint was altered.',
  keptListRoot: 'The list of the kept checkpoint does not give its root: the checkpoint was altered.',
};

async function verified(file: string, checkpoint: string | undefined): Promise<ExportResult> {
  try {
    return await verifyExportBytes(
      createReadStream(file, { highWaterMark: megabyte }),
      checkpoint === undefined ? {} : { checkpoint },
    );
  } catch (error) {
    throw unreadable(file, error);
  }
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw unreadable(file, error);
  }
}

function unreadable(file: string, error: unknown): Error {
  const { code } = error as { code?: string };
  if (code === undefined) return error as Error;
  return new Halt(`${file} cannot be read (${code}).`);
}
