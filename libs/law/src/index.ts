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
export { type FactRow, factRows, helpFor, type HelpKind, helpKinds } from './fact-rows.js';
export { type RuleId, ruleIds } from './rule-id.js';
export { type Answer, type LawContext, type Moment, moments, type RuleAnswer, type RuleSource, type RuleVersion } from './rule.js';
