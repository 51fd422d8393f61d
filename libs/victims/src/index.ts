// Victims: each a file of its own behind the victim service's wall, with contact consent, wishes and what they were told.
// It must never know a child, and nothing that makes a paper for the child's side may import it.
// Start with victim-record.ts.
export {
  addition,
  currentVictim,
  type ForCase,
  type Said,
  type VictimEventType,
  victimEventTypes,
  isVictimEventType,
  victimKey,
  type VictimRecord,
  victimRecordOf,
  victimReference,
} from './victim-record.js';
export { type PolicePart, recordVictim, type VictimOfCase } from './police-part.js';
export { recordVictimEvent, type VictimSaid } from './victim-event.js';
export { VictimOverview, type VictimView } from './queries/victim-overview.query.js';
