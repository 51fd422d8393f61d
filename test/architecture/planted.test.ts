import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

// Each house rule is broken once, in a small tree of its own, and the tool that keeps the rule must say so: a check that cannot fail is none.
const root = resolve(__dirname, '../..');

type Planted = { readonly [file: string]: string };
const sound: Planted = {
  'libs/calendar/src/index.ts': 'export type CalendarDay = string;\n',
  'libs/law/src/index.ts':
    "import { type CalendarDay } from '#calendar';\nexport const inForce = (day: CalendarDay): boolean => day > '2013-04-08';\n",
  'libs/ledger/src/index.ts':
    "import { type CalendarDay } from '#calendar';\nexport type Written = { readonly on: CalendarDay };\n",
  'libs/people/src/index.ts': "import { type Written } from '#ledger';\nexport type Person = { readonly last: Written };\n",
  'libs/casework/src/index.ts': "import { type Person } from '#people';\nexport type Actor = Person;\n",
};

let folder: string;
const plant = (files: Planted): void => {
  for (const [name, text] of Object.entries({ ...sound, ...files })) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
};
const run = (tool: string): { status: number | null; output: string } => {
  const { status, stdout, stderr } = spawnSync('node', [join(root, 'tools', tool), folder], { encoding: 'utf8', cwd: folder });
  return { status, output: stdout + stderr };
};
const lint = (): string => {
  const { stdout } = spawnSync(
    'node',
    [join(root, 'node_modules/eslint/bin/eslint.js'), '--config', join(folder, 'eslint.config.mjs'), 'libs'],
    { encoding: 'utf8', cwd: folder },
  );
  return stdout;
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'teg-planted-'));
  cpSync(join(root, 'tsconfig.json'), join(folder, 'tsconfig.json'));
  cpSync(join(root, 'package.json'), join(folder, 'package.json'));
  cpSync(join(root, 'eslint.config.mjs'), join(folder, 'eslint.config.mjs'));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  mkdirSync(join(folder, 'apps'));
  mkdirSync(join(folder, 'migrations'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('walls', () => {
  it('a sound tree has none broken, and its modules were seen', () => {
    plant({});
    expect(run('walls.mjs')).toEqual({ status: 0, output: '5 modules, 0 walls broken\n' });
  });

  const broken: readonly [string, string, Planted][] = [
    [
      'a direction turned round',
      'calendar-imports-only-itself',
      {
        'libs/calendar/src/index.ts': "export { inForce } from '#law';\n",
        'libs/law/src/index.ts': 'export const inForce = true;\n',
      },
    ],
    [
      'a library entered by a side door',
      'enter-by-the-index',
      {
        'libs/law/src/rule.ts': 'export const rule = 1;\n',
        'libs/casework/src/index.ts': "export { rule } from '../../law/src/rule.js';\n",
      },
    ],
    [
      'a framework in a pure library',
      'pure-libraries-import-no-framework-and-no-node',
      { 'libs/calendar/src/index.ts': "export { Injectable } from '@nestjs/common';\n" },
    ],
    [
      'the file system in a pure library',
      'pure-libraries-use-no-built-ins',
      { 'libs/law/src/index.ts': "export { readFileSync } from 'node:fs';\n" },
    ],
    [
      'the statechart library outside the pathway',
      'xstate-in-pathway-only',
      { 'libs/casework/src/index.ts': "export { setup } from 'xstate';\n" },
    ],
    [
      'the queue outside the worker',
      'bullmq-in-the-worker-only',
      { 'libs/casework/src/index.ts': "export { Queue } from 'bullmq';\n" },
    ],
    [
      'the database beside the door',
      'typeorm-behind-the-door',
      { 'libs/casework/src/index.ts': "export { DataSource } from 'typeorm';\n" },
    ],
    [
      'a command that calls its neighbour',
      'commands-do-not-import-commands',
      {
        'libs/casework/src/commands/give-caution/give-caution.command.ts':
          "export { ChargeChild } from '../charge-child/charge-child.command.js';\n",
        'libs/casework/src/commands/charge-child/charge-child.command.ts': 'export class ChargeChild {}\n',
      },
    ],
    [
      'oversight that could move a case',
      'oversight-imports-only',
      { 'libs/oversight/src/index.ts': "export type { Actor } from '#casework';\n" },
    ],
    [
      'a command line with a database',
      'the-command-line-opens-no-connection',
      { 'apps/teg/src/main.ts': "export { Client } from 'pg';\n" },
    ],
    [
      'the environment read in the middle',
      'config-in-main-only',
      { 'libs/config/src/index.ts': 'export const port = 1;\n', 'apps/web/src/page.ts': "export { port } from '#config';\n" },
    ],
    [
      'a circle',
      'no-cycles',
      { 'libs/law/src/a.ts': "export { b } from './b.js';\n", 'libs/law/src/b.ts': "import './a.js';\nexport const b = 1;\n" },
    ],
  ];
  it.each(broken)('finds %s', (_, rule, files) => {
    plant(files);
    const { status, output } = run('walls.mjs');
    expect(status).toBe(1);
    expect(output).toContain(rule);
  });
});

describe('names', () => {
  const misnamed: readonly [string, string, Planted][] = [
    ['a room without a name', 'is a room without a name', { 'libs/law/src/utils/dates.ts': 'export const dates = 1;\n' }],
    [
      'a file that ends in a word that says nothing',
      'says nothing',
      { 'libs/casework/src/case-manager.ts': 'export const caseManager = 1;\n' },
    ],
    [
      'a suffix that is not of the house',
      'is not a suffix of the house',
      { 'libs/casework/src/case.repository.ts': 'export const caseRepository = 1;\n' },
    ],
    [
      'a file that exports something else',
      'exports nothing called RecordReferral',
      { 'libs/casework/src/commands/record-referral/record-referral.command.ts': 'export class SaveIt {}\n' },
    ],
    ['a file too long to read', 'lines', { 'libs/law/src/long.ts': `export const long = 1;\n${'// line\n'.repeat(260)}` }],
  ];
  it.each(misnamed)('finds %s', (_, says, files) => {
    plant(files);
    const { status, output } = run('names.mjs');
    expect(status).toBe(1);
    expect(output).toContain(says);
  });
});

describe('texts', () => {
  const text = (en: object, cy: object): Planted => ({
    'libs/wording/src/en/words.json': JSON.stringify(en),
    'libs/wording/src/cy/words.json': JSON.stringify(cy),
  });
  const unspoken: readonly [string, string, Planted][] = [
    ['a text in one language', 'only in English', text({ due: 'Due on {day}', late: 'Late' }, { due: 'Erbyn {day}' })],
    ['a blank', 'blank', text({ due: 'Due' }, { due: ' ' })],
    ['English that passes for Welsh', 'the same in both languages', text({ due: 'Due' }, { due: 'Due' })],
    ['a placeholder lost', 'other placeholders', text({ due: 'Due on {day}' }, { due: 'Erbyn' })],
  ];
  it.each(unspoken)('finds %s', (_, says, files) => {
    plant(files);
    const { status, output } = run('texts.mjs');
    expect(status).toBe(1);
    expect(output).toContain(says);
  });
  it('is content with both', () => {
    plant(text({ due: 'Due on {day}' }, { due: 'Erbyn {day}' }));
    expect(run('texts.mjs').status).toBe(0);
  });
});

describe('lint', () => {
  it('finds clocks and dice in pure libraries, the environment anywhere, any, a forced value, an open switch and a catch that only rethrows', () => {
    plant({
      'libs/law/src/clock.ts': 'export const now = (): number => Date.now() + new Date().getTime() + Math.random();\n',
      'libs/casework/src/environment.ts': "export const url = process.env['DATABASE_URL'];\n",
      'libs/casework/src/loose.ts':
        'export const loose = (value: any): string => value;\nexport const forced = (text: string | null): string => text!;\n',
      'libs/casework/src/open.ts':
        "type Answer = 'yes' | 'no';\nexport function open(answer: Answer): number {\n  switch (answer) {\n    case 'yes':\n      return 1;\n  }\n  return 0;\n}\n",
      'libs/casework/src/rethrow.ts':
        'export function rethrow(work: () => void): void {\n  try {\n    work();\n  } catch (error) {\n    throw error;\n  }\n}\n',
    });
    const output = lint();
    for (const says of [
      'does not look at the clock',
      'does not roll dice',
      'read by libs/config only',
      'no-explicit-any',
      'no-non-null-assertion',
      'switch-exhaustiveness-check',
      'no-useless-catch',
    ]) {
      expect(output).toContain(says);
    }
  });
});

describe('types', () => {
  it('a write that returns neither an event nor a refusal does not compile', () => {
    const file = join(root, 'test/architecture', 'planted-write.ts');
    writeFileSync(
      file,
      `import { type Ledger } from '#ledger';
export const neither = (ledger: Ledger): unknown => ledger.write('x', { of: [] }, () => undefined);
export const empty = (ledger: Ledger): unknown => ledger.write('x', { of: [] }, ([file]) => ({ did: [], value: null }));
`,
    );
    try {
      const project = join(folder, 'tsconfig.planted.json');
      writeFileSync(
        project,
        JSON.stringify({
          extends: join(root, 'tsconfig.json'),
          include: [],
          files: [file],
          compilerOptions: {
            rootDir: root,
            paths: { '#*': [join(root, 'libs/*/src/index.ts')] },
            typeRoots: [join(root, 'node_modules/@types')],
          },
        }),
      );
      let output = '';
      try {
        execFileSync('node', [join(root, 'node_modules/typescript/bin/tsc'), '--noEmit', '-p', project], { encoding: 'utf8' });
      } catch (error) {
        output = (error as { stdout: string }).stdout;
      }
      expect(output).toContain('planted-write.ts(2,');
      expect(output).toContain('planted-write.ts(3,');
    } finally {
      rmSync(file, { force: true });
    }
  });
});
