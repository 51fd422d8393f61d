/** The roles of the access table, as one list; `machine` is what acts in jobs and is given to nobody. */
export const roles = [
  'referringSupervisor',
  'courtLiaison',
  'dutyManager',
  'practitioner',
  'teamManager',
  'headOfService',
  'coordinator',
  'chair',
  'panelMember',
  'policeDecisionMaker',
  'youthJusticeSergeant',
  'inspector',
  'prosecutor',
  'deliveryOfficer',
  'facilitator',
  'victimOfficer',
  'scrutinyLead',
  'scrutinyMember',
  'performanceOfficer',
  'boardMember',
  'administrator',
  'auditor',
  'machine',
] as const;

export type Role = (typeof roles)[number];
export type HumanRole = Exclude<Role, 'machine'>;

export const humanRoles = roles.filter((role): role is HumanRole => role !== 'machine');
export const isHumanRole = (text: string): text is HumanRole => (humanRoles as readonly string[]).includes(text);

/** Which papers a person of this role may read: youth justice, police or victim view. Papers for everyone need none. */
export const viewsOf: { readonly [R in HumanRole]: readonly ('youthJustice' | 'police' | 'victim')[] } = {
  referringSupervisor: ['police'],
  courtLiaison: ['police'],
  dutyManager: ['youthJustice'],
  practitioner: ['youthJustice'],
  teamManager: ['youthJustice'],
  headOfService: ['youthJustice'],
  coordinator: ['youthJustice'],
  chair: ['youthJustice'],
  panelMember: ['youthJustice'],
  policeDecisionMaker: ['police'],
  youthJusticeSergeant: ['police'],
  inspector: ['police'],
  prosecutor: ['police'],
  deliveryOfficer: ['police'],
  facilitator: [],
  victimOfficer: ['victim'],
  scrutinyLead: [],
  scrutinyMember: [],
  performanceOfficer: [],
  boardMember: [],
  administrator: [],
  auditor: [],
};
