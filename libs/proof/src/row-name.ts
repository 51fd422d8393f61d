import { type Head } from './merkle-tree.js';
import { readEventLine } from './event-chain.js';

/**
 * Names an altered line as `stream seq`, although the name itself may be what was altered: by its predecessor if that is untouched, by
 * the line after it, and only then by what it says of itself. Null where nothing names it.
 */
export function nameRow(line: string, before: Head, next: string | null): string | null {
  const successor = `${before.stream} ${before.seq + 1}`;
  if (before.seq > 0 && line.includes(`"prev":"${before.head}"`)) return successor;
  const after = next === null ? null : readEventLine(next);
  if (after?.stream === before.stream && after.seq === before.seq + 2) return successor;
  if (after && after.stream !== before.stream && after.seq === 2) return `${after.stream} 1`;
  const claimed = /"stream":"([^"]+)"/.exec(line)?.[1];
  if (claimed === undefined) return null;
  return claimed === before.stream ? successor : `${claimed} 1`;
}
