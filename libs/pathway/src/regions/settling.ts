import { type Events, end, endAtClosing, does, lawful, on, reconsider, settle, start, stays, waitsFor, where } from '../branches.js';
import { crimeOutcome, gates, reopening } from '../gates.js';
import { type State } from '../states.js';
import { factsBeforeCrimeOutcome, factsUnderWay, factsWhenClosed, standing } from './heard-facts.js';

/** Heard wherever a case is under way: the facts, and the two events that end it without a decision. */
export const underWayEvents: Events = {
  ...factsUnderWay,
  caseWithdrawn: { ...settle, ...where({ isGiven: false }) },
  childDied: settle,
};

export const awaitingSergeantDecision = waitsFor('awaitingSergeantDecision', 'sergeantDecision', {
  ...standing,
  nfaConfirmed: { ...settle, ...lawful(gates.nfa), actions: [start('victimTold')] },
  nfaDeclined: reconsider,
});

export const awaitingCharge = waitsFor(
  'awaitingCharge',
  'charge',
  {
    ...standing,
    // Where the police may not charge, the prosecutor is asked here, and decides here.
    cpsAuthorityRequested: stays,
    cpsAuthorised: stays,
    chargeRecorded: { target: '#closed', ...lawful(gates.court), actions: [start('victimTold')] },
    chargeDeclined: [
      { ...reconsider, ...where({ isProsecuting: false }) },
      { target: '#awaitingNonComplianceDecision', ...where({ isProsecuting: true }), actions: [start('yccEnd')] },
    ],
    returnedForOutOfCourt: reconsider,
  },
  [end('crimeRecord')],
);

/** A case that came back; `decisions` is how it goes on. */
export const awaitingReconsideration = (decisions: Events) =>
  waitsFor('awaitingReconsideration', 'reconsideration', { ...standing, ...decisions }, [
    end('crimeRecord'),
    end('victimReviewWindow'),
  ]);

export const awaitingCrimeOutcome = waitsFor('awaitingCrimeOutcome', 'crimeOutcome', {
  ...factsBeforeCrimeOutcome,
  crimeOutcomeRecorded: { target: '#closed', ...lawful(crimeOutcome), actions: [end('crimeRecord')] },
  decisionReopened: { ...reconsider, ...where({ isGiven: false }) },
  caseWithdrawn: { ...where({ isGiven: false }), ...stays },
  childDied: stays,
});

/** No `final` state: a closed case still hears of victims, disputes and reopening. A merger that is undone begins again at `first`. */
export const closed = (first: `#${State}`) => ({
  id: 'closed',
  entry: [...endAtClosing.map(end), start('retention')],
  exit: [end('retention'), start('chargingLimit'), start('eighteenthBirthday')],
  on: {
    ...factsWhenClosed,
    outcomeSetAside: does(start('victimTold')),
    caseReopened: { ...reconsider, ...on(undefined, reopening, { isMerged: false }) },
    referralsUnmerged: [
      { target: first, ...where({ isMerged: true, hasPoliceFile: true }) },
      { target: first, ...where({ isMerged: true, hasPoliceFile: false }), actions: [start('policeFile')] },
    ],
  },
});
