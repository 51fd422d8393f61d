// Organisations, persons, rooms, roles, and the one table of who may do what.
// It must never know a case, a child or a victim, and it decides nothing about one.
// Start with access.ts; rooms.ts says which files a person sees at all.
export { humanRoles, type HumanRole, isHumanRole, type Role, roles, viewsOf } from './roles.js';
export { isIn, ownerOfRoom, type Room, rooms, teamOf } from './rooms.js';
export { type Action, actions, isAction, may } from './access.js';
export { type Person, PersonDirectory } from './person-directory.query.js';
export { FoundOrganisation } from './commands/found-organisation/found-organisation.command.js';
export { type Admission, AdmitPerson } from './commands/admit-person/admit-person.command.js';
export { type ChangedDuties, ChangeDuties } from './commands/change-duties/change-duties.command.js';
export { RecordLeaving } from './commands/record-leaving/record-leaving.command.js';
export { type DemonstrationPerson, demonstrationPeople } from './demonstration/demonstration-people.js';
export { demonstrationOrganisations } from './demonstration/demonstration-organisations.js';
export { foundDemonstration } from './demonstration/found-demonstration.js';
