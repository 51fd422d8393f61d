import { marks } from '#law';
import { languages } from './language.js';
import { rowInWords } from './marks.js';

const ofRows = marks.filter(({ kind }) => !['clock', 'effect', 'cause'].includes(kind));

it.each(languages)('every row of a table that carries a mark has words of its own in %s', (language) => {
  expect(ofRows.filter(({ name }) => rowInWords(name, language) === name)).toEqual([]);
  const said = ofRows.map(({ name }) => rowInWords(name, language));
  expect(said.filter((one, index) => said.indexOf(one) !== index)).toEqual([]);
});

it('a row without words is shown by its name', () => {
  expect(rowInWords('limit.none', 'en')).toBe('limit.none');
});
