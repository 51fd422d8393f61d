import { type HumanRole } from '../roles.js';
import { type Room, rooms } from '../rooms.js';

/** Somebody of the demonstration: the address is also the subject at its identity provider. */
export type DemonstrationPerson = {
  readonly email: string;
  readonly organisation: string;
  readonly role: HumanRole;
  readonly rooms: readonly Room[];
};

const areas = ['vale', 'cardiff', 'swansea', 'cwm-taf'];
const forces: readonly { readonly code: string; readonly secondedTo: readonly string[] }[] = [
  { code: 'south-wales-police', secondedTo: areas },
  { code: 'gwent-police', secondedTo: [] },
];

const kebab = (role: string): string => role.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

function person(organisation: string, role: HumanRole, inRooms: readonly Room[] = [], name = kebab(role)): DemonstrationPerson {
  return { email: `${name}@${organisation}.test`, organisation, role, rooms: inRooms };
}

/** Everybody who may sign in to the demonstration: each role at least once, where an organisation of that kind has it. */
export const demonstrationPeople: readonly DemonstrationPerson[] = [
  ...areas.flatMap((area) => {
    const staff = [rooms.youthJustice(area)];
    return [
      person(area, 'dutyManager', staff),
      person(area, 'practitioner', staff),
      person(area, 'practitioner', staff, 'practitioner-2'),
      person(area, 'teamManager', staff),
      person(area, 'teamManager', staff, 'team-manager-2'),
      person(area, 'headOfService', staff),
      person(area, 'coordinator', staff),
      person(area, 'chair', staff),
      person(area, 'panelMember'),
      person(area, 'panelMember', [], 'panel-member-2'),
      person(area, 'facilitator'),
      person(area, 'victimOfficer', [rooms.victims(area)]),
      person(area, 'performanceOfficer'),
      person(area, 'boardMember'),
      ...house(area),
    ];
  }),
  ...forces.flatMap(({ code, secondedTo }) => {
    const seconded = secondedTo.map(rooms.seconded);
    const custody = [rooms.team(code, 'custody'), rooms.force(code)];
    return [
      person(code, 'referringSupervisor', custody, 'custody-sergeant'),
      person(code, 'referringSupervisor', custody, 'custody-sergeant-2'),
      person(code, 'referringSupervisor', [rooms.team(code, 'voluntary-attendance'), rooms.force(code)]),
      person(code, 'policeDecisionMaker', seconded),
      person(code, 'policeDecisionMaker', seconded, 'police-decision-maker-2'),
      person(code, 'youthJusticeSergeant', seconded),
      person(code, 'youthJusticeSergeant', seconded, 'youth-justice-sergeant-2'),
      person(code, 'inspector', seconded),
      person(code, 'deliveryOfficer', seconded),
      ...house(code),
    ];
  }),
  person('cardiff-youth-court', 'courtLiaison', [rooms.team('cardiff-youth-court', 'liaison')]),
  ...house('cardiff-youth-court'),
  person('south-wales-commissioner', 'scrutinyLead', [rooms.oversight('south-wales-commissioner')]),
  person('south-wales-commissioner', 'scrutinyMember', [rooms.oversight('south-wales-commissioner')]),
  person('south-wales-commissioner', 'scrutinyMember', [rooms.oversight('south-wales-commissioner')], 'scrutiny-member-2'),
  ...house('south-wales-commissioner'),
  person('cps-wales', 'prosecutor', areas.map(rooms.prosecutors)),
  ...house('cps-wales'),
];

/** What every organisation has: somebody who keeps its people, and somebody who may ask who saw what. */
function house(organisation: string): readonly DemonstrationPerson[] {
  return [person(organisation, 'administrator', [rooms.administration]), person(organisation, 'auditor')];
}
