import { NoAnswer } from './player/exchange.js';
import { player, type Player } from './player/player.js';
import { type Reply } from './player/reply.js';
import { SignInRefused } from './player/sign-in.js';
import { Halt } from './word.js';

/** The running service of TEG_URL, as a client. Its settings are read when a word needs it, for reading them costs time. */
export async function service(): Promise<Player> {
  const { EnvironmentFaults, environmentOf, serviceUrl } = await import('#config');
  try {
    return player({ url: serviceUrl(environmentOf('teg')) });
  } catch (error) {
    if (error instanceof EnvironmentFaults) throw new Halt(error.message);
    throw error;
  }
}

/** Runs the part of a word that speaks with the service; where nobody answers or nobody may sign in, the operator is told what to do. */
export async function speaking<T>(part: () => Promise<T>): Promise<T> {
  try {
    return await part();
  } catch (error) {
    if (error instanceof NoAnswer && error.isRefused)
      throw new Halt(`No Teg answers at ${error.url.origin}: start it with npm start, or set TEG_URL (or PORT) to where it is.`);
    if (error instanceof NoAnswer) throw new Halt(`Teg at ${error.url.origin} gave ${error.message}. Try again.`);
    if (error instanceof SignInRefused) throw new Halt(error.message);
    throw error;
  }
}

/** The body of a reply, or what the service said against it as the end of the word (exit code 1). */
export function bodyOf<T>(reply: Reply<T>): T {
  if (reply.ok) return reply.body;
  throw new Halt(saysNo(reply), 1);
}

/** A refusal in one line: status, code, and where there are any the faults by their pointers. */
export function saysNo({ status, problem }: Reply<unknown> & { ok: false }): string {
  const faults = (problem.faults ?? []).map(({ pointer, code, says }) =>
    `${pointer === '' ? '/' : pointer} ${says ?? code ?? ''}`.trim(),
  );
  const other = problem.other === undefined ? [] : [`The other is ${problem.other}.`];
  return [`${status} ${problem.because}:`, problem.detail ?? problem.title ?? '', ...other, faults.join('; ')]
    .filter((part) => part !== '')
    .join(' ');
}
