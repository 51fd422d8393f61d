import { Ledger, machine, poolOf, recordSource } from '#ledger';
import { Client } from 'pg';
import { freshDatabase, type FreshDatabase } from '../../../../test/world/database.js';
import { humanRoles } from '../roles.js';
import { demonstrationOrganisations } from './demonstration-organisations.js';
import { demonstrationPeople } from './demonstration-people.js';
import { foundDemonstration } from './found-demonstration.js';

const has = (organisation: string, role: string) =>
  demonstrationPeople.some((person) => person.organisation === organisation && person.role === role);

describe('the people of the demonstration', () => {
  it('are of every role, in every area and both forces', () => {
    const ofAreas = [
      'dutyManager',
      'practitioner',
      'teamManager',
      'headOfService',
      'coordinator',
      'chair',
      'panelMember',
      'facilitator',
      'victimOfficer',
      'performanceOfficer',
      'boardMember',
    ];
    const ofForces = ['referringSupervisor', 'policeDecisionMaker', 'youthJusticeSergeant', 'inspector', 'deliveryOfficer'];
    for (const role of ofAreas)
      for (const area of ['vale', 'cardiff', 'swansea', 'cwm-taf'])
        expect([role, area, has(area, role)]).toEqual([role, area, true]);
    for (const role of ofForces)
      expect([role, has('south-wales-police', role), has('gwent-police', role)]).toEqual([role, true, true]);
    expect([
      has('cardiff-youth-court', 'courtLiaison'),
      has('south-wales-commissioner', 'scrutinyLead'),
      has('cps-wales', 'prosecutor'),
    ]).toEqual([true, true, true]);
    expect(humanRoles.filter((role) => !demonstrationPeople.some((person) => person.role === role))).toEqual([]);
  });

  it('have addresses that begin with the role, or with the custody sergeant, and end in .test', () => {
    for (const { email, role, organisation } of demonstrationPeople) {
      const kebab = role.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
      const name = role === 'referringSupervisor' ? `(?:${kebab}|custody-sergeant)` : kebab;
      expect(email).toMatch(new RegExp(`^${name}(?:-[0-9])?@${organisation}\\.test$`));
    }
    expect(new Set(demonstrationPeople.map(({ email }) => email)).size).toBe(demonstrationPeople.length);
  });
});

describe('founding the demonstration', () => {
  let database: FreshDatabase;
  let source: ReturnType<typeof recordSource>;
  let admin: Client;
  beforeAll(async () => {
    database = await freshDatabase();
    source = await recordSource(database.appUrl, 3).initialize();
    admin = new Client({ connectionString: database.adminUrl });
    await admin.connect();
  });
  afterAll(async () => {
    await source.destroy();
    await admin.end();
    await database.drop();
  });
  const counts = async () =>
    (
      await admin.query<{ events: number; people: number }>(
        'select (select count(*)::int from teg.event) as events, (select count(*)::int from teg.person where not is_machine) as people',
      )
    ).rows[0];

  it('is on record as events of the machine, and done once however often it is asked', async () => {
    const ledger = new Ledger(poolOf(source));
    await foundDemonstration(ledger);
    const first = await counts();
    expect(first).toEqual({
      events: demonstrationOrganisations.length + demonstrationPeople.length,
      people: demonstrationPeople.length,
    });
    await foundDemonstration(ledger);
    expect(await counts()).toEqual(first);
    expect((await admin.query('select distinct person from teg.event')).rows).toEqual([{ person: machine }]);
  });

  it('puts no name or address into an event', async () => {
    const { rows } = await admin.query<{ text: string }>("select string_agg(body::text, '') as text from teg.payload");
    expect(rows[0]?.text).not.toContain('@');
  });
});
