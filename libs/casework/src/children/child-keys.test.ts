import { childKeys, likenessOf, sameChild } from './child-keys.js';

const carys = { givenName: 'Carys', familyName: 'Enghraifft', bornOn: '2012-03-14' };
const likenesses = (one: typeof carys, other: typeof carys) => {
  const keys = new Set(childKeys(other).map(({ key }) => key));
  return childKeys(one)
    .filter(({ key }) => keys.has(key))
    .map(({ key }) => likenessOf(key));
};

describe('records that may be about one child', () => {
  it('are found however the names are written, and in whichever field', () => {
    expect(likenesses(carys, { ...carys, familyName: 'ENGHRAIFFT', givenName: 'Càrys' })).toEqual([
      'namesAndBirth',
      'familyAndBirth',
      'givenAndBirth',
      'names',
    ]);
    expect(likenesses(carys, { ...carys, familyName: 'Carys', givenName: 'Enghraifft' })).toEqual(['namesAndBirth', 'names']);
  });

  it('are found by what is the same: a new family name, a mistyped birth date', () => {
    expect(likenesses(carys, { ...carys, familyName: 'Prawf' })).toEqual(['givenAndBirth']);
    expect(likenesses(carys, { ...carys, bornOn: '2012-04-13' })).toEqual(['names']);
  });

  it('twins share a family name and a birth date, and remain two children', () => {
    const twin = { ...carys, givenName: 'Siwan' };
    expect(likenesses(carys, twin)).toEqual(['familyAndBirth']);
    expect(sameChild(carys)).not.toBe(sameChild(twin));
    expect(childKeys(carys).every(({ isUnique }) => !isUnique)).toBe(true);
  });

  it('what is not known is never alike', () => {
    const nameless = { givenName: null, familyName: null, bornOn: null };
    expect(childKeys(nameless)).toEqual([]);
    expect(likenesses({ ...carys, bornOn: '' }, { ...carys, familyName: ' ', givenName: '' })).toEqual([]);
  });

  it('no name or date can be read from a key', () => {
    for (const { key } of childKeys(carys)) expect(key).toMatch(/^child:[a-zA-Z]+:[0-9a-f]{64}$/);
  });
});
