import { type Disposal, disposals } from '#law';
import { type CaseEvent, type CaseEventType, caseEventTypes, type EventOf } from '../events/case-event.js';

const reasonsRecorded = true;
const on = '2026-11-20';
const at = '2026-11-20T10:00:00.000Z';
const document = 'document';
const person = 'person';
const decision = { hasReasons: true, hasDiversity: true, hasWhyNothingLessIntrusive: true };
const merger = (part: 'absorbed' | 'surviving') => ({ part, other: 'OTHER', firstReceivedAt: at });
const perOutcome = <T>(make: (outcome: Disposal) => T): readonly T[] => disposals.map((outcome) => make(outcome));

/** Each event in every form that a branch can tell apart; every other event is the same whatever it says. */
const told: { readonly [T in CaseEventType]?: readonly EventOf<T>[] } = {
  panelDecisionRecorded: perOutcome((outcome) => ({ type: 'panelDecisionRecorded', outcome, decision, reasonsRecorded })),
  escalationDecided: [true, false].flatMap((hasPoliceAuthority) =>
    perOutcome((outcome) => ({
      type: 'escalationDecided' as const,
      outcome,
      decider: person,
      rank: 'inspector' as const,
      hasPoliceAuthority,
      reasonsRecorded,
    })),
  ),
  policeDecisionDeparted: perOutcome((outcome) => ({
    type: 'policeDecisionDeparted',
    by: person,
    isAuthorised: true,
    outcome,
    reasonsRecorded,
  })),
  decisionTakenAfresh: perOutcome((outcome) => ({
    type: 'decisionTakenAfresh',
    by: person,
    isAuthorised: true,
    outcome,
    reasonsRecorded,
  })),
  diversionOffered: (['o22', 'yrd'] as const).map((outcome) => ({
    type: 'diversionOffered',
    by: person,
    isAuthorised: true,
    outcome,
    reasonsRecorded,
  })),
  referralsMerged: (['absorbed', 'surviving'] as const).map((part) => ({ type: 'referralsMerged', ...merger(part) })),
  referralsUnmerged: (['absorbed', 'surviving'] as const).map((part) => ({ type: 'referralsUnmerged', ...merger(part) })),
  planAgreed: [{ type: 'planAgreed', document, endsOn: on }],
  policeFileReceived: [{ type: 'policeFileReceived', learned: {} }],
  chargeRecorded: [{ type: 'chargeRecorded', chargedOn: on }],
  crimeOutcomeRecorded: [{ type: 'crimeOutcomeRecorded', outcomeNumber: '2', pnc: 'recorded' }],
  disposalGiven: [
    {
      type: 'disposalGiven',
      admissionHeard: true,
      effectExplained: { language: 'en', isTextApproved: true },
      understandingRecorded: true,
      adult: { isSuitable: true },
      adviceAnswer: 'taken',
    },
  ],
  panelOpened: [{ type: 'panelOpened', present: [], hasVictimInput: true }],
  factRecorded: [{ type: 'factRecorded', fact: 'suitableAdult', value: true }],
  factCorrected: [{ type: 'factCorrected', fact: 'suitableAdult', value: true }],
  victimUpdated: [{ type: 'victimUpdated', victim: { ref: 'V1' } }],
};

/** For an event of which no branch reads anything but that it happened, its name is enough. */
const bare = (type: CaseEventType): CaseEvent => ({ type }) as CaseEvent;

export const variantsOf = (type: CaseEventType): readonly CaseEvent[] => told[type] ?? [bare(type)];
export const everyVariant: readonly CaseEvent[] = caseEventTypes.flatMap((type) => variantsOf(type));
