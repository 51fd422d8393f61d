// Cases, children, incidents and the dossier: commands that put something on record, and queries that show it.
// It must never write outside the ledger, word a sentence, or show one child's side what belongs to another or to a victim.
// Start with commands/record-referral and cases/advance.ts.
export { type DueAlert, RaiseAlert } from './commands/raise-alert/raise-alert.command.js';
export { ladderOf, type LadderOf } from './commands/raise-alert/ladder-of.js';
export { alertAt, type AlertStep } from './commands/raise-alert/alert-at.js';
export {
  RecordReferral,
  type ReferralAnswer,
  type ReferralRecorded,
} from './commands/record-referral/record-referral.command.js';
export { type PoliceFileRecorded, RecordPoliceFile } from './commands/record-police-file/record-police-file.command.js';
export { PapersOfReferral } from './queries/referral-papers.query.js';
export { Places } from './queries/places.query.js';
export { type CaseAnswer } from './cases/case-answer.js';
export { type ExplainedClock } from './clocks/explained-clock.js';
export { type NextEvent } from './cases/next-events.js';
export { MoveCase } from './commands/move-case/move-case.command.js';
export { OpenMeeting, type OpenedMeeting, openMeetingShape } from './commands/open-meeting/open-meeting.command.js';
export { MoveLookup } from './queries/move-lookup.query.js';
export { type MovedCase, type MoveOrder } from './moves/run-move.js';
export { shapeOfFields } from './moves/field.js';
export { kebabOf, moveOf, moveOfAddress, moves } from './moves/moves.js';
