import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { situationsOf } from '../../libs/pathway/src/situations/situations-of.js';

const journeys = resolve(__dirname, '../journeys');
/** The tricky situations of the field, 1 to 42. Scrutiny (25) and papers in Welsh (41) are no journey of one case through its moves. */
const beyondJourneys = [25, 41];
const wanted = Array.from({ length: 42 }, (_, place) => place + 1).filter((number) => !beyondJourneys.includes(number));

const ascending = (numbers: readonly number[]): readonly number[] => [...new Set(numbers)].sort((a, b) => a - b);
/** The numbers of the tests that a file of journeys runs, by their names: `it('situation 5: …`, `('situations 27 and 40: …`. */
const namedIn = (text: string): readonly number[] =>
  [...text.matchAll(/^ {2}(?:it|\]\))\(\s*'situations? ([\d and,]+)[: ]/gm)].flatMap(([, numbers = '']) =>
    (numbers.match(/\d+/g) ?? []).map(Number),
  );

const files = readdirSync(journeys).filter((name) => /^situations-.*\.test\.ts$/.test(name));
const text = files.map((name) => readFileSync(join(journeys, name), 'utf8')).join('\n');
const decided = situationsOf({ name: 'vale-oocd' });
const numbersOf = (situations: typeof decided) => ascending(situations.flatMap(({ number }) => number ?? []));

describe('the field’s tricky situations', () => {
  it('go through the real commands, each by its number', () => expect(ascending(namedIn(text))).toEqual(wanted));

  it('go through the pure machine, each by its number, with its half of the other two', () =>
    expect(numbersOf(decided)).toEqual(ascending([...wanted, ...beyondJourneys])));

  it.each(wanted)('situation %i is missed on either side when it is taken away', (number) => {
    // One test tells of two of them together: taken away from there it tells of the other.
    const apart = text.replace('situations 27 and 40:', `situation ${number === 27 ? 40 : 27}:`);
    const without = apart.replaceAll(`'situation ${number}: `, "'a story: ");
    expect(ascending(namedIn(without))).toEqual(wanted.filter((one) => one !== number));
    expect(numbersOf(decided.filter((one) => one.number !== number))).not.toContain(number);
  });
});
