import { runWord } from './run-word.js';

/** What a word said when it was run in this process: for tests. */
export type Said = { readonly code: number; readonly out: string; readonly err: string };

export async function said(...line: readonly string[]): Promise<Said> {
  let out = '';
  let err = '';
  const code = await runWord(line, { out: (text) => (out += text), err: (text) => (err += text) });
  return { code, out, err };
}
