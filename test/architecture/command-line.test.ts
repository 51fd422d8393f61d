import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { words } from '../../apps/teg/src/words.js';

const root = resolve(__dirname, '../..');
const main = 'dist/apps/teg/src/main.js';
const { imports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { imports: { [name: string]: string } };

/** Everything that Node loads for a file of dist/: packages by their names, files by their paths. `import()` is not followed. */
function loadedFor(file: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  if (!file.endsWith('.js')) return seen;
  const text = readFileSync(join(root, file), 'utf8');
  for (const [, specifier = ''] of text.matchAll(/^(?:import|export)\s(?:[\w*{][^;='"()]*?\sfrom\s+)?['"]([^'"]+)['"]/gm)) {
    if (specifier.startsWith('node:')) continue;
    if (specifier.startsWith('.')) loadedFor(relative(root, resolve(root, dirname(file), specifier)), seen);
    else if (specifier.startsWith('#')) loadedFor((imports[specifier] ?? specifier).replace('./', ''), seen);
    else seen.add(specifier);
  }
  return seen;
}

const libraryOf = (file: string) => /^dist\/libs\/([^/]+)\//.exec(file)?.[1];
const wordFile = (name: string) => `dist/apps/teg/src/words/${name}.js`;

describe('the command line', () => {
  it('starts with nothing but itself: no library, no package, no word', () => {
    const loaded = [...loadedFor(main)];
    expect(loaded).toContain('dist/apps/teg/src/words.js');
    expect(loaded.filter((file) => !/^dist\/apps\/teg\/src\/[\w-]+\.js$/.test(file))).toEqual([]);
  });

  it.each(Object.keys(words))('%s loads calendar, proof and wording at most, no package and no connection', (name) => {
    const loaded = [...loadedFor(wordFile(name))];
    const libraries = new Set(loaded.map(libraryOf).filter((library) => library !== undefined));
    expect([...libraries].filter((library) => !['calendar', 'proof', 'wording', 'law'].includes(library))).toEqual([]);
    expect(loaded.filter((file) => !file.startsWith('dist/'))).toEqual([]);
  });

  it('reads the environment through the settings alone, and them only when a word needs the service', () => {
    const sources = readdirSync(join(root, 'apps/teg/src'), { recursive: true, encoding: 'utf8' }).filter(
      (name) => name.endsWith('.ts') && !name.endsWith('.test.ts'),
    );
    expect(sources.length).toBeGreaterThan(15);
    for (const name of sources) {
      const text = readFileSync(join(root, 'apps/teg/src', name), 'utf8');
      expect({ name, reads: /process\.env/.test(text), imports: /^import[^;]*'#config'/m.test(text) }).toEqual({
        name,
        reads: false,
        imports: false,
      });
    }
  });

  const offline = [
    ['due-date', '--received', '2026-12-24T16:55:00Z'],
    ['verify-ledger', join(root, 'package.json')],
    ['verify-draw', join(root, 'package.json')],
    ['--help'],
  ];
  it.each(offline)('%s answers in under a second, without a service and without a setting', (...line) => {
    const times = [1, 2, 3].map(() => {
      const begun = performance.now();
      const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, main), ...line], {
        cwd: '/',
        env: {},
        encoding: 'utf8',
      });
      expect(stdout + stderr).not.toMatch(/ExperimentalWarning|at .*\.js:\d/);
      expect(status).toBe(line[0]?.startsWith('verify') ? 2 : 0);
      return performance.now() - begun;
    });
    expect(Math.min(...times)).toBeLessThan(1_000);
  });
});
