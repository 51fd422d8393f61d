import { isAlarm } from '#law';
import { type Change, type NewNotice, type StreamFile } from '#ledger';
import { type CaseEvent, type CaseFacts, type State } from '#pathway';
import { kindOfClock } from '../clocks/clock-kind.js';
import { uuidOf } from '../cases/uuid-of.js';
import { whomToTell } from '../commands/raise-alert/whom-to-tell.js';

/** Whose turn it is in each state; null where nobody is waited for. */
const turns: { readonly [S in State]: string | null } = {
  awaitingAllocation: 'dutyManager',
  awaitingEligibilityCheck: 'policeDecisionMaker',
  returnedToReferrer: 'referringSupervisor',
  awaitingAssessment: 'practitioner',
  awaitingCountersignature: 'teamManager',
  awaitingVictimNeeds: 'victimOfficer',
  awaitingPanel: 'coordinator',
  atPanel: null,
  awaitingEscalationReview: 'youthJusticeSergeant',
  awaitingClinic: 'policeDecisionMaker',
  awaitingPoliceDecision: 'policeDecisionMaker',
  awaitingChallenge: 'chair',
  awaitingCpsDecision: 'prosecutor',
  awaitingPlanAgreement: 'practitioner',
  awaitingDelivery: 'deliveryOfficer',
  inIntervention: 'practitioner',
  awaitingNonComplianceDecision: 'policeDecisionMaker',
  awaitingSergeantDecision: 'referringSupervisor',
  awaitingCharge: 'referringSupervisor',
  awaitingReconsideration: 'policeDecisionMaker',
  awaitingCrimeOutcome: 'referringSupervisor',
  closed: null,
};

/** Facts that somebody must be told of wherever the case stands, and whom. */
const told: { readonly [event: string]: readonly string[] } = {
  factCorrected: ['dutyManager', 'policeDecisionMaker'],
  outcomeSetAside: ['dutyManager', 'victimOfficer'],
  conflictDeclared: ['coordinator'],
  childMissing: ['dutyManager'],
  turnedEighteen: ['practitioner', 'dutyManager'],
  caseTransferred: ['dutyManager'],
  victimReviewRequested: ['inspector'],
  victimReviewAnswered: ['victimOfficer'],
};

/** A challenged departure is looked at by an inspector, everything else of that state by a sergeant. */
export const turnOf = (state: State, { isChallenged }: CaseFacts): string | null =>
  state === 'awaitingEscalationReview' && isChallenged === true ? 'inspector' : turns[state];

/**
 * Notices to queues: whose turn it is once the case waits for somebody else, and whoever is told of a fact. The code is the state or the
 * event; the words stand in both languages.
 */
export function turnNotices(
  before: StreamFile,
  after: Change,
  event: CaseEvent,
  state: State,
  known: CaseFacts,
): readonly NewNotice[] {
  const turn = before.state === state ? null : turnOf(state, known);
  const isVictimToBeTold = (after.startClocks ?? []).some(({ kind }) => kindOfClock(kind) === 'victimTold');
  const standing = { homeArea: after.homeArea ?? before.homeArea, rooms: after.rooms ?? before.rooms };
  const isFailure = event.type === 'crimeOutcomeRecorded' && isAlarm(event.outcomeNumber);
  const wanted = [
    ...(turn === null ? [] : [{ code: state as string, role: turn }]),
    ...(told[event.type] ?? []).map((role) => ({ code: event.type as string, role })),
    ...(isVictimToBeTold ? [{ code: 'victimToBeTold', role: 'victimOfficer' }] : []),
    ...(isFailure ? [{ code: 'limitWasMissed', role: 'headOfService' }] : []),
  ];
  return wanted.flatMap(({ code, role }) =>
    whomToTell(role, standing).map((to) => ({
      id: uuidOf(`${before.id} ${before.version} ${code} ${to.room} ${to.role}`),
      ...to,
      code,
    })),
  );
}
