import { type NewDocument } from '#ledger';
import { type DrawFrame } from '#proof';
import { type DecidedCase, decided } from '../../../../../test/world/decided-cases.js';
import { frameOf, inWindow, plant, referencesOf } from '../../../../../test/world/frames.js';
import { type ScrutinyWorld, scrutinyWorld } from '../../../../../test/world/scrutiny.js';

const area = 'test-service';
const received = { type: 'referralReceived', at: '2026-08-01T10:00:00.000Z' } as const;
const happened = (
  reference: string,
  events: DecidedCase['events'],
  known: NonNullable<DecidedCase['known']> = { outcome: 'yrd' },
): DecidedCase => ({ reference, area, events: [received, ...events], known });
const policeFile = (sex: string): NewDocument => ({
  id: '00000000-0000-4000-8000-0000000000d1',
  version: 1,
  kind: 'policeFile',
  view: 'everyone',
  body: { sex },
});

describe('the frame of a draw', () => {
  let world: ScrutinyWorld;
  beforeEach(async () => {
    world = await scrutinyWorld();
  });
  afterEach(() => world.close());
  const leftOut = ({ excluded }: DrawFrame) => excluded.map(({ reference, reason }) => `${reference} ${reason}`);

  it('takes a case by the day of the police decision in London, on both edges of the window', async () => {
    await plant(world, [
      decided('TS-BEFORE', area, '2026-08-31T22:59:59.999Z'),
      decided('TS-FIRST', area, '2026-08-31T23:00:00.000Z'),
      decided('TS-LAST', area, '2026-10-31T23:59:59.999Z'),
      decided('TS-AFTER', area, '2026-11-01T00:00:00.000Z'),
      decided('CF-ELSEWHERE', 'cardiff', inWindow),
    ]);
    const frame = await frameOf(world, await world.committed({}));
    expect([referencesOf(frame), leftOut(frame)]).toEqual([['TS-FIRST', 'TS-LAST'], []]);
  });

  it('takes in what was decided after a panel said no further action, after an escalation, after a departure, late, and afresh', async () => {
    await plant(world, [
      happened('TS-NFA', [{ type: 'nfaConfirmed', at: inWindow }], { outcome: 'nfa' }),
      happened('TS-ESCALATED', [{ type: 'escalationDecided', at: inWindow, state: 'awaitingPlanAgreement' }]),
      happened('TS-DEPARTED', [
        { type: 'policeDecisionDeparted', at: '2026-08-20T09:00:00.000Z' },
        { type: 'departureStands', at: inWindow },
      ]),
      happened('TS-LATE', [{ type: 'policeDecisionConfirmed', at: inWindow }]),
      happened('TS-AFRESH', [{ type: 'decisionTakenAfresh', at: inWindow }]),
    ]);
    expect(referencesOf(await frameOf(world, await world.committed({})))).toEqual([
      'TS-AFRESH',
      'TS-DEPARTED',
      'TS-ESCALATED',
      'TS-LATE',
      'TS-NFA',
    ]);
  });

  it('counts an escalation only where the sergeant could decide: else the police decision is still to come', async () => {
    const escalated = { type: 'escalationDecided', at: inWindow, state: 'awaitingPoliceDecision' } as const;
    await plant(world, [
      happened('TS-WAITS', [escalated]),
      happened('TS-LATER', [escalated, { type: 'policeDecisionConfirmed', at: '2026-11-01T09:00:00.000Z' }]),
    ]);
    expect(referencesOf(await frameOf(world, await world.committed({})))).toEqual([]);
  });

  it('gives a case to the window of its first decision, whatever is decided afresh later', async () => {
    await plant(world, [
      happened('TS-AGAIN', [
        { type: 'policeDecisionConfirmed', at: '2026-08-20T09:00:00.000Z' },
        { type: 'decisionReopened', at: '2026-08-25T09:00:00.000Z' },
        { type: 'decisionTakenAfresh', at: inWindow },
      ]),
    ]);
    expect(referencesOf(await frameOf(world, await world.committed({})))).toEqual([]);
    expect(referencesOf(await frameOf(world, await world.committed({ window: { first: '2026-07-01', last: '2026-08-31' } })))).toEqual([
      'TS-AGAIN',
    ]);
  });

  it('judges by what was decided then: a decision out of court counts though the case went to court later, and one for court does not hide a later one', async () => {
    await plant(world, [
      happened(
        'TS-FAILED',
        [
          { type: 'policeDecisionConfirmed', at: inWindow },
          { type: 'decisionTakenAfresh', at: inWindow, state: 'awaitingCharge' },
        ],
        { outcome: 'court' },
      ),
      happened('TS-BACK', [
        { type: 'departureStands', at: '2026-08-20T09:00:00.000Z', state: 'awaitingCharge' },
        { type: 'returnedForOutOfCourt', at: '2026-08-25T09:00:00.000Z' },
        { type: 'decisionTakenAfresh', at: inWindow },
      ]),
    ]);
    const frame = await frameOf(world, await world.committed({}));
    expect([referencesOf(frame), leftOut(frame)]).toEqual([['TS-BACK', 'TS-FAILED'], []]);
    expect(await frameOf(world, await world.committed({ window: { first: '2026-07-01', last: '2026-08-31' } }))).toMatchObject({
      cases: [],
      excluded: [],
    });
  });

  it('leaves out nothing in silence: each case that does not qualify is listed with the code of its reason', async () => {
    await plant(world, [
      happened('TS-COURT', [{ type: 'departureStands', at: inWindow, state: 'awaitingCharge' }], { outcome: 'court' }),
      happened('TS-CHARGED', [{ type: 'chargeRecorded', at: inWindow, state: 'closed' }], { outcome: 'court' }),
      happened('TS-DIVERTED', [{ type: 'divertedAtTriage', at: inWindow }], { ending: 'diverted' }),
      happened('TS-WITHDRAWN', [{ type: 'caseWithdrawn', at: inWindow }], { ending: 'withdrawn' }),
      happened('TS-DIED', [{ type: 'childDied', at: inWindow }], { ending: 'died' }),
      happened('TS-MERGED', [{ type: 'referralsMerged', at: inWindow }], { ending: 'merged' }),
      happened('TS-KEPT', [{ type: 'referralsMerged', at: inWindow }], {}),
      happened(
        'TS-THEN',
        [
          { type: 'policeDecisionConfirmed', at: inWindow },
          { type: 'caseWithdrawn', at: inWindow },
        ],
        { outcome: 'yc', ending: 'withdrawn' },
      ),
    ]);
    const frame = await frameOf(world, await world.committed({}));
    expect(referencesOf(frame)).toEqual(['TS-THEN']);
    expect(leftOut(frame)).toEqual([
      'TS-CHARGED sentToCourt',
      'TS-COURT sentToCourt',
      // A child's death is told to nobody who reads a published list.
      'TS-DIED endedUndecided',
      'TS-DIVERTED divertedAtTriage',
      'TS-MERGED merged',
      'TS-WITHDRAWN endedUndecided',
    ]);
  });

  it.each([
    ['driving', { known: { outcome: 'yrd', offences: [{ code: 'RT88191', on: '2026-08-01' }] } }],
    ['lookedAfter', { known: { outcome: 'yrd', careStatus: 'LOOKED_AFTER' } }],
    ['girls', { documents: [policeFile('2')] }],
    ['late', { isPanelLate: true }],
  ])('of the theme %s lists every other case as not of the theme', async (theme, more) => {
    await plant(world, [
      decided('TS-OF-IT', area, inWindow, more),
      decided('TS-OTHER', area, inWindow, { documents: [policeFile('1')] }),
    ]);
    const frame = await frameOf(world, await world.committed({ theme }));
    expect([referencesOf(frame), leftOut(frame)]).toEqual([['TS-OF-IT'], ['TS-OTHER notOfTheme']]);
  });

  it('loses nobody who is decided after a window was frozen before its end: they come into the next frame, once', async () => {
    await plant(world, [decided('TS-1', area, inWindow)], '2026-10-20T09:00:00.000Z');
    const early = await world.committed({});
    expect(referencesOf(await frameOf(world, early))).toEqual(['TS-1']);
    await plant(world, 
      [decided('TS-2', area, '2026-10-29T12:00:00.000Z'), decided('TS-3', area, '2026-11-03T12:00:00.000Z')],
      '2027-01-04T09:00:00.000Z',
    );
    const next = await world.committed({ window: { first: '2026-11-01', last: '2026-12-31' } });
    expect(referencesOf(await frameOf(world, next))).toEqual(['TS-2', 'TS-3']);
    world.setTime('2027-03-02T09:00:00.000Z');
    expect(referencesOf(await frameOf(world, await world.committed({ window: { first: '2027-01-01', last: '2027-02-28' } })))).toEqual(
      [],
    );
  });
});
