import { type CalendarDay, type Instant, londonDay, parseInstant } from '#calendar';
import { eighteenthBirthday, type Notice, offence } from '#law';
import { type Fault } from '#ledger';
import { step } from './shape.js';

/** What the meaning of a notice is judged against: when it came in, and which forces there are (their names as people write them). */
export type NoticeContext = { readonly receivedAt: Instant; readonly isForce: (name: string) => boolean };

/** Everything in a notice of the right shape that cannot be so, at once. Pointers are into the body as sent. */
export function faultsOfNotice(notice: Notice, { receivedAt, isForce }: NoticeContext): readonly Fault[] {
  const today = londonDay(receivedAt);
  const interviewedAt = notice.interview === null ? null : parseInstant(notice.interview.at ?? '');
  const adult = notice.appropriate_adult;
  const found: readonly (readonly [boolean, string, string])[] = [
    [!isForce(notice.force ?? ''), '/force', 'unknownForce'],
    [isAfter(notice.arrested_on, today), '/arrested_on', 'afterReceipt'],
    [isAfter(interviewedAt, receivedAt), '/interview/at', 'afterReceipt'],
    [isAfter(notice.admission?.later_indication?.on, today), '/admission/later_indication/on', 'afterReceipt'],
    [adult?.over_18 === false, '/appropriate_adult/over_18', 'adultUnderEighteen'],
    [adult?.employed_by_police === true, '/appropriate_adult/employed_by_police', 'adultEmployedByPolice'],
  ];
  const faults = found.filter(([isFault]) => isFault).map(([, path, code]) => ({ pointer: `/notice${path}`, code }));
  return [
    ...faults,
    ...faultsOfChild(notice, today),
    ...notice.offences.flatMap((_, index) => faultsOfOffence(notice, index, today)),
  ];
}

const isAfter = (moment: string | null | undefined, limit: string): boolean =>
  moment !== null && moment !== undefined && moment > limit;
const isBlank = (text: string | null): boolean => text === null || text.trim() === '';

/**
 * Without a family name and a birth date a child cannot be told from another. Where one is not yet known the notice says so, and
 * says what is known: the other name.
 */
function faultsOfChild({ child, not_yet_known }: Notice, today: CalendarDay): readonly Fault[] {
  const isOpen = (path: string) => (not_yet_known ?? []).includes(path);
  const isNameless = isBlank(child.family_name) && (!isOpen('child.family_name') || isBlank(child.given_name));
  const isBirthLacking = child.date_of_birth === null && !isOpen('child.date_of_birth');
  return [
    ...(isNameless ? [{ pointer: '/notice/child/family_name', code: 'missing' }] : []),
    ...(isBirthLacking ? [{ pointer: '/notice/child/date_of_birth', code: 'missing' }] : []),
    ...(isAfter(child.date_of_birth, today) ? [{ pointer: '/notice/child/date_of_birth', code: 'bornInFuture' }] : []),
  ];
}

function faultsOfOffence({ offences, child }: Notice, index: number, today: CalendarDay): readonly Fault[] {
  const one = offences[index];
  if (!one) return [];
  const at = step('/notice/offences', index);
  // A birth in the future is a fault of its own, and may lie where no eighteenth birthday can be counted.
  const born = isAfter(child.date_of_birth, today) ? null : child.date_of_birth;
  const isAdult = born !== null && one.offence_date !== null && one.offence_date >= eighteenthBirthday(born);
  const found: readonly (readonly [boolean, string, string])[] = [
    [offence(one.cjs_code) === null, '/cjs_code', 'unknownOffence'],
    [isAfter(one.offence_date, today), '/offence_date', 'afterReceipt'],
    [one.offence_date_to !== null && one.offence_date_to < one.offence_date, '/offence_date_to', 'endsBeforeItBegins'],
    [isAfter(one.offence_date_to, today), '/offence_date_to', 'afterReceipt'],
    [isAdult, '/offence_date', 'noChildAtOffence'],
  ];
  return found.filter(([isFault]) => isFault).map(([, path, code]) => ({ pointer: at + path, code }));
}
