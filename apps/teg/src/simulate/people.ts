/** Who works in the simulated service: people of the demonstration, by their roles. */
export const people = {
  dutyManager: 'duty-manager@vale.test',
  teamManager: 'team-manager@vale.test',
  coordinator: 'coordinator@vale.test',
  chair: 'chair@vale.test',
  member: 'panel-member@vale.test',
  victimOfficer: 'victim-officer@vale.test',
  police: 'police-decision-maker@south-wales-police.test',
  sergeant: 'youth-justice-sergeant@south-wales-police.test',
  inspector: 'inspector@south-wales-police.test',
  delivery: 'delivery-officer@south-wales-police.test',
  prosecutor: 'prosecutor@cps-wales.test',
} as const;

/** A panel that is quorate. */
export const panel = [
  { person: people.chair, role: 'chair' },
  { person: people.police, role: 'policeDecisionMaker' },
  { person: people.teamManager, role: 'teamManager' },
  { person: people.victimOfficer, role: 'victimOfficer' },
  { person: people.member, role: 'panelMember' },
] as const;
