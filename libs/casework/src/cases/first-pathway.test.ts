import { demonstrationOrganisations } from '#people';
import { pathwayOf, pathways } from '#pathway';
import { firstPathwayOf, firstPathways } from './first-pathway.js';

const rows = Object.entries(firstPathways);
const services = demonstrationOrganisations.filter(({ kind }) => kind === 'yjs').map(({ code }) => code);

describe('the rows that say on which pathway an area’s cases begin', () => {
  it.each(rows)('%s names a pathway and version that exist', (area, { name, version }) => {
    expect(services).toContain(area);
    expect(pathwayOf(name, version)).toMatchObject({ name, version });
    expect(firstPathwayOf(area)).toEqual({ name, version });
  });

  it('leave every pathway begun on by somebody', () => {
    const begun = services.map((area) => firstPathwayOf(area).name);
    expect([...new Set(begun)].sort()).toEqual(
      pathways()
        .map(({ name }) => name)
        .sort(),
    );
  });

  it('say nothing of other areas, whatever those are called', () => {
    for (const area of ['vale', 'cardiff', 'constructor', '__proto__', 'toString', ''])
      expect([area, firstPathwayOf(area)]).toEqual([area, { name: 'vale-oocd', version: 1 }]);
  });
});
