import { type Rule } from './rule.js';
import { type RuleId } from './rule-id.js';
import { chargingRules } from './rules/charging.js';
import { conditionalCautionRules } from './rules/conditional-caution.js';
import { conditionRules } from './rules/conditions.js';
import { decisionRules } from './rules/decision.js';
import { deferredProsecutionRules } from './rules/deferred-prosecution.js';
import { givingRules } from './rules/giving.js';
import { panelRules } from './rules/panel.js';
import { recordingRules } from './rules/recording.js';
import { referralRules } from './rules/referral.js';
import { resolutionRules } from './rules/resolution.js';
import { sexualOffenceRules } from './rules/sexual-offence.js';
import { youthCautionRules } from './rules/youth-caution.js';

/** All rules. A missing one does not compile. */
export const rules: { readonly [id in RuleId]: Rule } = {
  ...referralRules,
  ...youthCautionRules,
  ...conditionalCautionRules,
  ...conditionRules,
  ...sexualOffenceRules,
  ...resolutionRules,
  ...deferredProsecutionRules,
  ...chargingRules,
  ...givingRules,
  ...panelRules,
  ...decisionRules,
  ...recordingRules,
};
