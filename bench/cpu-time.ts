import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts processor time in ticks of 10 ms. */
const tickMs = 10;

type Stat = { readonly parent: number; readonly own: number; readonly ended: number };

/** Fields after the name in parentheses, which may itself hold spaces: state, parent, ... utime, stime, cutime, cstime (11 to 14). */
function statOf(pid: string): Stat | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    return { parent: fields[1] ?? 0, own: (fields[11] ?? 0) + (fields[12] ?? 0), ended: (fields[13] ?? 0) + (fields[14] ?? 0) };
  } catch {
    return null;
  }
}

/** Processor time in milliseconds that a process and its children, those that have ended too, have used. */
export function cpuTimeOf(pid: number): number {
  const own = statOf(String(pid));
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(statOf)
    .filter((stat) => stat?.parent === pid);
  return tickMs * ((own?.own ?? 0) + (own?.ended ?? 0) + children.reduce((sum, stat) => sum + (stat?.own ?? 0), 0));
}

/** Processor time in milliseconds that children of this very process have used, once they have ended. */
export const cpuTimeOfEndedChildren = (): number => tickMs * (statOf(String(process.pid))?.ended ?? 0);
