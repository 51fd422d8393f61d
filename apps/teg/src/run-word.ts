import { type ExitCode, Halt, type Printer } from './word.js';
import { usage } from './usage.js';
import { words } from './words.js';

/** Runs what stands on the command line. Only a `Halt` is told in one line; anything else is a bug and keeps its stack. */
export async function runWord(line: readonly string[], print: Printer): Promise<ExitCode> {
  const [name, ...args] = line;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    print.out(usage());
    return 0;
  }
  const entry = Object.hasOwn(words, name) ? words[name] : undefined;
  if (!entry) {
    print.err(`There is no word "${name}". The words are: ${Object.keys(words).join(', ')}. "teg --help" says what they do.\n`);
    return 2;
  }
  if (args.includes('--help') || args.includes('-h')) {
    print.out(`teg ${entry.form}\n    ${entry.says}\n`);
    return 0;
  }
  try {
    const word = await entry.load();
    return await word(args, print, entry.form);
  } catch (error) {
    if (!(error instanceof Halt)) throw error;
    print.err(`${error.message}\n`);
    return error.exitCode;
  }
}
