import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { type AddressInfo } from 'node:net';
import { resolve } from 'node:path';

export type Service = {
  readonly url: string;
  readonly pid: number;
  /** Resolves once it answers; rejects with what it said when it ended first. */
  readonly answers: Promise<void>;
  readonly code: Promise<number | null>;
  said(): string;
  end(signal: NodeJS.Signals): Promise<number | null>;
};

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Runs a built program of apps/ as a process of its own, with only the variables given. */
export function startProgram(
  program: 'standalone' | 'web' | 'worker',
  variables: { readonly [name: string]: string },
  ready: RegExp,
): Service {
  const main = resolve(__dirname, `../../dist/apps/${program}/src/main.js`);
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', main], {
    env: { PATH: process.env['PATH'], ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const code = once(child, 'close').then(() => child.exitCode);
  const answers = new Promise<void>((resolve, reject) => {
    const hear = (part: unknown): void => {
      said += String(part);
      if (ready.test(said)) resolve();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    void code.then(() => reject(new Error(said)));
  });
  answers.catch(() => undefined); // whoever waits for it hears of it
  return {
    url: `http://127.0.0.1:${variables['PORT'] ?? ''}`,
    pid: child.pid ?? 0,
    answers,
    code,
    said: () => said,
    end: (signal) => {
      child.kill(signal);
      return code;
    },
  };
}

/** Asks until the answer has this status. The caller's time-out ends a wait for something that never comes. */
export async function untilStatus(url: string, status: number): Promise<unknown> {
  for (;;) {
    const response = await fetch(url).catch(() => null);
    if (response?.status === status) return response.json();
    await new Promise((again) => setTimeout(again, 100));
  }
}
