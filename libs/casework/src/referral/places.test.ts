import { areaOf, forceOf, type Place } from './places.js';

const place = (of: Partial<Place> & Pick<Place, 'code' | 'kind'>): Place => ({
  nameEn: of.code,
  nameCy: of.code,
  prefix: null,
  serves: [],
  stations: [],
  ...of,
});
const places = [
  place({ code: 'vale', kind: 'yjs', prefix: 'VG', serves: ['Vale of Glamorgan'], stations: ['Barry'] }),
  place({ code: 'cardiff', kind: 'yjs', prefix: 'CF', serves: ['Cardiff'], stations: ['Cardiff Bay'] }),
  place({
    code: 'south-wales-police',
    kind: 'force',
    nameEn: 'South Wales Police',
    nameCy: 'Heddlu De Cymru',
    stations: ['Barry'],
  }),
];

describe('the service that takes a case', () => {
  it.each<[string | null, string, object | null]>([
    ['Vale of Glamorgan', 'Cardiff Bay', { code: 'vale', prefix: 'VG', isCaretaker: false }],
    [' vale of glamorgan', 'Barry', { code: 'vale', prefix: 'VG', isCaretaker: false }],
    ['Birmingham (placed in the Vale of Glamorgan)', 'Barry', { code: 'vale', prefix: 'VG', isCaretaker: true }],
    ['Birmingham', 'Cardiff Bay', { code: 'cardiff', prefix: 'CF', isCaretaker: true }],
    [null, 'Barry', { code: 'vale', prefix: 'VG', isCaretaker: false }],
    ['Cardiff', 'Atlantis', { code: 'cardiff', prefix: 'CF', isCaretaker: false }],
    ['Atlantis', 'Atlantis', null],
  ])('%s, %s', (home_local_authority, station, expected) => {
    expect(areaOf(places, { home_local_authority, station })).toEqual(expected);
  });
});

describe('a force', () => {
  it.each(['South Wales Police', 'south wales police', 'Heddlu De Cymru', 'south-wales-police'])('is known as %s', (name) => {
    expect(forceOf(places, name)?.code).toBe('south-wales-police');
  });
  it.each(['Vale', 'vale', 'Gwent Police', ''])('is not known as %j', (name) => {
    expect(forceOf(places, name)).toBeNull();
  });
});
