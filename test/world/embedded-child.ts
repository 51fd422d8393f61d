import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** What the program printed when its database answered. */
export type Answer = { readonly url: string; readonly port: number; readonly pid: number; readonly found: string };

export type EmbeddedProcess = {
  readonly pid: number;
  /** The answer, or a rejection with everything it said when it ended without one. */
  readonly answer: Promise<Answer>;
  /** What it told the operator until now. */
  said(): string;
  /** Sends the signal and waits for the end; the exit code, null when the signal itself ended it. */
  end(signal: NodeJS.Signals): Promise<number | null>;
  readonly code: Promise<number | null>;
};

const program = resolve(import.meta.dirname, '../../dist/apps/standalone/src/embedded/main.js');

/** Runs the embedded database alone on `folder` as a process of its own, as a Teg that can be killed. */
export function embeddedProcess(folder: string, ...words: string[]): EmbeddedProcess {
  const child = spawn(process.execPath, [program, folder, ...words], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  let complaint = '';
  const code = once(child, 'close').then(() => child.exitCode);
  child.stderr.on('data', (part) => (complaint += String(part)));
  const answer = new Promise<Answer>((resolve, reject) => {
    child.stdout.on('data', (part) => {
      output += String(part);
      if (output.includes('\n')) resolve(JSON.parse(output) as Answer);
    });
    void code.then(() => reject(new Error(complaint)));
  });
  answer.catch(() => undefined); // whoever waits for it hears of it
  return {
    pid: child.pid ?? 0,
    answer,
    code,
    said: () => complaint,
    end: (signal) => {
      child.kill(signal);
      return code;
    },
  };
}

/** A new folder directly below the temporary folder. */
export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'teg-embedded-'));
}
