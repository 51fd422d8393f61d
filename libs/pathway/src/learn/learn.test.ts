import { type CaseFactName, type CaseFacts } from '../case-facts.js';
import { type CaseEvent } from '../events/case-event.js';
import { everyVariant } from '../model/event-variants.js';
import { broughtBy, learn } from './learn.js';
import { leaveBehind } from './stays-of-facts.js';

const on = '2026-11-24';
const reasonsRecorded = true;
const learned = (facts: CaseFacts, event: CaseEvent): CaseFacts => learn(facts, event, on);

describe('learn folds an event into the facts before anything is judged', () => {
  it('says of each event which facts it brings, and brings no others', () => {
    // These two bring whatever fact they name.
    const named = ['factRecorded', 'factCorrected'];
    for (const event of everyVariant.filter(({ type }) => !named.includes(type))) {
      const brought = Object.keys(learned({ outcome: 'yc', departure: 'yc' }, event)) as CaseFactName[];
      const fresh = brought.filter((fact) => fact !== 'outcome' && fact !== 'departure');
      expect({ event: event.type, fresh: fresh.filter((fact) => !broughtBy(event.type).includes(fact)) }).toEqual({
        event: event.type,
        fresh: [],
      });
    }
  });

  it('leaves what it is given as it was', () => {
    const facts: CaseFacts = Object.freeze({ victims: Object.freeze([{ ref: 'V1' }]) });
    expect(learned(facts, { type: 'victimUpdated', victim: { ref: 'V2' } }).victims).toEqual([{ ref: 'V1' }, { ref: 'V2' }]);
    expect(facts).toEqual({ victims: [{ ref: 'V1' }] });
  });

  it('a departure is no outcome until it stands; a challenge takes it away', () => {
    const departed = learned(
      { outcome: 'o22' },
      { type: 'policeDecisionDeparted', by: 'P', isAuthorised: true, outcome: 'yc', reasonsRecorded },
    );
    expect(departed).toMatchObject({ outcome: 'o22', departure: 'yc' });
    expect(learned(departed, { type: 'departureStands' })).toMatchObject({ outcome: 'yc', decidedOn: on });
    expect(learned(departed, { type: 'departureStands' }).departure).toBeUndefined();
    const challenged = learned(departed, { type: 'departureChallenged', reasonsRecorded });
    expect(challenged).toMatchObject({ outcome: 'o22', isChallenged: true });
    expect(challenged.departure).toBeUndefined();
  });

  it('a review after a challenge is marked as one, so that the law asks for an inspector', () => {
    const event: CaseEvent = {
      type: 'escalationDecided',
      outcome: 'o22',
      decider: 'P',
      rank: 'inspector',
      hasPoliceAuthority: true,
      reasonsRecorded,
    };
    expect(learned({ isChallenged: true }, event).escalation?.isOfDeparture).toBe(true);
    expect(learned({}, event).escalation?.isOfDeparture).toBe(false);
    expect(learned({}, event).policeDecision).toEqual({ by: 'P', on, isAuthorised: true });
    expect(learned({}, { ...event, hasPoliceAuthority: false }).policeDecision).toBeUndefined();
  });

  it('an admission recorded again takes the withdrawal back; one not confirmed at the giving is a withdrawal', () => {
    const withdrawn = learned({ admissionNoted: 'FULL' }, { type: 'admissionNotConfirmed' });
    expect(withdrawn).toEqual({ admissionNoted: 'FULL', admissionWithdrawn: true });
    expect(learned(withdrawn, { type: 'admissionRecorded', admission: 'FULL' })).toEqual({ admissionNoted: 'FULL' });
  });

  it('a conflict declared before the panel meets is still there when it opens', () => {
    const declared = learned({}, { type: 'conflictDeclared', person: 'P-1' });
    const opened = learned(declared, { type: 'panelOpened', present: [{ person: 'P-2', role: 'chair' }], hasVictimInput: true });
    expect(opened.panel).toEqual({
      present: [{ person: 'P-2', role: 'chair' }],
      conflicts: ['P-1'],
      hasVictimInput: true,
      isOpen: true,
    });
    expect(learned(opened, { type: 'memberLeft', person: 'P-2' }).panel?.present).toEqual([]);
  });

  it('the surviving referral of a merger keeps the earliest receipt', () => {
    const firstReceivedAt = '2026-11-12T09:00:00.000Z';
    const merged = learned(
      { receivedAt: '2026-11-16T09:00:00.000Z' },
      { type: 'referralsMerged', part: 'surviving', other: 'OTHER', firstReceivedAt },
    );
    expect(merged).toMatchObject({ receivedAt: firstReceivedAt, merger: { part: 'surviving', isUndone: false } });
    expect(merged.ending).toBeUndefined();
  });
});

describe('a move leaves behind what belongs to other stays', () => {
  it('safeguards of a giving do not live on into a fresh decision', () => {
    const facts: CaseFacts = {
      outcome: 'ycc',
      given: 'ycc',
      admissionHeard: true,
      documentSigned: true,
      planEndsOn: on,
      crimeOutcomeNumber: '2',
    };
    expect(leaveBehind(facts, 'inIntervention')).toEqual(facts);
    expect(leaveBehind(facts, 'awaitingReconsideration')).toEqual({ outcome: 'ycc' });
  });

  it('a panel that is left is no longer open, but who sat in it is still known', () => {
    const panel = { present: [{ person: 'P', role: 'chair' }], conflicts: [], hasVictimInput: true, isOpen: true };
    expect(leaveBehind({ panel }, 'atPanel').panel).toEqual(panel);
    expect(leaveBehind({ panel }, 'awaitingEscalationReview').panel).toEqual({ ...panel, isOpen: false });
  });

  it('what the child has said about the offence goes along', () => {
    const facts: CaseFacts = { admissionNoted: 'FULL', admissionWithdrawn: true, chargedOn: on };
    expect(leaveBehind(facts, 'awaitingReconsideration')).toEqual(facts);
  });
});
