import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { readArguments } from '../read-arguments.js';
import { type Word } from '../word.js';

const program = resolve(import.meta.dirname, '../../../standalone/src/migrate.js');

/** Runs the migration in a process of its own: the command line itself opens no connection to a database. */
export const migrate: Word = async (args, _print, form) => {
  const { values } = readArguments(form, args, { passwords: { type: 'boolean', default: false } });
  const child = spawn(process.execPath, [program, ...(values.passwords ? ['--passwords'] : [])], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  await once(child, 'close');
  return child.exitCode === 0 ? 0 : 1;
};
