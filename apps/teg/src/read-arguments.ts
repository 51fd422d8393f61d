import { parseArgs, type ParseArgsConfig } from 'node:util';
import { Halt } from './word.js';

type Options = NonNullable<ParseArgsConfig['options']>;
type Read<T extends Options> = ReturnType<typeof parseArgs<{ args: string[]; options: T; strict: true; allowPositionals: true }>>;

/**
 * The options and the other arguments of a word. `form` is how it is called, and is shown when it was called otherwise: an unknown
 * option, a missing value, too few or too many arguments.
 */
export function readArguments<const T extends Options>(
  form: string,
  args: readonly string[],
  options: T,
  count: { min: number; max: number } = { min: 0, max: 0 },
): Read<T> {
  let read: Read<T>;
  try {
    read = parseArgs({ args: [...args], options, strict: true, allowPositionals: true });
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    if (!code?.startsWith('ERR_PARSE_ARGS')) throw error;
    throw new Halt(`${message.split('. ')[0]}. Use: teg ${form}`);
  }
  const { length } = read.positionals;
  if (length < count.min) throw new Halt(`Something is missing. Use: teg ${form}`);
  if (length > count.max) throw new Halt(`"${read.positionals[count.max] ?? ''}" is one argument too many. Use: teg ${form}`);
  return read;
}
