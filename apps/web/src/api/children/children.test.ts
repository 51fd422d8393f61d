import { type WebWorld, webWorld } from '../../../../../test/world/web-world.js';
import { aReferral, saying, type SentReferral } from '../../../../../test/world/referrals.js';

const sergeant = 'custody-sergeant@south-wales-police.test';
const manager = 'duty-manager@vale.test';

describe('a child', () => {
  let world: WebWorld;
  let made = 0;
  const own = (number: string, family: string): SentReferral => {
    made += 1;
    const body = saying(saying(aReferral(number), 'notice.child.family_name', family), 'notice.incident_ref', `INC/${made}`);
    saying(body, 'notice.custody_or_va_reference', `VA/${made}`);
    saying(body, 'police_file.crime_numbers', [`CR/${made}`]);
    return saying(body, 'police_file.offences.0.crime_number', `CR/${made}`);
  };
  const refer = async (body: SentReferral): Promise<string> => {
    const sent = { notice: body.notice, police_file: body.police_file };
    return `${((await (await world.as(sergeant)).post('/api/referrals', sent).expect(201)).body as { reference: string }).reference}-C`;
  };
  const see = async (reference: string, email = manager) =>
    (await (await world.as(email)).get(`/api/children/${reference}`).expect(200)).body as { [name: string]: unknown };
  const join = async (one: string, other: string, status: number, event = 'children-merged', email = manager) =>
    (await (await world.as(email)).post(`/api/children/${one}/${event}`, { other }).expect(status)).body as {
      [name: string]: unknown;
    };

  beforeAll(async () => {
    world = await webWorld();
    await world.sql('insert into teg.demonstration_clock (is_the_one, ahead_ms, set_at) values (true, $1, now())', [
      Math.round(Date.parse('2027-03-01T12:00:00Z') - Date.now()),
    ]);
  });
  afterAll(() => world.close());

  /** What the case says beside the child's name, so that whoever opens it asks. */
  const mayBeSame = async (child: string): Promise<number> => {
    const { body } = await (await world.as(manager)).get(`/api/cases/${child.replace(/-C$/, '')}`).expect(200);
    return (body as { child: { mayBeSame: number } }).child.mayBeSame;
  };

  it('has a file for each referral, and files that may be about the same child are a question', async () => {
    const first = await refer(own('R13', 'Siâp'));
    const second = await refer(own('R13', 'SIAP'));
    const twin = await refer(saying(own('R13', 'Siap'), 'notice.child.given_name', 'Mali'));
    const shown = await see(first);
    expect(shown).toMatchObject({
      givenName: 'Mared',
      familyName: 'Siâp',
      bornOn: '2011-08-08',
      sameAs: [],
      identity: { isConfirmed: true },
    });
    expect(shown['possibleMatches']).toEqual([
      {
        reference: second,
        givenName: 'Mared',
        familyName: 'SIAP',
        bornOn: '2011-08-08',
        alike: ['familyAndBirth', 'givenAndBirth', 'names', 'namesAndBirth'],
      },
      { reference: twin, givenName: 'Mali', familyName: 'Siap', bornOn: '2011-08-08', alike: ['familyAndBirth'] },
    ]);
    expect(shown['cases']).toHaveLength(1);
  });

  it('is one with another file only when a person says so, and that can be taken back', async () => {
    const [one, two, three] = [await refer(own('R13', 'Un')), await refer(own('R13', 'Un')), await refer(own('R13', 'Un'))];
    await join(one, two, 403, 'children-merged', sergeant);
    expect(await join(one, two, 200)).toEqual({ reference: one, other: two, isOne: true });
    expect((await join(one, two, 409))['code']).toBe('alreadyOneChild');
    await join(two, three, 200);
    const joined = await see(one);
    expect(joined['sameAs']).toEqual([two, three].sort());
    expect((joined['possibleMatches'] as { reference: string }[]).map(({ reference }) => reference)).not.toEqual(
      expect.arrayContaining([two]),
    );
    expect((await see(three))['cases']).toHaveLength(3);
    const namesake = await refer(own('R13', 'Un'));
    for (const file of [one, two, three]) expect([file, await mayBeSame(file)]).toEqual([file, 1]);
    expect(await mayBeSame(namesake)).toBe(3);
    await join(three, two, 200, 'children-unmerged');
    expect((await see(one))['sameAs']).toEqual([two]);
    expect((await join(one, three, 409, 'children-unmerged'))['code']).toBe('notOneChild');
    await join(one, one, 400);
    await join(one, 'VG-26-NOTONE-C', 404);
    const events = await world.sql(
      "select e.type, y.body ? 'other' as named from teg.event e join teg.payload y using (stream, seq) join teg.stream s on s.id = e.stream where s.reference = $1 order by e.seq",
      [two],
    );
    expect(events.map(({ type }) => type)).toEqual(['childRecorded', 'childrenMerged', 'childrenMerged', 'childrenUnmerged']);
  });

  it('who was dealt with on the street three times in a year is somebody to be looked at, once a person says it is one child', async () => {
    const days = ['2026-12-01', '2026-12-20', '2027-01-20'];
    const files: string[] = [];
    for (const day of days) files.push(await refer(saying(own('R15', 'Stryd'), 'notice.offences.0.offence_date', day)));
    const told = async () => (await world.sql("select 1 from teg.inbox where code = 'streetNoticePattern'")).length;
    await join(files[0] ?? '', files[1] ?? '', 200);
    expect(await told()).toBe(0);
    await join(files[2] ?? '', files[1] ?? '', 200);
    expect(await told()).toBe(1);
    expect((await see(files[0] ?? ''))['cases']).toEqual(
      expect.arrayContaining([expect.objectContaining({ state: 'noticeOnly', isStreetNotice: true })]),
    );
  });

  it('is known to be who the file says once somebody has seen it; the case learns it, the words stay in the file', async () => {
    const body = saying(own('R13', 'Hunaniaeth'), 'notice.child.identity_confirmed_by', null);
    const reference = await refer(body);
    const person = await world.as('practitioner@vale.test');
    const by = 'school card shown by her mother, Ŵyn';
    const answer = await person.post(`/api/children/${reference}/identity-confirmed`, { by }).set('If-Match', '"1"').expect(200);
    expect(answer.body).toEqual({ reference, version: 2 });
    await person.post(`/api/children/${reference}/identity-confirmed`, { by }).set('If-Match', '"1"').expect(412);
    expect((await see(reference))['identity']).toEqual({ isConfirmed: true, by, on: '2027-03-01' });
    const seen = await (await world.as(manager)).get(`/api/cases/${reference.slice(0, -2)}`).expect(200);
    expect((seen.body as { facts: object }).facts).toMatchObject({ isIdentityConfirmed: true });
    expect(
      JSON.stringify(
        await world.sql('select y.body from teg.payload y join teg.stream s on s.id = y.stream where s.reference like $1', [
          `${reference.slice(0, -2)}%`,
        ]),
      ),
    ).not.toContain('school card');
  });

  it('of another area is not there', async () => {
    const reference = await refer(own('R13', 'Arall'));
    await (await world.as('duty-manager@cardiff.test')).get(`/api/children/${reference}`).expect(404);
    await (await world.as('victim-officer@vale.test')).get(`/api/children/${reference}`).expect(403);
  });
});
