/** One line of the operator's log: a code and ids, never a word about a child. */
export type LogLine = { readonly code: string; readonly [name: string]: string | number | boolean | null };
export type Log = (line: LogLine) => void;

/**
 * What may be said about a failure: its kind and where it arose. The message stays out, because PostgreSQL quotes the values of
 * the row it refused.
 */
export function failureOf(error: unknown): {
  readonly failure: string;
  readonly sqlState: string | null;
  readonly where: string | null;
} {
  const { name, code, stack } = (error ?? {}) as { name?: string; code?: string; stack?: string };
  const frame = stack?.split('\n').find((line) => line.startsWith('    at ')) ?? null;
  // The name of the file is enough: where the house stands on this machine is nobody's business.
  const where = frame === null ? null : frame.trim().replace(/(?:file:\/\/)?\/\S*\/(?=[^/\s]+:\d)/, '');
  return { failure: name ?? typeof error, sqlState: typeof code === 'string' ? code : null, where };
}

/** During an outage a queue complains a thousand times a second: the same complaint is written once in this many milliseconds. */
const quietMs = 5_000;

/** A log that does not repeat itself, for what BullMQ reports of its own accord. */
export function seldom(log: Log): Log {
  const last = new Map<string, number>();
  return (line) => {
    const complaint = [line.code, line['queue'], line['failure'], line['sqlState']].join(' ');
    // Not the time of day: a clock that is set back would silence the log until it has caught up.
    const now = performance.now();
    if (now - (last.get(complaint) ?? -quietMs) < quietMs) return;
    last.set(complaint, now);
    log(line);
  };
}
