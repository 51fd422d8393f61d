import { bankHolidays } from '#calendar';
import { type CaseEvent, type CaseFacts, type Effect } from '#pathway';
import { clockMoves, type ClockQuestion } from './clock-moves.js';

const now = { today: '2026-12-01', calendar: bankHolidays };
const received = { receivedAt: '2026-11-23T10:15:00.000Z' } as const;
const runs = (kind: string, dueOn: string) => ({ kind, dueOn, anchorOn: '2026-11-23', policy: `${kind.split(':')[0] ?? ''}/1` });
const ask = (of: Partial<ClockQuestion>) =>
  clockMoves({ clocks: [], runs: {}, effects: [], was: {}, is: {}, event: null, isClosed: false, ...of }, now);
const started = (of: Partial<ClockQuestion>) =>
  ask(of).startClocks.map(({ kind, anchorOn, dueOn, policy }) => `${kind} ${anchorOn} ${dueOn} ${policy}`);
const start = (clock: 'panel' | 'allocation' | 'intervention'): Effect => ({ type: 'startClock', clock });
const told: readonly Effect[] = [{ type: 'startDuty', duty: 'victimTold' }];

describe('clocks that a move starts', () => {
  it('count from the receipt the first time, and from the day of the event when they start again', () => {
    expect(started({ effects: [start('panel')], is: received })).toEqual(['panel 2026-11-23 2026-12-14 panel/1']);
    expect(started({ effects: [start('panel')], is: received, runs: { panel: 1 } })).toEqual([
      'panel 2026-12-01 2026-12-22 panel/1',
    ]);
  });

  it('one for each victim: a working day with enhanced rights, and while it is not known whether there are any', () => {
    const is: CaseFacts = {
      victimCount: 3,
      victims: [
        { ref: 'V1', hasEnhancedRights: true },
        { ref: 'V2', hasEnhancedRights: false },
      ],
    };
    expect(started({ effects: told, is, was: is })).toEqual([
      'victimTold:V1 2026-12-01 2026-12-02 victimToldEnhanced/1',
      'victimTold:V2 2026-12-01 2026-12-08 victimTold/1',
      'victimTold:V3 2026-12-01 2026-12-02 victimToldEnhanced/1',
    ]);
  });

  it('supersede their own run where it is still open', () => {
    const open = [runs('victimTold:V1', '2026-11-30')];
    const is: CaseFacts = { victimCount: 1 };
    expect(ask({ effects: told, is, was: is, clocks: open }).stopClocks).toEqual([{ kind: 'victimTold:V1', how: 'superseded' }]);
  });

  it('set their first alert, in the morning of London', () => {
    expect(ask({ effects: [start('panel')], is: received }).startClocks[0]?.nextAlertAt).toBe('2026-12-07T08:00:00.000Z');
  });
});

describe('clocks that a move stops', () => {
  const clocks = [runs('victimTold:V1', '2026-12-01'), runs('victimTold:V2', '2026-11-30'), runs('panel', '2026-12-14')];
  const ended: readonly Effect[] = [{ type: 'endDuty', duty: 'victimTold' }];

  it('stop for the victim the event is about, in time on the last day', () => {
    const event: CaseEvent = { type: 'victimInformed', ref: 'V1' };
    expect(ask({ clocks, effects: ended, event }).stopClocks).toEqual([{ kind: 'victimTold:V1', how: 'met' }]);
  });

  it('stop for all where it is about none, and say which were late', () => {
    expect(ask({ clocks, effects: ended }).stopClocks).toEqual([
      { kind: 'victimTold:V1', how: 'met' },
      { kind: 'victimTold:V2', how: 'late' },
    ]);
  });

  it('are neither met nor missed when a case is withdrawn', () => {
    const event: CaseEvent = { type: 'caseWithdrawn', reasonsRecorded: true };
    expect(ask({ clocks, effects: [{ type: 'stopClock', clock: 'panel' }], event }).stopClocks).toEqual([
      { kind: 'panel', how: 'withdrawn' },
    ]);
  });

  it('do not stop where they do not run', () => {
    expect(ask({ effects: [{ type: 'stopClock', clock: 'panel' }] })).toEqual({ startClocks: [], stopClocks: [] });
  });
});

describe('dates that follow the facts', () => {
  const summary: CaseFacts = { offences: [{ code: 'CJ88116', on: '2026-06-03' }] };

  it('come with the fact that gives them a day, and move with it', () => {
    expect(started({ is: summary })).toEqual(['chargingLimit 2026-12-01 2026-12-03 chargingLimit/1']);
    const later: CaseFacts = { offences: [{ code: 'CJ88116', on: '2026-07-03' }] };
    const moved = ask({ was: summary, is: later, clocks: [runs('chargingLimit', '2026-12-03')] });
    expect([moved.startClocks[0]?.dueOn, moved.stopClocks]).toEqual([
      '2027-01-03',
      [{ kind: 'chargingLimit', how: 'superseded' }],
    ]);
  });

  it('stay as they are while nothing changes them, and end when there is no such day any more', () => {
    const clocks = [runs('chargingLimit', '2026-12-03')];
    expect(ask({ was: summary, is: summary, clocks })).toEqual({ startClocks: [], stopClocks: [] });
    expect(ask({ was: summary, is: { offences: [{ code: 'TH68010', on: '2026-06-03' }] }, clocks }).stopClocks).toEqual([
      { kind: 'chargingLimit', how: 'met' },
    ]);
  });

  it('do not begin where they lie behind, or where the case is closed', () => {
    expect(started({ is: { bornOn: '2008-11-30', bail: { status: 'COURT_BAIL', endsOn: '2026-11-30' } } })).toEqual([]);
    expect(started({ is: { bornOn: '2008-12-02' } })).toEqual(['eighteenthBirthday 2026-12-01 2026-12-02 eighteenthBirthday/1']);
    expect(started({ is: summary, isClosed: true })).toEqual([]);
  });

  it('of somebody released under investigation, an age that is looked at', () => {
    expect(started({ is: { ...received, bail: { status: 'RUI' } } })).toEqual([
      'releaseReview 2026-12-01 2026-12-23 releaseReview/1',
    ]);
  });
});
