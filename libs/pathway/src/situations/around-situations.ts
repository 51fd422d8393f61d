import { disposals, type PreviousOutcome } from '#law';
import { day, reading, type Situation, type Step, step } from './situation.js';
import {
  agreed,
  allocated,
  completes,
  gives,
  panelSays,
  reasonsRecorded,
  records,
  toDelivery,
  toIntervention,
  toPanel,
  usualAnswers,
  usualChild,
  withOffence,
} from './usual-steps.js';

const earlierCaution: PreviousOutcome = { on: '2026-02-10', type: 'YOUTH_CAUTION', outcomeNumber: '2', isConfirmed: true };
const streetResolution = (on: string): PreviousOutcome => ({
  on,
  type: 'COMMUNITY_RESOLUTION',
  outcomeNumber: '8',
  isConfirmed: true,
});
const corrects = (value: readonly PreviousOutcome[]): Step =>
  step({ type: 'factCorrected', fact: 'previousOutcomes', value }, 'awaitingAllocation', ['end accuracyDispute']);

const newOffence = withOffence('TH68010', 'either-way', '2026-12-02');
const notAllowed = Object.fromEntries(disposals.map((disposal) => [disposal, 'notAllowed' as const]));
const tells = step({ type: 'victimInformed', ref: 'V1' }, 'closed', ['end victimTold', 'start victimReviewWindow']);
const toClosedNfa = [
  ...toPanel,
  step(panelSays('nfa'), 'awaitingSergeantDecision'),
  step({ type: 'nfaConfirmed' }, 'awaitingCrimeOutcome'),
  step(records('10'), 'closed'),
] as const;
const transferred = (role: 'home' | 'caretaker', then: 'awaitingAllocation' | 'inIntervention'): Step =>
  step({ type: 'caseTransferred', to: 'cardiff', role }, then, ['record']);

/** Situations around a case: other services, other cases of the child, other outcomes. What decides here are rules more than moves. */
export const aroundSituations: readonly Situation[] = [
  {
    number: 18,
    title: 'looked after and placed from another area: a caretaker changes no clock, no answer and nothing that may come next',
    facts: { ...usualChild, careStatus: 'LOOKED_AFTER', careLegalBasis: 'PLACED_FROM_OUTSIDE' },
    steps: [
      reading(transferred('caretaker', 'awaitingAllocation'), { panelDue: '2026-12-07', answers: usualAnswers }),
      ...toPanel,
      step(panelSays('yrd'), 'awaitingPoliceDecision'),
    ],
  },
  {
    number: 19,
    title: 'moves during the plan: another service hosts, later takes over, and the plan runs on',
    facts: usualChild,
    steps: [
      ...toIntervention('yrd'),
      transferred('caretaker', 'inIntervention'),
      ...day('2027-02-24', transferred('home', 'inIntervention'), step(completes, 'awaitingCrimeOutcome')),
    ],
  },
  {
    number: 22,
    title: 'a new offence is not added to the decided plan: to add it would take the decision back',
    facts: usualChild,
    steps: [
      ...toDelivery('yrd'),
      step(
        { type: 'offencesChanged', offences: [...(usualChild.offences ?? []), ...(newOffence.offences ?? [])] },
        'awaitingReconsideration',
      ),
      step(gives(), 'notNow'),
    ],
  },
  {
    number: 22,
    title: 'the new offence is a case of its own: its own clock from its own receipt, while the first has no outcome that counts',
    facts: { ...newOffence, receivedAt: '2026-12-03T08:30:00.000Z' },
    steps: [
      ...day('2026-12-03', reading(allocated, { panelDue: '2026-12-24', isFirstTimeEntry: true, answers: usualAnswers })),
      ...day('2026-12-03', ...toPanel.slice(1), step(panelSays('yc'), 'awaitingPoliceDecision')),
    ],
  },
  {
    number: 27,
    title: 'a second youth caution: the service must assess; earlier cautions count once confirmed, of whichever force',
    facts: { ...usualChild, previousOutcomes: [{ ...earlierCaution, isConfirmed: false }] },
    steps: [
      reading(step({ type: 'adviceGiven' }, 'awaitingAllocation', ['record']), {
        assessmentAfterCaution: 'may',
        isFirstTimeEntry: true,
      }),
      reading(corrects([earlierCaution]), { assessmentAfterCaution: 'must', isFirstTimeEntry: false, answers: usualAnswers }),
      ...toDelivery('yc'),
      step(agreed, 'awaitingDelivery', ['record']),
      step(gives(), 'inIntervention'),
    ],
  },
  {
    number: 30,
    title: 'a street resolution is no referral: nothing can be decided about it, and it has no due day',
    facts: { ...usualChild, source: 'STREET_CR_NOTICE' },
    steps: [
      reading(allocated, {
        answers: notAllowed,
        ageAtPanelDue: undefined,
        ageAtDeliveryDue: undefined,
        chargingDecisionBy: undefined,
      }),
      ...toPanel.slice(1),
      ...disposals.map((outcome) => step(panelSays(outcome), ['caseIsReferredForDecision'])),
    ],
  },
  {
    number: 30,
    title: 'three street resolutions in a year are linked to a later case and count for nothing in it',
    facts: { ...usualChild, previousOutcomes: ['2026-02-21', '2026-07-18', '2026-10-28'].map(streetResolution) },
    steps: [
      reading(allocated, { assessmentAfterCaution: 'may', isFirstTimeEntry: true, answers: usualAnswers }),
      ...toPanel.slice(1),
      step(panelSays('nfa'), 'awaitingSergeantDecision'),
    ],
  },
  {
    number: 33,
    title: 'is suspect in one case: what is decided in it reads nothing that the child told as a victim',
    facts: usualChild,
    steps: [
      reading(allocated, { answers: usualAnswers }),
      reading(step({ type: 'victimUpdated', victim: { ref: 'V1', hasEnhancedRights: true } }, 'awaitingAssessment', ['record']), {
        answers: usualAnswers,
      }),
      ...toPanel.slice(1),
      step(panelSays('nfa'), 'awaitingSergeantDecision'),
    ],
  },
  {
    number: 33,
    title: 'and victim in the other: told, and may ask for a review, whatever is decided in the first',
    facts: usualChild,
    steps: [
      ...toClosedNfa,
      tells,
      step({ type: 'victimReviewRequested', ref: 'V1' }, 'closed', ['end victimReviewWindow', 'start victimReviewAnswer']),
      step({ type: 'victimReviewAnswered', ref: 'V1', isUpheld: false, reasonsRecorded }, 'closed', ['end victimReviewAnswer']),
    ],
  },
  {
    number: 34,
    title:
      'twins: an earlier outcome of the other counts once a person says that they are one child, and no more when that is undone',
    facts: usualChild,
    steps: [
      reading(step({ type: 'adviceGiven' }, 'awaitingAllocation', ['record']), {
        assessmentAfterCaution: 'may',
        isFirstTimeEntry: true,
      }),
      reading(corrects([earlierCaution]), { assessmentAfterCaution: 'must', isFirstTimeEntry: false }),
      reading(corrects([]), { assessmentAfterCaution: 'may', isFirstTimeEntry: true }),
      ...toPanel,
      step(panelSays('yc'), 'awaitingPoliceDecision'),
    ],
  },
];
