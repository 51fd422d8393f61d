import { addDays, bankHolidays } from '#calendar';
import { type CaseFacts } from '../case-facts.js';
import { compile } from '../compile.js';
import { kit } from '../kit.js';
import { configurationOf, walk } from '../model/graph.js';
import { pathwayOf } from '../pathways.js';
import { usualChild } from '../situations/usual-steps.js';
import { valeOocd } from '../vale-oocd.machine.js';
import { type OpenCase, rehearse } from './rehearse.js';

const vale = pathwayOf('vale-oocd', 1);
const context = { on: '2026-11-24', calendar: bankHolidays };
const aCase = (reference: string, state: string, facts: CaseFacts = {}): OpenCase => ({
  reference,
  state,
  facts: { ...usualChild, ...facts },
});
const policeDecision = { by: 'P', on: '2026-11-24', isAuthorised: true } as const;
const decision = { hasReasons: true, hasDiversity: true, hasWhyNothingLessIntrusive: true };
const decided: CaseFacts = { outcome: 'o22', decidedOn: '2026-11-24', decision };
const openCases: readonly OpenCase[] = [
  aCase('C-ALLOCATION', 'awaitingAllocation'),
  aCase('C-DECIDED', 'awaitingPoliceDecision', decided),
  aCase('C-CHALLENGE', 'awaitingChallenge', { ...decided, departure: 'yc', policeDecision }),
  aCase('C-ACTIVITY', 'inIntervention', { ...decided, planEndsOn: '2027-02-01' }),
];

type Described = { readonly [key: string]: unknown };
/** The machine of the Vale as somebody has rewritten it: whatever stands at a key may be changed or, with undefined, taken out. */
function rewritten(change: (key: string, value: unknown) => unknown) {
  const config: unknown = JSON.parse(JSON.stringify(valeOocd.config, (key, value: unknown) => change(key, value)));
  const machine = kit.createMachine(config as Parameters<typeof kit.createMachine>[0]);
  return compile('vale-oocd', 2, machine, vale.plan);
}
const listed = (value: unknown): readonly Described[] => (Array.isArray(value) ? value : [value]) as readonly Described[];

describe('rehearsing a version on the open cases', () => {
  it('finds nothing to change where the version is the same, whatever the case waits for', () => {
    const { ok, cases } = rehearse(vale, vale, openCases, context);
    expect(ok).toBe(true);
    for (const one of cases)
      expect(one).toMatchObject({ opens: [], closes: [], leadsElsewhere: [], startsClocks: [], stopsClocks: [], strands: null });
  });

  it('lists what a harmless version changes, case by case, and lets it be used', () => {
    // The police no longer depart from a panel, and an intervention has a second clock.
    const harmless = rewritten((key, value) => {
      if (key === 'policeDecisionDeparted') return undefined;
      if (key !== 'inIntervention') return value;
      return {
        ...(value as object),
        ...{
          entry: [{ type: 'startClock', params: { clock: 'planAgreement' } }],
          exit: [{ type: 'stopClock', params: { clock: 'planAgreement' } }],
        },
      };
    });
    const { ok, stranded, cases } = rehearse(vale, harmless, openCases, context);
    expect({ ok, stranded }).toEqual({ ok: true, stranded: [] });
    expect(cases.map(({ reference, closes, startsClocks }) => ({ reference, closes, startsClocks }))).toEqual([
      { reference: 'C-ALLOCATION', closes: [], startsClocks: [] },
      { reference: 'C-DECIDED', closes: ['policeDecisionDeparted'], startsClocks: [] },
      { reference: 'C-CHALLENGE', closes: [], startsClocks: [] },
      { reference: 'C-ACTIVITY', closes: [], startsClocks: ['planAgreement'] },
    ]);
  });

  it('names an event that is open in both and leads elsewhere', () => {
    const other = rewritten((key, value) =>
      key === 'referralReturned' ? { ...(value as object), target: '#awaitingReconsideration' } : value,
    );
    const [first] = rehearse(vale, other, openCases, context).cases;
    expect(first?.leadsElsewhere).toEqual([
      { event: 'referralReturned', was: ['returnedToReferrer'], is: ['awaitingReconsideration'] },
    ]);
  });

  it('stops a version without a state in which a case waits, and names that case alone', () => {
    const withoutChallenge = rewritten((key, value) => {
      if (key === 'awaitingChallenge') return undefined;
      if (key === 'policeDecisionDeparted')
        return listed(value).map((branch) => ({ ...branch, target: '#awaitingReconsideration' }));
      return value;
    });
    const { ok, stranded, cases } = rehearse(vale, withoutChallenge, openCases, context);
    expect({ ok, stranded }).toEqual({ ok: false, stranded: ['C-CHALLENGE'] });
    expect(cases[2]).toMatchObject({ strands: 'stateIsGone', opens: [], stopsClocks: ['delivery', 'departureChallenge'] });
    expect(cases[2]?.closes).toEqual(expect.arrayContaining(['departureStands', 'departureChallenged', 'decisionReopened']));
  });

  it('stops a version in which a case could never be closed, though each of its states is still there', () => {
    const trap = rewritten((key, value) => {
      if (key === 'decisionReopened' || key === 'activityNotCompleted') return undefined;
      return key === 'interventionCompleted' ? [{ actions: [{ type: 'record' }] }] : value;
    });
    const { ok, cases } = rehearse(vale, trap, openCases, context);
    expect(ok).toBe(false);
    expect(cases.find(({ reference }) => reference === 'C-ACTIVITY')).toMatchObject({ strands: 'cannotBeClosed' });
  });

  it('stops a version in which a case could be closed with the child there only', () => {
    const withChildOnly = rewritten((key, value) =>
      key === 'decisionReopened' || key === 'activityNotCompleted' || key === 'offencesChanged' || key === 'nrmReferred'
        ? undefined
        : value,
    );
    const { cases } = rehearse(vale, withChildOnly, openCases, context);
    expect(cases.find(({ reference }) => reference === 'C-ACTIVITY')).toMatchObject({ strands: 'cannotBeClosedWithoutChild' });
  });

  it('is no way to bring a case of the Vale to the Bureau while it waits for what the Bureau does not have', () => {
    const { stranded } = rehearse(vale, pathwayOf('youth-bureau', 1), openCases, context);
    expect(stranded).toEqual(['C-DECIDED', 'C-CHALLENGE']);
    expect(rehearse(vale, vale, [aCase('C-OLD', 'awaitingSomethingElse')], context)).toMatchObject({
      ok: false,
      cases: [{ reference: 'C-OLD', strands: 'stateIsGone' }],
    });
  });

  it('sees of a day only that it is there: many cases are walked as the few places they stand in', () => {
    const many = Array.from({ length: 200 }, (_, place) =>
      aCase(`C-${place}`, 'inIntervention', {
        ...decided,
        policeFile: true,
        planEndsOn: addDays('2027-02-01', place),
      }),
    );
    expect(rehearse(vale, vale, many, context).ok).toBe(true);
    const starts = many.map(({ facts }) => configurationOf(vale, 'inIntervention', facts));
    expect(walk(vale, starts).nodes.length).toBe(walk(vale).nodes.length);
  });
});
