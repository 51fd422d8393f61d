import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

type Fields = { [name: string]: unknown };
/** A referral of `test/referrals` as a client sends it. Plain and changeable: every test alters its own copy. */
export type SentReferral = { received_at: string; notice: Fields; police_file: Fields };
export type ExampleReferral = SentReferral & { readonly reference: string; readonly expected: Fields };

const folder = join(__dirname, '../referrals');

/** All fifteen, each a fresh copy. */
export const exampleReferrals = (): readonly ExampleReferral[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as ExampleReferral);

/** The body of one of them, by its number: `aReferral('R05')`. Nothing but what is sent is in it. */
export function aReferral(number = 'R01'): SentReferral {
  const found = exampleReferrals().find(({ reference }) => reference.includes(number));
  if (!found) throw new Error(`There is no referral ${number}.`);
  const { received_at, notice, police_file } = found;
  return { received_at, notice, police_file };
}

/** The same with one answer set, by its path: `with('notice.child.family_name', null)`. */
export function saying<T extends object>(body: T, path: string, value: unknown): T {
  const names = path.split('.');
  const last = names.pop() ?? '';
  let at = body as Fields;
  for (const name of names) at = at[name] as Fields;
  at[last] = value;
  return body;
}
