import { type Step, arranged, assessed, confirmed, decided, finished, given, met, planned, recorded } from '../world/journeys.js';

/** The usual days of a story that begins on 24 November 2026: panel on the sixth working day, giving on the fourth after it. */
export const panelAt = '2026-12-01T10:00:00Z';
export const givenAt = '2026-12-07T16:00:00Z';
export const planEnds = '2027-01-15';

export const reasons = 'What weighed, and why.';
export const listedAndOpened: readonly Step[] = [...assessed, ...met(panelAt)];

const afterPolice = { o22: 'awaitingPlanAgreement', yrd: 'awaitingPlanAgreement', o23: 'awaitingPlanAgreement', yc: 'awaitingDelivery', ycc: 'awaitingPlanAgreement' } as const;
type Outcome = keyof typeof afterPolice;

/** From the receipt to a recommendation that the police confirmed. */
export const decidedAndConfirmed = (outcome: Outcome): readonly Step[] => [...listedAndOpened, decided(outcome, 'awaitingPoliceDecision'), confirmed(afterPolice[outcome])];

/** The same, up to the meeting at which it is to be given. */
export const atGiving = (outcome: 'yrd' | 'yc' | 'ycc'): readonly Step[] => [
  ...decidedAndConfirmed(outcome),
  ...(outcome === 'yc' ? [] : planned(planEnds, 'awaitingDelivery')),
  ...arranged(givenAt),
];

/** No further action, up to the closing. */
export const closedWithoutAction: readonly Step[] = [
  ...listedAndOpened,
  decided('nfa', 'awaitingSergeantDecision'),
  { as: 'referring-supervisor@south-wales-police.test', event: 'nfaConfirmed', state: 'awaitingCrimeOutcome' },
  recorded('10', 'notDue'),
];

/** A youth caution without a programme, up to the closing. */
export const closedCaution: readonly Step[] = [...atGiving('yc'), given('awaitingCrimeOutcome'), recorded('2', 'recorded')];

/** A restorative disposal, carried out and closed. */
export const closedResolution: readonly Step[] = [...atGiving('yrd'), given('inIntervention'), { clock: `${planEnds}T10:00:00Z` }, finished('awaitingCrimeOutcome'), recorded('8', 'notDue')];
