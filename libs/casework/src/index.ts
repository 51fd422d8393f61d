// Cases, children, incidents and the dossier: commands that put something on record, and queries that show it.
// It must never write outside the ledger, word a sentence, or show one child's side what belongs to another or to a victim.
// Start with commands/record-referral and cases/advance.ts.
export { type DueAlert, RaiseAlert } from './commands/raise-alert/raise-alert.command.js';
export { type DayThatCame, SayDayCame } from './commands/say-day-came/say-day-came.command.js';
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
export { CountOutcome } from './commands/count-outcome/count-outcome.command.js';
export { type CarriedEvent, carriedEvents, CarryHistory } from './commands/carry-history/carry-history.command.js';
export { MoveCase } from './commands/move-case/move-case.command.js';
export { OpenMeeting, type OpenedMeeting, openMeetingShape } from './commands/open-meeting/open-meeting.command.js';
export { CorrectFact } from './commands/correct-fact/correct-fact.command.js';
export { CasesOfChild } from './queries/cases-of-child.query.js';
export { TransferCase } from './commands/transfer-case/transfer-case.command.js';
export { type HandOver, HandOverCases, handOverShape } from './commands/hand-over-cases/hand-over-cases.command.js';
export { LearnOfHoliday, learnOfHolidayShape, type NewCalendar } from './commands/learn-of-holiday/learn-of-holiday.command.js';
export { RecountClocks } from './commands/recount-clocks/recount-clocks.command.js';
export { ColleagueCases } from './queries/colleague-cases.query.js';
export { Inbox, type Notice } from './queries/inbox.query.js';
export { MeetingPack, type MeetingView } from './queries/meeting-pack.query.js';
export { DisposalsOfCase, type DisposalsView } from './queries/disposals-of-case.query.js';
export { MoveLookup } from './queries/move-lookup.query.js';
export { type MovedCase, type MoveOrder } from './moves/run-move.js';
export { shapeOfFields } from './moves/field.js';
export { kebabOf, moveOf, moveOfAddress, moves } from './moves/moves.js';
export { RecordDocument, type DocumentOrder, type DocumentRecorded } from './commands/record-document/record-document.command.js';
export { largestFile } from './commands/record-document/read-file.js';
export { FileScanner, type ScanFinding } from './dossier/file-scanner.js';
export { documentKindNames } from './dossier/document-kinds.js';
export { type PaperKind, paperKinds } from './moves/paper-kinds.js';
export { ConfirmIdentity } from './commands/confirm-identity/confirm-identity.command.js';
export { JoinChildren } from './commands/join-children/join-children.command.js';
export { RecordVictimEvent, type VictimOrder } from './commands/record-victim-event/record-victim-event.command.js';
export { SendDraft } from './commands/send-draft/send-draft.command.js';
export { type Draft, type DraftEntry, DraftStore } from './drafts/draft.store.js';
export { draftedMove } from './drafts/drafted-move.js';
export { referralShape } from './referral/check-referral.js';
export { sentPoliceFileShape } from './commands/record-police-file/late-police-file.js';
export { type Shape as BodyShape, step } from './referral/shape.js';
export { type CaseReading, readCase } from './queries/case-reading.query.js';
export { CaseOverview, type CaseOverviewView } from './queries/case-overview.query.js';
export { type Finding } from './queries/findings-of-case.js';
export { CaseHistory, type HistoryEvent } from './queries/case-history.query.js';
export { CasePapers, type Paper, type PaperEntry } from './queries/case-papers.query.js';
export { type Caseload, CaseloadList, ownCaseload } from './queries/caseload.query.js';
export { ChildOverview, type ChildOverviewView } from './queries/child-overview.query.js';
export { ReferralReceipt, type Receipt } from './queries/referral-receipt.query.js';
export { likenesses } from './children/child-keys.js';
export { CaseExplanation, type CaseExplanationView } from './explanation/case-explanation.query.js';
export { type ExplainedDisposal, type Standing } from './explanation/explained-disposal.js';
export { type Changes } from './what-if/changed-calendar.js';
export { type WhatIfLine } from './what-if/what-if.js';
export { WhatIfOfArea } from './what-if/what-if-of-area.query.js';
export { WhatIfOfCase } from './what-if/what-if-of-case.query.js';
export { PathwayRehearsal, type RehearsedCase } from './rehearsal/pathway-rehearsal.query.js';
export { type LawMark, LawMarks } from './rule-standing/law-marks.query.js';
export { LawOverview, type LawRule, type RuleSaid } from './rule-standing/law-overview.query.js';
export {
  ruleConfirmedShape,
  ruleUnconfirmedShape,
  SetRuleStanding,
  type StandingSet,
} from './rule-standing/set-rule-standing.command.js';
