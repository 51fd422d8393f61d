// Victims: each a file of its own behind the victim service's wall, with contact consent, wishes and what they were told.
// It must never know a child, and nothing that makes a paper for the child's side may import it.
// Start with victim-record.ts.
export { addition, currentVictim, type Said, victimKey, type VictimRecord, victimRecordOf, victimReference } from './victim-record.js';
export { type PolicePart, recordVictim, type VictimOfCase } from './police-part.js';
export { toldVictim } from './told.js';
export { type ContactConsent, RecordContactConsent } from './commands/record-contact-consent/record-contact-consent.command.js';
export { RecordWishes, type Wishes } from './commands/record-wishes/record-wishes.command.js';
