import { type Attendee, type Disposal } from '#law';
import { type CaseEvent } from '../../events/case-event.js';
import { type Step, step } from '../situation.js';
import { agreed, allocated, assessed, listed, panelSays, wayTo } from '../usual-steps.js';

/** The Bureau's coordinator, a police sergeant and a member of the community. */
export const members: readonly Attendee[] = [
  { person: 'P-COORDINATOR', role: 'coordinator', isYouthJustice: true },
  { person: 'P-SERGEANT', role: 'youthJusticeSergeant', isPoliceDecider: true },
  { person: 'P-COMMUNITY', role: 'panelMember', isCommunity: true },
];
export const opened = step({ type: 'panelOpened', present: members, hasVictimInput: true }, 'atPanel');
export const needsSaid = (isHeard: boolean): CaseEvent => ({ type: 'victimNeedsRecorded', isHeard });
export const countersigns: CaseEvent = { type: 'assessmentCountersigned', by: 'P-MANAGER', judgements: [] };

/** The stages of the Bureau up to the listing for its panel, each after the other. */
export const toListed: readonly Step[] = [
  allocated,
  assessed,
  step(countersigns, 'awaitingVictimNeeds', ['start assessmentReview']),
  step(needsSaid(true), 'awaitingPanel', ['stop assessment']),
  listed,
];
export const toPanel: readonly Step[] = [...toListed, opened];

export type AgreedOutcome = Exclude<Disposal, 'nfa' | 'court'>;
export const agreesAtClinic: CaseEvent = {
  type: 'outcomeAgreedAtClinic',
  by: 'P-SERGEANT',
  isAuthorised: true,
  isChildPresent: true,
  isAdultPresent: true,
};
export const toClinic = (outcome: AgreedOutcome): readonly Step[] => [
  ...toPanel,
  step(panelSays(outcome), 'awaitingClinic', ['stop panel', 'start delivery']),
];
/** Said by the panel and agreed with the family. */
export const toOutcome = (outcome: AgreedOutcome): readonly Step[] => [
  ...toClinic(outcome),
  step(agreesAtClinic, wayTo(outcome)),
];
export const toDelivery = (outcome: 'yrd' | 'yc' | 'ycc'): readonly Step[] => [
  ...toOutcome(outcome),
  ...(outcome === 'yc' ? [] : [step(agreed, 'awaitingDelivery', ['stop planAgreement'])]),
];
