import { spawnSync } from 'node:child_process';

/** As whom PostgreSQL runs; empty means as whoever runs Teg. */
export type DatabaseUser = { readonly uid?: number; readonly gid?: number };

/** PostgreSQL refuses to run as root, so root hands it to `nobody` (65534 on every Linux; it must stand in /etc/passwd). */
export function databaseUser(): DatabaseUser {
  if (process.getuid?.() !== 0) return {};
  if (process.platform !== 'linux')
    throw new Error('The embedded PostgreSQL does not run as root on this system: start Teg as a normal user.');
  return { uid: 65534, gid: 65534 };
}

/** Whether that user may go through every folder above `folder` and into it. */
export function canEnter(user: DatabaseUser, folder: string): boolean {
  if (user.uid === undefined) return true;
  return spawnSync('/bin/sh', ['-c', 'test -x "$1"', 'sh', folder], { ...user, cwd: '/', env: {} }).status === 0;
}
