import { drivingOffences } from '../draws/draw-themes.js';
import { type FrameRow } from '../draws/compose-frame.js';
import { type CaseWorld, caseWorld } from '../../../../test/world/case-world.js';
import { type Hands, walk } from '../../../../test/world/journeys.js';
import { journeys } from '../../../../test/world/outcome-journeys.js';
import { calledMeeting, people, walkedCase } from '../../../../test/world/walked-case.js';

/** What the frame says of each journey that the real commands walk; null: it qualifies. By the title of the journey. */
const expected: { readonly [title: string]: string | null } = {
  'a youth caution is given, with a voluntary programme': null,
  'a conditional caution is not complied with and is prosecuted': null,
  'outcome 22 is completed by a child who never admits': null,
  'outcome 23 is not completed and returns to a charging decision': null,
  'a child who declines the assessment still reaches a panel': null,
  'no further action is suggested and confirmed by the referring team': null,
  'the panel refers for a charging decision; it comes back, and goes again': 'sentToCourt',
  'the panel does not agree and the sergeant decides': null,
  'the police depart from the panel, the chair challenges, an inspector decides': null,
  'a caution is set aside after closing, and the case is opened again': null,
};

describe('the frame over cases that the real commands moved', () => {
  let world: CaseWorld;
  const titles = new Map<string, string>();
  let diverted: string;
  beforeAll(async () => {
    world = await caseWorld();
    for (const { title, referral, start, steps } of journeys) {
      world.goTo(start);
      const child = walkedCase(world, await world.refer(world.ownReferral(referral)));
      titles.set(child.reference, title);
      const hands: Hands = {
        setClock: world.goTo,
        paper: child.paper,
        meeting: (_, at) => calledMeeting(world, at),
        move: child.go,
      };
      await walk(steps, hands, () => undefined);
    }
    world.goTo('2026-11-25T09:00:00Z');
    const child = walkedCase(world, await world.refer(world.ownReferral('R01')));
    diverted = child.reference;
    await child.go(people.dutyManager, 'divertedAtTriage', {
      to: 'prevention service',
      screen: { careExperienced: false, by: people.dutyManager },
      reason: 'A first and slight matter.',
    });
  }, 120_000);
  afterAll(() => world.close());

  const read = async (first: string, last: string, theme = 'none'): Promise<readonly FrameRow[]> => {
    const lead = await world.personId('scrutiny-lead@south-wales-commissioner.test');
    return world.reader.aside(lead, (query) =>
      query<FrameRow>('select * from teg.draw_frame($1, $2, $3, $4, $5)', [['vale'], first, last, theme, drivingOffences]),
    );
  };

  it('knows every journey that is walked', () => {
    expect([...new Set(titles.values())].sort()).toEqual(Object.keys(expected).sort());
  });

  it('has each of them once, qualifying or with its reason, and the one that was diverted', async () => {
    const rows = await read('2026-11-01', '2027-02-28');
    const found = new Map(rows.map(({ reference, reason }) => [titles.get(reference) ?? reference, reason]));
    expect(rows).toHaveLength(titles.size + 1);
    expect(Object.fromEntries(found)).toEqual({ ...expected, [diverted]: 'divertedAtTriage' });
  });

  it('gives each to one of the windows by the day of its first decision out of court', async () => {
    const windows = [
      ['2026-11-01', '2026-11-30'],
      ['2026-12-01', '2026-12-31'],
      ['2027-01-01', '2027-01-31'],
      ['2027-02-01', '2027-04-30'],
    ] as const;
    const all = (await Promise.all(windows.map(([first, last]) => read(first, last)))).map((rows) =>
      rows.map(({ reference }) => reference),
    );
    expect(all.flat().sort()).toEqual([...titles.keys(), diverted].sort());
    expect(all.map((rows) => rows.length)).toEqual([1, titles.size - 1, 1, 0]);
  });

  it('knows the themes by what the referrals say', async () => {
    const girls = (await read('2026-11-01', '2027-02-28', 'girls'))
      .filter(({ reason }) => reason === null)
      .map(({ reference }) => reference);
    const { rows } = {
      rows: await world.sql<{ reference: string }>(
        "select s.reference from teg.stream s join teg.document d on d.stream = s.id where d.kind = 'policeFile' and d.body ->> 'sex' = '2'",
      ),
    };
    const qualifying = new Set([...titles].filter(([, title]) => expected[title] === null).map(([reference]) => reference));
    expect(girls.sort()).toEqual(
      rows
        .map(({ reference }) => reference)
        .filter((reference) => qualifying.has(reference))
        .sort(),
    );
    expect((await read('2026-11-01', '2027-02-28', 'driving')).every(({ reason }) => reason !== null)).toBe(true);
  });
});
