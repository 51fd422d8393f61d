import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { NoAnswer, send } from '../player/exchange.js';
import { readReply } from '../player/reply.js';
import { readArguments } from '../read-arguments.js';
import { bodyOf, service, speaking } from '../running-teg.js';
import { Halt, type Word } from '../word.js';
import { auditor } from './demonstration-people.js';

/** Writes the ledger to a file, which is there only when it is whole. */
export const exportLedger: Word = async (args, print, form) => {
  const { values } = readArguments(form, args, { out: { type: 'string' }, as: { type: 'string', default: auditor } });
  const { out, as } = values;
  if (out === undefined) throw new Halt('Where to? Give --out FILE.');
  await speaking(() => download('/api/ledger/export', as, out));
  print.err(`The ledger stands in ${out}. "teg verify-ledger ${out}" checks it.\n`);
  return 0;
};

async function download(path: string, as: string, out: string): Promise<void> {
  const player = await service();
  const url = new URL(player.url + path);
  const response = await send({ method: 'GET', url, headers: { authorization: `Bearer ${await player.token(as)}` } });
  if (response.statusCode !== 200) {
    const parts: Buffer[] = [];
    for await (const part of response) parts.push(part as Buffer);
    bodyOf(readReply(response.statusCode ?? 0, {}, Buffer.concat(parts).toString('utf8')));
  }
  const unfinished = `${out}.unfinished`;
  try {
    await pipeline(response, createWriteStream(unfinished));
    await rename(unfinished, out);
  } catch (error) {
    await rm(unfinished, { force: true });
    const { code, path: place } = error as { code?: string; path?: string };
    if (place !== undefined) throw new Halt(`${out} cannot be written (${code ?? 'unknown'}).`);
    throw new NoAnswer(url, false, false, code ?? 'the export broke off');
  }
}
