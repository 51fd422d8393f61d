import { readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** What the folder says of its server; `isReady` is PostgreSQL's own word for "accepts connections". */
export type Postmaster = { readonly pid: number; readonly port: number; readonly isReady: boolean };

/** What postmaster.pid says, whether or not that process still lives. */
export function recordedPostmaster(folder: string): Postmaster | undefined {
  let lines: string[];
  try {
    lines = readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  const [pid, , , port, , , , status] = lines;
  return { pid: Number(pid), port: Number(port ?? 0), isReady: status?.trim() === 'ready' };
}

/**
 * The processes of a server that works in this very folder. PostgreSQL and all its children have the folder as working
 * folder, which cannot be mistaken as a number can: after a restart of the computer the old number may be anybody's. On
 * systems without /proc the recorded number has to do.
 */
export function serversIn(folder: string): readonly number[] {
  if (process.platform !== 'linux') {
    const recorded = recordedPostmaster(folder);
    return recorded && answersSignals(recorded.pid) ? [recorded.pid] : [];
  }
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => isServerOf(folder, pid));
}

/** Whether this process is one of the server that works in the folder. */
export function isServerOf(folder: string, pid: number): boolean {
  if (process.platform !== 'linux') return serversIn(folder).includes(pid);
  try {
    return (
      readFileSync(`/proc/${pid}/comm`, 'utf8').trim() === 'postgres' && readlinkSync(`/proc/${pid}/cwd`) === realpathSync(folder)
    );
  } catch {
    return false; // gone meanwhile, somebody else's, or a zombie
  }
}

/** Takes away what a killed server left. Only where no process works in the folder: the file also guards its shared memory. */
export function removeStaleFiles(folder: string): void {
  if (process.platform !== 'linux') return; // without /proc PostgreSQL judges its own file
  for (const name of readdirSync(folder))
    if (name === 'postmaster.pid' || name.startsWith('.s.PGSQL.')) rmSync(join(folder, name), { force: true });
}

function answersSignals(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
