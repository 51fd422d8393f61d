import { normalisedName } from './normalised-name.js';

describe('names that are one name', () => {
  it.each([
    ['Siân', 'SIAN'],
    ['Ŵyn', 'wyn'],
    ['Tŷ-Newydd', 'ty newydd'],
    ['O’Neill', "O'NEILL"],
    ['O`Neill', 'ONeill'],
    ['Enghraifft-Sampl', 'Enghraifft  Sampl '],
    ['Zoë', 'Zoe'],
    ['Łukasz', 'Lukasz'],
    ['Strauß', 'Strauss'],
    ['Jos\u00e9', 'Jose\u0301'],
    ['ﬁon', 'Fion'],
    ['St. John', 'st john'],
  ])('%s and %s', (one, other) => {
    expect(normalisedName(one)).toBe(normalisedName(other));
  });
});

describe('names that are not', () => {
  it.each([
    ['Rhys', 'Rhŷs ap'],
    ['Llŷr', 'Llywelyn'],
    ['李', '王'],
    ['👧', '👦'],
    ['Anna', 'Ana'],
  ])('%s and %s', (one, other) => {
    expect(normalisedName(one)).not.toBe(normalisedName(other));
  });
});
