import { type Attendee } from '#law';
import { type NamedPerson } from '../moves/field.js';

const policeDeciders = ['policeDecisionMaker'];
const serviceVoices = ['teamManager', 'headOfService', 'dutyManager', 'chair', 'practitioner'];
const communityVoices = ['panelMember'];
const holds = (person: NamedPerson, roles: readonly string[]): boolean => person.roles.some((role) => roles.includes(role));

export type Present = { readonly person: NamedPerson; readonly role: string };

/** Who counts as which voice follows from the roles of the directory, never from what somebody says of a person. */
export const attendee = ({ person, role }: Present, assessors: readonly (string | undefined)[]): Attendee => ({
  person: person.id,
  role,
  isPoliceDecider: holds(person, policeDeciders),
  isYouthJustice: holds(person, serviceVoices),
  isAssessor: assessors.includes(person.id),
  isCommunity: holds(person, communityVoices) && !holds(person, [...policeDeciders, ...serviceVoices]),
});

/** The victim officer brings the victim's input; whoever else sits there does not speak for a victim. */
export const isVictimVoice = ({ person }: Present): boolean => holds(person, ['victimOfficer']);
