import { MeetingPack } from '#casework';
import { bankHolidays } from '#calendar';
import { disposalsOn, factRows, gravityDirection, type RuleId } from '#law';
import { type CaseFacts } from '#pathway';
import { type CaseWorld, caseWorld } from '../world/case-world.js';
import { assessed, type Hands, walk } from '../world/journeys.js';
import { calledMeeting, people, walkedCase } from '../world/walked-case.js';

describe('anchoring: the child is read first and the score last', () => {
  let world: CaseWorld;
  beforeAll(async () => {
    world = await caseWorld();
    world.goTo('2026-11-24T09:00:00Z');
  });
  afterAll(() => world.close());

  it('packs papers in that order, whenever each of them came', async () => {
    const child = walkedCase(world, await world.refer(world.ownReferral('R01')));
    const hands: Hands = {
      setClock: world.goTo,
      paper: child.paper,
      meeting: (_, at) => calledMeeting(world, at),
      move: child.go,
    };
    await walk(assessed, hands, (step, state) => expect([step.event, state]).toEqual([step.event, step.state]));
    for (const kind of ['agencyInformation', 'voiceOfChild', 'representation']) await child.paper(people.practitioner, kind);
    const meeting = await calledMeeting(world, '2026-12-01T10:00:00Z');
    await child.go(people.coordinator, 'caseListed', { meeting });
    const chair = await world.personId(people.chair);
    const found = await world.reader.ask(chair, { what: 'seeMeeting' }, (query) => new MeetingPack().of(query, meeting));
    const kinds = found?.agenda[0]?.papers.map(({ kind }) => kind) ?? [];
    expect(kinds.filter((kind) => ['assessment', 'voiceOfChild', 'notice', 'policeFile'].includes(kind))).toEqual([
      'assessment',
      'voiceOfChild',
      'notice',
      'policeFile',
    ]);
    // The score stands in the police file and in no other paper.
    expect(kinds.at(-1)).toBe('policeFile');
  });

  it('shows nobody which way the table of the matrix points', () => {
    const facts: CaseFacts = {
      source: 'CUSTODY_INTERVIEW',
      bornOn: '2012-03-14',
      offences: [{ code: 'TH68010', on: '2026-11-14', gravity: { start: 3, adjustment: 0, final: 3, isScorerNamed: true } }],
    };
    expect(gravityDirection(facts)?.disposals).toEqual(['yc']);
    const shown = JSON.stringify(disposalsOn(facts, '2026-12-01', bankHolidays));
    expect(shown).not.toMatch(/direction|normally|matrix says|"score"/);
    expect(Object.keys(factRows)).not.toContain('gravityDirection');
  });

  it('asks for the score only where an informal way at 4 or 5 needs a reason, and never for a caution or a charge', () => {
    const facts: CaseFacts = {
      source: 'CUSTODY_INTERVIEW',
      bornOn: '2012-03-14',
      offences: [{ code: 'TH68010', on: '2026-11-14' }],
    };
    const asking = disposalsOn(facts, '2026-12-01', bankHolidays).flatMap(({ disposal, rules }) =>
      rules.flatMap(({ rule, missing }): readonly (readonly [string, RuleId])[] =>
        missing.includes('gravity') ? [[disposal, rule]] : [],
      ),
    );
    expect(asking).toEqual([
      ['o22', 'informalDisposalHasReason'],
      ['o22', 'seniorOfficerApprovesInformalDisposal'],
      ['yrd', 'informalDisposalHasReason'],
      ['yrd', 'inspectorAuthorisesResolution'],
    ]);
  });
});
