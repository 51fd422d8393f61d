// What the law and local policy say about a child's case, as rows with their source, and what they say of one case on one day.
// It must never decide, advise, look at a clock or hold a sentence for a user: it answers met, not met or unknown, in codes.
// Start with rules/youth-caution.ts; disposals-on.ts puts the answers together.
export { compareIntrusion, type Disposal, disposals } from './disposal.js';
export {
  type Admission,
  type AdultFact,
  type Attendee,
  type ConditionFact,
  type EvidenceLevel,
  type FactName,
  type Facts,
  type Gravity,
  type OffenceFact,
  type PreviousOutcome,
  type Source,
  type TrialClass,
  type VictimFact,
} from './facts.js';
export { type FactRow, factRows, helpFor, type HelpKind, helpKinds, type MissingFact } from './fact-rows.js';
export { type RuleId, ruleIds } from './rule-id.js';
export {
  type Answer,
  type LawContext,
  type Moment,
  moments,
  type RuleAnswer,
  type RuleSource,
  type RuleStanding,
  type RuleStandings,
  type RuleVersion,
  type SaidAnswer,
} from './rule.js';
export { blocksAs, standingOf } from './rule-standing.js';
export { judge, lawOn, ruleOf, saidAnswer, standsInTheWay, versionOn } from './judge.js';
export { type DisposalAnswer, type DisposalStatus, disposalsOn } from './disposals-on.js';
export { disposalRules, givingRulesOf, stepRules } from './disposal-rules.js';
export { factsOfReferral } from './facts-of-referral.js';
export { type Notice, type PoliceFile, type SentGravity, type SentInstant } from './referral.js';
export { type Offence, offence, type OffenceFlag, offences, offenceTable } from './offence.js';
export { type ChargingLimit, chargingLimit, earliestLimit } from './charging-limit.js';
export { chargingDecisionBy, hasAuthorityFor, needsDirector } from './charging-authority.js';
export { deliveryDueOn, eighteenthBirthday, givingDay, panelDueOn } from './giving-day.js';
export { type Particulars, particularsOf } from './particulars.js';
export { financialMaximum } from './financial-maximum.js';
export { gravityDirection } from './gravity.js';
export {
  acceptsResponsibility,
  domesticVictims,
  firstOffenceOn,
  gravityOf,
  hasFlag,
  isHateCrime,
  isSexual,
  mostSeriousTrialClass,
  triableOf,
} from './readings.js';
export { isStreetNoticePattern } from './street-notices.js';
export { isAlarm, isRecordable, outcomeNumbers } from './outcome-numbers.js';
export { assessmentDuty, makesFirstTimeEntrant, needsPncEntry, victimClock } from './duties.js';
export { causeCodes, type CauseOfLateness, causesOfLateness, type LatenessCause } from './causes-of-lateness.js';
export { type DeadlineKind, deadlines } from './deadlines/deadlines.js';
export { type AlertStep, type Deadline, type Length } from './deadlines/deadline.js';
export { dayZero, dueOn } from './deadlines/due-on.js';
export { factFault, type FactFault, isLiftable } from './fact-fault.js';
export { type Mark, type MarkKind, markKinds } from './mark.js';
export { markOfClock, markOfEffect, marks, type MarkStanding, standingOfMark } from './marks.js';
export { type EffectOfDisposal, effectsOf, type LegalEffect, legalEffects, spentOn } from './legal-effects.js';
export { type Guard, guards, markOfGuard } from './guards.js';
