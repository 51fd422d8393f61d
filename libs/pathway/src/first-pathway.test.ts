import rows from './first-pathways.json' with { type: 'json' };
import { firstPathwayOf } from './first-pathway.js';
import { pathwayOf } from './pathways.js';

describe('the pathway that a case begins on', () => {
  it('is a row of its area', () => {
    expect(firstPathwayOf('vale')).toEqual({ name: 'vale-oocd', version: 1 });
    expect(firstPathwayOf('swansea')).toEqual({ name: 'youth-bureau', version: 1 });
  });

  it('is the row for everywhere else where an area has none, whatever it is called', () => {
    for (const area of ['', 'gwent', 'toString', '__proto__']) expect(firstPathwayOf(area)).toEqual(rows.elsewhere);
  });

  it('exists, for every row', () => {
    for (const { name, version } of [...Object.values(rows.areas), rows.elsewhere])
      expect(pathwayOf(name, version)).toMatchObject({ name, version });
  });
});
