import { type Deadline, deadlines, factRows } from '#law';
import { clockDayInWords, clockInWords, clockStartInWords } from './clocks.js';
import { factInWords } from './facts.js';
import { languages } from './language.js';
import { roleInWords } from './roles.js';

const rows: readonly (readonly [string, Deadline])[] = Object.entries(deadlines);

describe.each(languages)('the words of clocks, roles and facts in %s', (language) => {
  it('say each clock and from what it is counted', () => {
    const silent = rows.filter(
      ([kind, { countedFrom }]) => clockInWords(kind, language) === kind || clockStartInWords(countedFrom, language) === countedFrom,
    );
    expect(silent).toEqual([]);
  });

  it('say the day of each clock that a fact states', () => {
    const days = rows.flatMap(([, { length }]) => ('fact' in length ? [length.fact] : []));
    expect(days.length).toBeGreaterThan(3);
    expect(days.filter((day) => clockDayInWords(day, language) === day)).toEqual([]);
  });

  it('name each fact', () => {
    expect(Object.keys(factRows).filter((fact) => factInWords(fact, language) === fact)).toEqual([]);
  });
});

it('whom each clock tells, and who may record each fact, has words: no Welsh one is the code itself', () => {
  const told = rows.flatMap(([, { alerts }]) => alerts.map(({ tell }) => tell));
  const recorders = Object.values(factRows).flatMap(({ by }): readonly string[] => by);
  expect([...told, ...recorders].filter((role) => roleInWords(role, 'cy') === role)).toEqual([]);
  expect([roleInWords('headOfService', 'en'), roleInWords('board', 'en')]).toEqual(['head of service', 'the board’s list of exceptions']);
});
