import { type CaseEventType, type State } from '#pathway';
import { panel, people } from './walked-case.js';

/**
 * One step of a journey, as plain data: the clock is moved, a paper is put into the dossier, a meeting is called, or an event happens.
 * `$assessment` in a body stands for the id of the paper of that kind, `$meeting` for the last meeting.
 */
export type Step =
  | { readonly clock: string }
  | { readonly as: string; readonly paper: string }
  | { readonly as: string; readonly meeting: string }
  | { readonly as: string; readonly event: CaseEventType; readonly body?: object; readonly state: State };

export type Journey = {
  readonly title: string;
  /** Number of the example referral. */
  readonly referral: string;
  readonly start: string;
  readonly steps: readonly Step[];
};

const reasons = 'What weighed, and why.';
const judgements = [
  { area: 'safetyOfChild', sufficient: true, note: 'Read with the practitioner; the voice of the child is there.' },
];

export const allocated: readonly Step[] = [
  { as: people.dutyManager, event: 'caseAllocated', body: { practitioner: people.practitioner }, state: 'awaitingAssessment' },
];
export const assessed: readonly Step[] = [
  ...allocated,
  { as: people.practitioner, paper: 'assessment' },
  { as: people.practitioner, event: 'firstAppointmentHeld', state: 'awaitingAssessment' },
  { as: people.practitioner, event: 'assessmentCompleted', body: { document: '$assessment' }, state: 'awaitingCountersignature' },
  { as: people.teamManager, event: 'assessmentCountersigned', body: { judgements }, state: 'awaitingPanel' },
];
export const met = (at: string): readonly Step[] => [
  { as: people.coordinator, meeting: at },
  { as: people.coordinator, event: 'caseListed', body: { meeting: '$meeting' }, state: 'awaitingPanel' },
  { clock: at },
  { as: people.chair, event: 'panelOpened', body: { present: panel }, state: 'atPanel' },
];
export const decision = (outcome: string) => ({
  outcome,
  reasons,
  diversity: 'Asked and answered.',
  whyNothingLessIntrusive: 'Less would not meet the need.',
  dissent: [],
});
export const decided = (outcome: string, state: State): Step => ({
  as: people.chair,
  event: 'panelDecisionRecorded',
  body: decision(outcome),
  state,
});
export const confirmed = (state: State): Step => ({ as: people.police, event: 'policeDecisionConfirmed', state });
export const planned = (endsOn: string, state: State, more: object = {}): readonly Step[] => [
  { as: people.practitioner, paper: 'plan' },
  { as: people.practitioner, event: 'planAgreed', body: { document: '$plan', endsOn, ...more }, state },
];
export const arranged = (at: string): readonly Step[] => [
  {
    as: people.delivery,
    event: 'deliveryArranged',
    body: { at, place: 'Barry police station', appropriateAdult: 'her mother' },
    state: 'awaitingDelivery',
  },
  { clock: at },
];
export const givenBody = {
  admissionHeard: true,
  effectExplained: { document: 'leaflet for young people, in English', language: 'en', by: 'delivery officer' },
  understanding: 'It goes on a list, and I can ask about it.',
  appropriateAdult: { name: 'Rhian Enghraifft', suitable: true },
  adviceAnswer: 'declined',
};
export const given = (state: State, more: object = {}): Step => ({
  as: people.delivery,
  event: 'disposalGiven',
  body: { ...givenBody, ...more },
  state,
});
export const finished = (state: State): Step => ({
  as: people.practitioner,
  event: 'interventionCompleted',
  body: { exitPlan: 'Football club, and a word at school.', feedbackAsked: true },
  state,
});
export const recorded = (outcomeNumber: string, pnc: string, state: State = 'closed'): Step => ({
  as: people.supervisor,
  event: 'crimeOutcomeRecorded',
  body: { outcomeNumber, pnc },
  state,
});

const start = '2026-11-24T09:00:00Z';
const met1st = '2026-12-01T10:00:00Z';

/** One for each way an outcome can go. */
export const journeys: readonly Journey[] = [
  {
    title: 'a youth caution is given, with a voluntary programme',
    referral: 'R01',
    start,
    steps: [
      ...assessed,
      ...met(met1st),
      decided('yc', 'awaitingPoliceDecision'),
      confirmed('awaitingDelivery'),
      ...planned('2027-01-29', 'awaitingDelivery'),
      ...arranged('2026-12-07T16:00:00Z'),
      given('inIntervention'),
      recorded('2', 'recorded', 'inIntervention'),
      { clock: '2027-01-29T10:00:00Z' },
      finished('closed'),
    ],
  },
  {
    title: 'a conditional caution is not complied with and is prosecuted',
    referral: 'R01',
    start,
    steps: [
      ...assessed,
      ...met(met1st),
      decided('ycc', 'awaitingPoliceDecision'),
      confirmed('awaitingPlanAgreement'),
      ...planned('2027-02-26', 'awaitingDelivery', { conditions: [{ purpose: 'repair', hours: 6, what: 'Help at the shop.' }] }),
      ...arranged('2026-12-07T16:00:00Z'),
      { as: people.delivery, paper: 'signedDocument' },
      given('inIntervention', { signedDocument: '$signedDocument' }),
      { clock: '2027-01-18T10:00:00Z' },
      {
        as: people.practitioner,
        event: 'nonComplianceReported',
        body: { what: 'Two sessions missed.', childSays: 'The bus did not come.' },
        state: 'awaitingNonComplianceDecision',
      },
      { as: people.police, event: 'reasonableExcuseFound', body: { reasons }, state: 'inIntervention' },
      { clock: '2027-02-08T10:00:00Z' },
      {
        as: people.practitioner,
        event: 'nonComplianceReported',
        body: { what: 'Not seen again.', childSays: 'Does not want to.' },
        state: 'awaitingNonComplianceDecision',
      },
      { as: people.prosecutor, event: 'prosecutionDecided', body: { reasons }, state: 'awaitingCharge' },
      { as: people.supervisor, event: 'chargeRecorded', body: { chargedOn: '2027-02-08' }, state: 'closed' },
    ],
  },
  {
    title: 'outcome 22 is completed by a child who never admits',
    referral: 'R12',
    start: '2027-01-13T09:00:00Z',
    steps: [
      ...assessed,
      ...met('2027-01-27T10:00:00Z'),
      {
        as: people.police,
        event: 'factRecorded',
        body: { fact: 'wasOutsideDwelling', value: true, on: '2027-01-27' },
        state: 'atPanel',
      },
      {
        as: people.inspector,
        event: 'factRecorded',
        body: { fact: 'seniorOfficerApproval', value: true, on: '2027-01-27' },
        state: 'atPanel',
      },
      decided('o22', 'awaitingPoliceDecision'),
      confirmed('awaitingPlanAgreement'),
      ...planned('2027-03-26', 'inIntervention'),
      { clock: '2027-03-24T10:00:00Z' },
      finished('awaitingCrimeOutcome'),
      recorded('22', 'notDue'),
    ],
  },
  {
    title: 'outcome 23 is not completed and returns to a charging decision',
    referral: 'R01',
    start,
    steps: [
      ...assessed,
      ...met(met1st),
      decided('o23', 'awaitingPoliceDecision'),
      confirmed('awaitingPlanAgreement'),
      ...planned('2027-02-26', 'inIntervention'),
      { clock: '2027-02-10T10:00:00Z' },
      {
        as: people.practitioner,
        event: 'activityNotCompleted',
        body: { reason: 'Another activity was offered twice.' },
        state: 'awaitingReconsideration',
      },
      { as: people.police, event: 'decisionTakenAfresh', body: { outcome: 'court', reasons }, state: 'awaitingCharge' },
      { as: people.supervisor, event: 'chargeRecorded', body: { chargedOn: '2027-02-10' }, state: 'closed' },
    ],
  },
  {
    title: 'a child who declines the assessment still reaches a panel',
    referral: 'R13',
    start: '2026-11-24T12:00:00Z',
    steps: [
      ...allocated,
      {
        as: people.practitioner,
        event: 'assessmentNotPossible',
        body: { reason: 'Was advised not to take part.', attempts: [{ on: '2026-11-24', how: 'home visit' }] },
        state: 'awaitingCountersignature',
      },
      { as: people.teamManager, event: 'assessmentCountersigned', body: { judgements }, state: 'awaitingPanel' },
      ...met(met1st),
      decided('yrd', 'awaitingPoliceDecision'),
      confirmed('awaitingPlanAgreement'),
      ...planned('2027-01-15', 'awaitingDelivery'),
      ...arranged('2026-12-07T16:00:00Z'),
      given('inIntervention', { admissionHeard: false }),
      { clock: '2027-01-15T10:00:00Z' },
      finished('awaitingCrimeOutcome'),
      recorded('8', 'notDue'),
    ],
  },
  {
    title: 'no further action is suggested and confirmed by the referring team',
    referral: 'R01',
    start,
    steps: [
      ...assessed,
      ...met(met1st),
      decided('nfa', 'awaitingSergeantDecision'),
      { as: people.supervisor, event: 'nfaConfirmed', state: 'awaitingCrimeOutcome' },
      recorded('10', 'notDue'),
    ],
  },
  {
    title: 'the panel refers for a charging decision; it comes back, and goes again',
    referral: 'R01',
    start,
    steps: [
      ...assessed,
      ...met(met1st),
      decided('court', 'awaitingCharge'),
      { as: people.supervisor, event: 'returnedForOutOfCourt', body: { reasons }, state: 'awaitingReconsideration' },
      { as: people.police, event: 'caseRelisted', body: { reason: reasons }, state: 'awaitingPanel' },
      ...met('2026-12-08T10:00:00Z'),
      decided('court', 'awaitingCharge'),
      { as: people.supervisor, event: 'chargeRecorded', body: { chargedOn: '2026-12-08' }, state: 'closed' },
    ],
  },
  {
    title: 'the panel does not agree and the sergeant decides',
    referral: 'R01',
    start,
    steps: [
      ...assessed,
      ...met(met1st),
      {
        as: people.chair,
        event: 'consensusNotReached',
        body: {
          positions: [
            { role: 'policeDecisionMaker', outcome: 'yc', reasons },
            { role: 'teamManager', outcome: 'yrd', reasons },
          ],
        },
        state: 'awaitingEscalationReview',
      },
      { as: people.sergeant, event: 'escalationDecided', body: { outcome: 'yrd', reasons }, state: 'awaitingPlanAgreement' },
      ...planned('2027-01-15', 'awaitingDelivery'),
      ...arranged('2026-12-07T16:00:00Z'),
      given('inIntervention'),
      { clock: '2027-01-15T10:00:00Z' },
      finished('awaitingCrimeOutcome'),
      recorded('8', 'notDue'),
    ],
  },
  {
    title: 'the police depart from the panel, the chair challenges, an inspector decides',
    referral: 'R01',
    start,
    steps: [
      ...assessed,
      ...met(met1st),
      decided('yrd', 'awaitingPoliceDecision'),
      { as: people.police, event: 'policeDecisionDeparted', body: { outcome: 'yc', reasons }, state: 'awaitingChallenge' },
      { as: people.chair, event: 'departureChallenged', body: { reasons }, state: 'awaitingEscalationReview' },
      { as: people.inspector, event: 'escalationDecided', body: { outcome: 'yrd', reasons }, state: 'awaitingPlanAgreement' },
      ...planned('2027-01-15', 'awaitingDelivery'),
      ...arranged('2026-12-07T16:00:00Z'),
      given('inIntervention'),
      { clock: '2027-01-15T10:00:00Z' },
      finished('awaitingCrimeOutcome'),
      recorded('8', 'notDue'),
    ],
  },
  {
    title: 'a caution is set aside after closing, and the case is opened again',
    referral: 'R01',
    start,
    steps: [
      ...assessed,
      ...met(met1st),
      decided('yc', 'awaitingPoliceDecision'),
      confirmed('awaitingDelivery'),
      ...arranged('2026-12-07T16:00:00Z'),
      given('awaitingCrimeOutcome'),
      recorded('2', 'recorded'),
      { clock: '2027-03-01T10:00:00Z' },
      { as: people.police, event: 'outcomeSetAside', body: { reason: 'The effect had not been explained.' }, state: 'closed' },
      { as: people.police, event: 'caseReopened', body: { reason: 'Set aside.' }, state: 'awaitingReconsideration' },
      { as: people.police, event: 'decisionTakenAfresh', body: { outcome: 'nfa', reasons }, state: 'awaitingSergeantDecision' },
      { as: people.supervisor, event: 'nfaConfirmed', state: 'awaitingCrimeOutcome' },
      recorded('21', 'notDue'),
    ],
  },
];

/** What a journey is walked with: commands in a test, or a player over HTTP. */
export type Hands = {
  readonly setClock: (instant: string) => void | Promise<void>;
  readonly paper: (as: string, kind: string) => Promise<string>;
  readonly meeting: (as: string, at: string) => Promise<string>;
  readonly move: (as: string, event: CaseEventType, body: object) => Promise<{ readonly state: string }>;
};

/** Walks step by step and hands each move's state to `seen` beside the one that the journey says. */
export async function walk(
  steps: readonly Step[],
  hands: Hands,
  seen: (step: Extract<Step, { event: unknown }>, state: string) => void | Promise<void>,
): Promise<void> {
  const made = new Map<string, string>();
  for (const step of steps) {
    if ('clock' in step) await hands.setClock(step.clock);
    else if ('paper' in step) made.set(step.paper, await hands.paper(step.as, step.paper));
    else if ('meeting' in step) made.set('meeting', await hands.meeting(step.as, step.meeting));
    else await seen(step, (await hands.move(step.as, step.event, filled(step.body ?? {}, made))).state);
  }
}

const filled = (body: object, made: ReadonlyMap<string, string>): object =>
  JSON.parse(
    JSON.stringify(body).replace(/"\$(\w+)"/g, (whole, name: string) =>
      made.has(name) ? JSON.stringify(made.get(name)) : whole,
    ),
  ) as object;
