// Loaded by `node --import` before the built service, which runs under libfaketime: the service starts its database with an empty
// environment, so the clock that both are to see is handed on here.
import childProcess from 'node:child_process';
import { syncBuiltinESMExports } from 'node:module';
import { basename } from 'node:path';

const faked = Object.fromEntries(Object.entries(process.env).filter(([name]) => name === 'LD_PRELOAD' || name.includes('FAKE')));
const { spawn } = childProcess;

childProcess.spawn = ((command: string, words: readonly string[], options: childProcess.SpawnOptions) =>
  spawn(
    command,
    words,
    basename(command) === 'postgres' ? { ...options, env: { ...options.env, ...faked } } : options,
  )) as typeof spawn;
syncBuiltinESMExports();
