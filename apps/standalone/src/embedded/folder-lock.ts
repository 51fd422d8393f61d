import { createHash } from 'node:crypto';
import { realpathSync, rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { join } from 'node:path';

/** Another living Teg works in the folder. The message is for the operator; a program prints it and ends with 1. */
export class FolderHeld extends Error {
  override readonly name = 'FolderHeld';
}

/** Held until `release` or until the process dies, however it dies. */
export type FolderLock = { release(): Promise<void> };

/**
 * Makes this process the only Teg of `dataDir`. The lock is a listening socket, for the system closes it with its process:
 * no file can be left behind that would have to be judged. Whoever comes second asks it who holds the folder.
 * `servesAt` is the web port that is told to them.
 */
export async function takeFolderLock(dataDir: string, servesAt: number | undefined): Promise<FolderLock> {
  const address = lockAddress(dataDir);
  const holder = `process ${process.pid}${servesAt === undefined ? '' : `, port ${servesAt}`}`;
  for (let attempt = 1; ; attempt++) {
    const server = await listen(address, holder);
    if (server) return { release: () => new Promise((resolve) => server.close(() => resolve())) };
    const other = await ask(address);
    if (other !== undefined || attempt === 3) {
      throw new FolderHeld(
        `Another Teg (${other || 'it does not answer'}) is using the folder ${dataDir}: stop it first, or give this one another folder with TEG_DATA_DIR.`,
      );
    }
    // Nobody listens: the holder has just gone, or (without abstract sockets) left its file behind.
    if (!address.startsWith('\0')) rmSync(address, { force: true });
  }
}

/** On Linux a name without a file (it begins with NUL), elsewhere a socket in the folder. */
function lockAddress(dataDir: string): string {
  const place = realpathSync(dataDir);
  if (process.platform !== 'linux') return join(place, 'teg.sock');
  return `\0teg-${createHash('sha256').update(place).digest('hex')}`;
}

function listen(address: string, holder: string): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer((caller) => {
      caller.on('error', () => caller.destroy());
      caller.end(holder);
    });
    server.unref();
    server.once('error', (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error)));
    server.listen(address, () => resolve(server));
  });
}

/** Who holds the lock; '' when the holder hangs, undefined when nobody listens. */
function ask(address: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    let answer = '';
    const caller = connect(address);
    caller.setTimeout(2000, () => caller.destroy());
    caller.on('data', (part) => (answer += part.toString()));
    caller.on('error', () => resolve(undefined));
    caller.on('close', () => resolve(answer));
  });
}
