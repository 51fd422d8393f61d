import { type Calendar } from '#calendar';
import { type Deadline, dayZero } from '#law';
import { type OpenClock } from '#ledger';
import { type CaseFacts, type ClockKind } from '#pathway';
import { deadlineOfPolicy, kindOfClock } from './clock-kind.js';

/** These end when the plan says. */
const withThePlan: readonly string[] = ['intervention', 'yccEnd'];

const isFromReceipt = (deadline: Deadline, anchorOn: string, { receivedAt }: CaseFacts, calendar: Calendar): boolean =>
  deadline.countedFrom === 'receipt' && receivedAt !== undefined && dayZero(deadline, receivedAt, calendar) === anchorOn;

/**
 * The open clocks that were counted from what is now different: the receipt (two referrals became one, or it was mistyped) or the end of
 * the plan. A clock that was started again since, from a later day, keeps its day.
 */
export function countedAfresh(
  clocks: readonly Pick<OpenClock, 'kind' | 'anchorOn' | 'policy'>[],
  was: CaseFacts,
  is: CaseFacts,
  calendar: Calendar,
): readonly ClockKind[] {
  const hasOtherReceipt = was.receivedAt !== is.receivedAt && is.receivedAt !== undefined;
  const hasOtherEnd = was.planEndsOn !== is.planEndsOn && was.planEndsOn !== undefined && is.planEndsOn !== undefined;
  return clocks
    .filter(({ kind, anchorOn, policy }) => {
      const deadline = deadlineOfPolicy(policy);
      if (hasOtherReceipt && deadline !== null && isFromReceipt(deadline, anchorOn, was, calendar)) return true;
      return hasOtherEnd && withThePlan.includes(kindOfClock(kind));
    })
    .map(({ kind }) => kindOfClock(kind) as ClockKind);
}
