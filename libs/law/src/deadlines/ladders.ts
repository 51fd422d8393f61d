import { type AlertStep } from './deadline.js';

const step = (workingDays: number, tell: string): AlertStep => ({ workingDays, tell });

/** The service's own ladder: practitioner, team manager, head of service, board exception list. */
export const serviceLadder: readonly AlertStep[] = [
  step(-3, 'practitioner'),
  step(0, 'practitioner'),
  step(1, 'teamManager'),
  step(3, 'headOfService'),
  step(10, 'board'),
];
export const panelLadder: readonly AlertStep[] = [
  step(-5, 'coordinator'),
  step(-3, 'practitioner'),
  step(0, 'coordinator'),
  step(1, 'teamManager'),
  step(3, 'headOfService'),
  step(10, 'board'),
];
export const shortLadder = (owner: string): readonly AlertStep[] => [
  step(0, owner),
  step(1, owner),
  step(2, 'teamManager'),
  step(5, 'headOfService'),
];
export const policeLadder = (owner: string): readonly AlertStep[] => [
  step(-1, owner),
  step(0, owner),
  step(1, 'youthJusticeSergeant'),
  step(3, 'inspector'),
  step(10, 'board'),
];
export const victimLadder: readonly AlertStep[] = [step(0, 'victimOfficer'), step(1, 'teamManager'), step(3, 'headOfService')];
/** A date that comes whatever anybody does: told early, to those who can act on it. */
export const dateLadder: readonly AlertStep[] = [
  step(-20, 'practitioner'),
  step(-10, 'teamManager'),
  step(-5, 'policeDecisionMaker'),
  step(-1, 'headOfService'),
];
/** A draw climbs from its lead to the whole scrutiny panel: nobody of a service may hurry it. */
export const oversightLadder = [
  step(-10, 'scrutinyLead'),
  step(0, 'scrutinyLead'),
  step(1, 'scrutinyLead'),
  step(3, 'scrutinyMember'),
  step(10, 'scrutinyMember'),
] as const;
export const quietLadder = (owner: string): readonly AlertStep[] => [step(0, owner)];
