import { deadlineOfPolicy } from '../../clocks/clock-kind.js';
import { type AlertStep } from './alert-at.js';

/** The alert ladder of a clock, by its name and the policy it was counted by. Its index is the clock's next step. */
export type LadderOf = (kind: string, policy: string) => readonly AlertStep[];

/**
 * The ladders as the law's deadlines have them. The policy says which: a victim with enhanced rights is told by another deadline
 * than others, under the same name of clock. A deadline that the law knows no longer warns nobody.
 */
export const ladderOf: LadderOf = (_kind, policy) => deadlineOfPolicy(policy)?.alerts ?? [];
