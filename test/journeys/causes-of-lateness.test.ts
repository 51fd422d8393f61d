import { arranged, assessed, confirmed, decision, given, met, recorded } from '../world/journeys.js';
import { people } from '../world/walked-case.js';
import { type Child, clockFindings, openStage, type Stage } from './stage.js';

type History = { items: { type: string; by: { email: string }; at: string; event: object; says: string }[] };
type Finding = { code: string; clock: string; seq: number };

describe('a cause of lateness is said afterwards', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  /** A panel that decided a day late, and nobody said why. */
  const decidedLate = async (): Promise<{ child: Child; late: { clock: string; seq: number } }> => {
    const child = await stage.refer();
    await child.walk(assessed, met('2026-12-15T10:00:00Z'));
    await child.go(people.chair, 'panelDecisionRecorded', decision('yc'));
    const [finding] = clockFindings(await child.look()) as unknown as readonly Finding[];
    expect(finding).toMatchObject({ code: 'latenessWithoutCause', clock: 'panel' });
    return { child, late: { clock: 'panel', seq: finding?.seq ?? 0 } };
  };
  const say = 'causeOfLatenessRecorded';
  const causes = async (child: Child) =>
    (await stage.read<History>(people.dutyManager, `/api/cases/${child.reference}/events?size=100`)).items.filter(
      ({ type }) => type === say,
    );

  it('by whoever ended the clock: the finding is gone from then on, and stood until then', async () => {
    const { child, late } = await decidedLate();
    await stage.goTo('2026-12-16T09:00:00Z');
    await child.go(people.chair, say, { late, cause: 'interpreter' });
    expect(clockFindings(await child.look())).toEqual([]);
    expect(clockFindings(await child.look(people.dutyManager, '?as-at=2026-12-15T18:00:00Z')).map(({ clock }) => clock)).toEqual([
      'panel',
    ]);
  });

  it('and is replaced by whom the clock’s ladder tells: the last word stands, the earlier one is kept with who and when', async () => {
    const { child, late } = await decidedLate();
    await stage.goTo('2026-12-16T09:00:00Z');
    await child.go(people.chair, say, { late, cause: 'workload' });
    await stage.goTo('2026-12-17T09:00:00Z');
    await child.go(people.coordinator, say, { late, cause: 'quorum' });
    expect(await causes(child)).toMatchObject([
      {
        by: { email: people.chair },
        at: expect.stringContaining('2026-12-16T09:00') as string,
        event: { ...late, cause: 'workload' },
      },
      {
        by: { email: people.coordinator },
        at: expect.stringContaining('2026-12-17T09:00') as string,
        event: { ...late, cause: 'quorum' },
      },
    ]);
    expect((await causes(child)).map(({ says }) => says)).toEqual([
      'Why something ended late was said afterwards: nobody of the service was free',
      'Why something ended late was said afterwards: the panel had no quorum',
    ]);
  });

  it('also in a case that is closed, which it leaves as it is', async () => {
    const { child, late } = await decidedLate();
    await child.walk(
      confirmed('awaitingDelivery'),
      arranged('2026-12-18T16:00:00Z'),
      given('awaitingCrimeOutcome'),
      recorded('2', 'recorded'),
    );
    expect((await child.go(people.teamManager, say, { late, cause: 'illness' })).state).toBe('closed');
    expect(clockFindings(await child.look())).toEqual([]);
  });

  it('by nobody whose clock it is not', async () => {
    const { child, late } = await decidedLate();
    expect(await child.no(people.delivery, say, { late, cause: 'officer' })).toMatchObject({
      because: 'notYours',
      detail: 'The cause is said by whoever may end the clock, or by those who are told when it runs late.',
    });
    expect(await child.no(people.member, say, { late, cause: 'officer' })).toMatchObject({ because: 'notYours' });
    expect(clockFindings(await child.look())).toHaveLength(1);
  });

  it('for nothing that was not late, and in no words of anybody', async () => {
    const { child, late } = await decidedLate();
    const [first] = (await stage.read<History>(people.dutyManager, `/api/cases/${child.reference}/events?size=100`)).items;
    expect(first?.type).toBe('referralReceived');
    for (const wrong of [
      { ...late, clock: 'assessment' },
      { ...late, seq: 1 },
      { ...late, clock: 'chargingLimit' },
      { ...late, of: 'V1' },
    ])
      expect(await child.no(people.chair, say, { late: wrong, cause: 'illness' })).toMatchObject({
        because: 'invalid',
        faults: [
          {
            pointer: '/late',
            code: 'wasNotLate',
            says: 'That clock did not end late with that event, so there is no lateness to give a cause for.',
          },
        ],
      });
    expect(await child.no(people.chair, say, { late, cause: 'The traffic.' })).toMatchObject({
      because: 'invalid',
      faults: [{ pointer: '/cause' }],
    });
    expect(await causes(child)).toEqual([]);
  });

  it('and replaces a cause that was said when the clock ended', async () => {
    const child = await stage.refer();
    await child.walk(assessed, met('2026-12-15T10:00:00Z'));
    const moved = await child.go(people.chair, 'panelDecisionRecorded', { ...decision('yc'), causeOfLateness: 'workload' });
    await child.go(people.chair, say, { late: { clock: 'panel', seq: moved.event.seq }, cause: 'advice' });
    expect((await causes(child)).map(({ event }) => event)).toMatchObject([{ cause: 'advice' }]);
    expect(clockFindings(await child.look())).toEqual([]);
  });
});
