import { createServer } from 'node:net';

/** Somebody else listens on the port. */
export class PortTaken extends Error {}

/** Throws PortTaken before anything is started, so that a second Teg does not wake a database for nothing. */
export async function refuseTakenPort(port: number): Promise<void> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE')
        reject(new PortTaken(`Port ${port} is taken. Stop what uses it, or start Teg with another: PORT=${port + 1} npm start`));
      else if (error.code === 'EACCES')
        reject(new PortTaken(`Port ${port} may not be used by this account. Start Teg with another: PORT=3000 npm start`));
      else reject(error);
    });
    server.listen(port, '127.0.0.1', resolve);
  });
  await new Promise((closed) => server.close(closed));
}
