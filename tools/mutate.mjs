// Flips each rule of the law to always met and to always not met, and one that does not concern every case to concerning all and none: each
// time a test that is named by the rule's provision must fail. `node tools/mutate.mjs [--tests PATTERN] [RULE...]` prints
// `200 of 200 flips noticed`, names those that were not, and ends with 1 if there are any.
import { runCLI } from 'jest';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import './build.mjs';
import base from '../jest.config.mjs';

const root = resolve(import.meta.dirname, '..');
const { ruleIds, ruleOf } = await import('#law');
const { values, positionals: wanted } = parseArgs({
  options: { tests: { type: 'string', default: 'libs/law/src/rules/.*\\.test\\.ts$' } },
  allowPositionals: true,
});

const configOf = (flip) =>
  JSON.stringify({
    ...base,
    // The database that other tests need is not started: the law is all there is.
    globalSetup: undefined,
    globalTeardown: undefined,
    testRegex: values.tests,
    roots: ['<rootDir>/libs/law', '<rootDir>/libs/calendar', '<rootDir>/test/mutate'],
    moduleNameMapper: { '^\\./rules\\.js$': '<rootDir>/test/mutate/flipped-rules.ts', ...base.moduleNameMapper },
    globals: { flip },
  });

/** The tests of these files under a flip, with one rule those that name it; null for the law as it is written. */
async function run(flip, files) {
  const argv = {
    $0: 'mutate',
    _: files,
    config: configOf(flip),
    runInBand: true,
    silent: true,
    reporters: [],
    ...(flip !== null && { testNamePattern: `\\(${flip.rule}\\): ` }),
  };
  const { results } = await runCLI(argv, [root]);
  const broken = results.testResults.filter(({ testExecError }) => testExecError);
  if (broken.length > 0) throw new Error(`not a test but its file failed: ${broken[0].testFilePath}`);
  return results.testResults.flatMap(({ testFilePath: file, testResults: tests }) =>
    tests.filter(({ status }) => status !== 'pending').map(({ title, status }) => ({ file, title, status })),
  );
}

// A title is: provision (rule): what it says.
const namedBy = (rule) => (test) => new RegExp(`^.*\\S \\(${rule}\\): .`).test(test.title);
const failed = ({ status }) => status === 'failed';

const unknown = wanted.filter((rule) => !ruleIds.includes(rule));
if (unknown.length > 0) {
  console.error(`No rule of the law: ${unknown.join(', ')}`);
  process.exit(2);
}

const asWritten = await run(null, []);
if (asWritten.length === 0 || asWritten.some(failed)) {
  console.error('The law as it is written does not pass its tests: nothing can be said of a flip.');
  process.exit(2);
}

/** Each flip with its words. */
const flipsOf = (rule) => [
  [{ rule, what: 'holds', is: true }, 'always met'],
  [{ rule, what: 'holds', is: false }, 'always not met'],
  ...(ruleOf(rule).some(({ concerns }) => concerns !== undefined)
    ? [
        [{ rule, what: 'concerns', is: true }, 'concerns every case'],
        [{ rule, what: 'concerns', is: false }, 'concerns no case'],
      ]
    : []),
];

const rules = wanted.length > 0 ? wanted : ruleIds;
const unnoticed = [];
let flips = 0;
for (const rule of rules) {
  const named = asWritten.filter(namedBy(rule));
  const files = [...new Set(named.map(({ file }) => file))];
  for (const [flip, says] of flipsOf(rule)) {
    flips += 1;
    const tests = files.length === 0 ? [] : (await run(flip, files)).filter(namedBy(rule));
    if (tests.length !== named.length) throw new Error(`other tests of ${rule} ran than before`);
    if (!tests.some(failed)) unnoticed.push(`${rule}: ${says}`);
  }
}

for (const flip of unnoticed) console.error(`not noticed: ${flip}`);
console.log(`${flips - unnoticed.length} of ${flips} flips noticed`);
process.exit(unnoticed.length > 0 ? 1 : 0);
