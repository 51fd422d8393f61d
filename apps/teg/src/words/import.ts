import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { canonical, type Json } from '#proof';
import { type Player } from '../player/player.js';
import { readArguments } from '../read-arguments.js';
import { saysNo, service, speaking } from '../running-teg.js';
import { Halt, type Printer, type Word } from '../word.js';
import { directory, type Person } from './demonstration-people.js';
import { senderOf } from './sender-of.js';

/** What is sent of a referral file; its other members (schema, scenario, expected, ...) are for whoever reads it. */
export type Referral = { readonly received_at?: Json; readonly notice: Json; readonly police_file?: Json };

/**
 * Sends referral files one by one; prints `file TAB status TAB reference`, or what was said against it. The key comes from the content,
 * so that importing a file again does nothing twice. Exit code 1 when one was refused.
 */
export const importReferrals: Word = async (args, print, form) => {
  const { values, positionals } = readArguments(form, args, { as: { type: 'string' } }, { min: 1, max: 10_000 });
  const files = (await Promise.all(positionals.map(filesOf))).flat();
  const referrals = await Promise.all(files.map(async (file) => ({ file, referral: referralIn(file, await readFile(file, 'utf8')) })));
  return speaking(async () => {
    const player = await service();
    const everybody = values.as === undefined ? await directory(player) : [];
    const results: boolean[] = [];
    for (const { file, referral } of referrals) results.push(await sendOne(player, file, referral, values.as ?? senderFor(file, referral, everybody), print));
    return results.every(Boolean) ? 0 : 1;
  });
};

/** Every referral file of a path: the file itself, or the *.json of a folder. */
export async function filesOf(path: string): Promise<readonly string[]> {
  try {
    if (!(await stat(path)).isDirectory()) return [path];
    const names = (await readdir(path)).filter((name) => name.endsWith('.json')).sort();
    if (names.length === 0) throw new Halt(`There is no referral (*.json) in ${path}.`);
    return names.map((name) => join(path, name));
  } catch (error) {
    if (error instanceof Halt) throw error;
    throw new Halt(`${path} cannot be read (${(error as { code?: string }).code ?? 'unknown'}).`);
  }
}

/** What is sent of a file. */
export function referralIn(file: string, text: string): Referral {
  let value: { received_at?: Json; notice?: Json; police_file?: Json } | null;
  try {
    value = JSON.parse(text) as typeof value;
  } catch {
    throw new Halt(`${file} is not JSON.`);
  }
  if (typeof value !== 'object' || value?.notice === undefined) throw new Halt(`${file} is no referral: it has no "notice".`);
  const { received_at, notice, police_file } = value;
  return { ...(received_at !== undefined && { received_at }), notice, ...(police_file !== undefined && { police_file }) };
}

function senderFor(file: string, { notice }: Referral, everybody: readonly Person[]): string {
  const sender = senderOf(notice, everybody);
  if (sender === null) throw new Halt(`Nobody of the demonstration refers for the force or court of ${file}. Say who sends it with --as EMAIL.`);
  return sender;
}

async function sendOne(player: Player, file: string, referral: Referral, as: string, print: Printer): Promise<boolean> {
  const key = createHash('sha256').update(canonical(referral)).digest('base64url');
  const reply = await player.write<{ reference: string; state?: string }>(as, 'POST', '/api/referrals', referral, { key });
  const what = reply.ok ? `${reply.body.reference}${reply.isReplay ? ' (already there)' : ''}` : saysNo(reply).replace(/^\d+ /, '');
  print.out(`${basename(file)}\t${reply.status}\t${what}\n`);
  return reply.ok;
}
