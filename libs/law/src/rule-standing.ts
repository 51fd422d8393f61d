import { type RuleStanding, type RuleStandings, type RuleVersion } from './rule.js';
import { type RuleId } from './rule-id.js';

/** What was said of this very version: a new version of a rule is confirmed anew. */
export const standingOf = (rule: RuleId, { inForce }: RuleVersion, standings: RuleStandings = {}): RuleStanding | undefined =>
  standings[rule]?.[inForce.from];

/** Whether an answer of this version stops anybody, or only warns: an unconfirmed rule that takes an option from the child warns. */
export const blocksAs = (status: RuleVersion['status'], { protective, reach }: RuleVersion): boolean =>
  protective || status === 'verified' || reach === 'local';
