/** Where a word writes: `out` is its answer, `err` is for the person who reads along. */
export type Printer = { readonly out: (text: string) => void; readonly err: (text: string) => void };

/** How a word ends: 0 done, 1 it says no (refused, altered, does not hold), 2 it could not be asked (wrong use, unreadable, nobody answers). */
export type ExitCode = 0 | 1 | 2;

/** One word of the command line: reads its own arguments, prints, and says how it ended. `form` is how it is typed. */
export type Word = (args: readonly string[], print: Printer, form: string) => Promise<ExitCode>;

/** Thrown where a word cannot go on and the operator can do something about it: the message says what. */
export class Halt extends Error {
  override readonly name = 'Halt';

  constructor(
    message: string,
    readonly exitCode: ExitCode = 2,
  ) {
    super(message);
  }
}
