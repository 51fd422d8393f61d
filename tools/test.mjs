// What `npm test` runs after the build: every test, then one line with the counts, alone and last. Words are handed on to Jest
// (npm test -- libs/calendar). Jest's own report stays in coverage/jest-report.json.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const report = resolve(root, `coverage/jest-report-${process.pid}.json`); // two runs at once must not read each other's
const words = process.argv.slice(2);
mkdirSync(resolve(root, 'coverage'), { recursive: true });

const run = spawnSync(process.execPath, ['node_modules/jest/bin/jest.js', '--json', `--outputFile=${report}`, ...words], {
  cwd: root,
  stdio: ['inherit', 'ignore', 'inherit'], // Jest writes for people to standard error; on standard output only the counts
});

// Without a report Jest did not get as far as a test; a file that cannot be loaded has tests that nobody counted.
const counted = existsSync(report)
  ? JSON.parse(readFileSync(report, 'utf8'))
  : { numPassedTests: 0, numFailedTests: 0, numRuntimeErrorTestSuites: 1, numPendingTests: 0, numTodoTests: 0 };
if (existsSync(report)) renameSync(report, resolve(root, 'coverage/jest-report.json'));
const failed = counted.numFailedTests + counted.numRuntimeErrorTestSuites;
const skipped = counted.numPendingTests + counted.numTodoTests;
const isChosen = words.some((word) => word === '-t' || word.startsWith('--testNamePattern'));
if (skipped > 0 && !isChosen) console.error(`${skipped} tests were skipped, and no test of this house is.`);
console.log(`${counted.numPassedTests} passed, ${failed} failed`);
process.exitCode = run.status === 0 && (skipped === 0 || isChosen) ? 0 : run.status || 1;
