import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const docs = join(__dirname, '../../docs');
const rows = readFileSync(join(docs, 'harms.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| Harm ') && !line.startsWith('| --- '))
  .map((line) => {
    const [harm = '', guard = '', tests = '', toCome = ''] = line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim());
    return { harm, guard, toCome, tests: [...tests.matchAll(/\]\(([^)]+)\)/g)].map(([, path = '']) => path) };
  });

describe('docs/harms.md', () => {
  it('has the fifteen harms of the field', () => {
    expect(rows.map(({ harm }) => harm.split(/[:(]/)[0]?.trim())).toEqual([
      'Pressure to admit',
      'Up-tariff by default',
      'Anchoring on the score',
      'Automation bias',
      'Net widening',
      'Unlawful caution',
      'Wrong record',
      'Disclosure to the family',
      'Disclosure of the victim',
      'Disclosure of the child',
      'Not understood',
      'Labelling',
      'Assessment turned into evidence',
      'Delay',
      'Exclusion from school, placement, visa',
    ]);
  });

  it.each(rows)('$harm: has a guard, and tests that are there', ({ guard, tests }) => {
    expect(guard.length).toBeGreaterThan(40);
    expect(tests.length).toBeGreaterThan(0);
    expect(tests.filter((path) => !existsSync(join(docs, path)))).toEqual([]);
  });

  it('names every test of this folder', () => {
    const named = rows.flatMap(({ tests }) => tests.map((path) => path.split('/').at(-1)));
    const own = readdirSync(__dirname).filter((name) => name.endsWith('.test.ts') && name !== 'harms-page.test.ts');
    expect(own.filter((name) => !named.includes(name))).toEqual([]);
  });
});
