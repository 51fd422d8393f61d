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

export const reasons = 'What weighed, and why.';
export const judgements = [
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

/** The same said by, and of, the people of another service: steps, a panel, anything that names the Vale's. */
export const inArea = <T extends object>(area: string, said: T): T =>
  JSON.parse(JSON.stringify(said).replaceAll('@vale.test', `@${area}.test`)) as T;

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
