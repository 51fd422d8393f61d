import { incidentKey, referralKeys } from './referral-keys.js';
import { randomPart, referenceOf } from './reference.js';

const numbers = {
  of: 'referral',
  force: 'south-wales-police',
  child: { givenName: 'Carys', familyName: 'Enghraifft', bornOn: '2012-03-14' },
  custodyReference: 'CUS/FIC/26/0001',
  crimeNumbers: ['FIC-2600-000001'],
} as const;
const keys = (of: Parameters<typeof referralKeys>[0]) => referralKeys(of).map(({ key }) => key);

describe('a duplicate', () => {
  it('is the same child with the same custody reference or crime number, however they are typed', () => {
    const again = {
      ...numbers,
      child: { ...numbers.child, familyName: 'enghraifft' },
      custodyReference: ' cus/fic/26/0001',
      crimeNumbers: ['fic-2600-000001', 'FIC-2600-000001 '],
    };
    expect(keys(again)).toEqual(keys(numbers));
    expect(referralKeys(numbers).every(({ isUnique }) => isUnique)).toBe(true);
  });

  it.each([
    ['another child of the same crime', { ...numbers, child: { ...numbers.child, givenName: 'Siwan' } }],
    ['the same numbers of another force', { ...numbers, force: 'gwent-police' }],
    ['a street notice of the same crime', { ...numbers, of: 'streetNotice' as const }],
    ['other numbers', { ...numbers, custodyReference: 'CUS/FIC/26/0002', crimeNumbers: ['FIC-2600-000002'] }],
  ])('is not %s', (_, other) => {
    expect(keys(other).filter((key) => keys(numbers).includes(key))).toEqual([]);
  });

  it('without numbers there is nothing to be a duplicate of', () => {
    expect(keys({ ...numbers, custodyReference: ' ', crimeNumbers: [''] })).toEqual([]);
  });
});

describe('an incident', () => {
  it('is one for all children of it, and another one of each force', () => {
    expect(incidentKey('gwent-police', 'INC/1')).toBe(incidentKey('gwent-police', 'inc / 1'));
    expect(incidentKey('gwent-police', 'INC/1')).not.toBe(incidentKey('south-wales-police', 'INC/1'));
  });
});

describe('a reference', () => {
  it('says area and year of receipt in London, and nothing else', () => {
    expect(referenceOf('VG', '2026-12-31T23:59:59.000Z', '7KQ4M3')).toBe('VG-26-7KQ4M3');
    expect(referenceOf('CF', '2027-07-31T23:30:00.000Z', '7KQ4M3')).toBe('CF-27-7KQ4M3');
  });

  it('is random, of signs that are not read for each other', () => {
    const parts = Array.from({ length: 2000 }, randomPart);
    expect(new Set(parts).size).toBeGreaterThan(1990);
    for (const part of parts) expect(part).toMatch(/^[34679CDFGHJKMNPQRTVWXY]{6}$/);
  });
});
