import { type Disposal } from '#law';

/** As which earlier outcome a disposal of this service may stand in another case; the first is how it is written down here. */
export const outcomeKinds: { readonly [disposal in Disposal]: readonly [string, ...string[]] } = {
  nfa: ['NFA', 'OUTCOME_20', 'OUTCOME_21'],
  o22: ['OUTCOME_22', 'OUTCOME_22_DEFERRED'],
  yrd: ['YRD', 'COMMUNITY_RESOLUTION'],
  o23: ['DEFERRED_PROSECUTION'],
  yc: ['YOUTH_CAUTION'],
  ycc: ['YOUTH_CONDITIONAL_CAUTION'],
  court: ['CHARGE'],
};

/** Whether two types may be names of one outcome. */
export const isOfOneKind = (one: string, other: string): boolean =>
  one === other || Object.values(outcomeKinds).some((kinds) => kinds.includes(one) && kinds.includes(other));
