import { disposals, guards, marks } from '#law';
import { languages } from './language.js';
import { guardInWords, rowInWords } from './marks.js';

const ofRows = marks.filter(({ kind }) => !['clock', 'effect', 'cause'].includes(kind));

it.each(languages)('every row of a table that carries a mark has words of its own in %s', (language) => {
  expect(ofRows.filter(({ name }) => rowInWords(name, language) === name)).toEqual([]);
  const said = ofRows.map(({ name }) => rowInWords(name, language));
  expect(said.filter((one, index) => said.indexOf(one) !== index)).toEqual([]);
});

it.each(languages)('every code of the guard table has words in %s', (language) => {
  for (const row of guards)
    for (const code of disposals.flatMap((disposal) => row[disposal] ?? []))
      expect(guardInWords(row.guard, code, language)).not.toBe(`${row.guard}: ${code}`);
});

it('a row without words is shown by its name', () => {
  expect(rowInWords('limit.none', 'en')).toBe('limit.none');
});
