import { type CalendarDay } from '#calendar';
import { type Deadline, type DeadlineKind, deadlines, dayZero, dueOn, victimClock } from '#law';
import { type Context, type NewClock, type OpenClock, type StoppedClock } from '#ledger';
import { type CaseEvent, type CaseFacts, type ClockKind, type Effect } from '#pathway';
import { victimRefs } from '../cases/case-record.js';
import { alertAt } from '../commands/raise-alert/alert-at.js';
import { clockName, kindOfClock, policyOf, subjectOfClock } from './clock-kind.js';
import { countedAfresh } from './counted-afresh.js';
import { type FollowedDate, followedDates, watchedDay } from './watched-day.js';

/** What a move does to the clocks of a case. */
export type ClockMoves = { readonly startClocks: readonly NewClock[]; readonly stopClocks: readonly StoppedClock[] };

/** The clocks that run, how often each has run, and the facts before and after the event. No event: the case begins. */
export type ClockQuestion = {
  readonly clocks: readonly Pick<OpenClock, 'kind' | 'dueOn' | 'anchorOn' | 'policy'>[];
  readonly runs: { readonly [kind: string]: number };
  readonly effects: readonly Effect[];
  readonly was: CaseFacts;
  readonly is: CaseFacts;
  readonly event: CaseEvent | null;
  readonly isClosed: boolean;
};

type Now = Pick<Context, 'today' | 'calendar'>;

const followed = (kind: ClockKind): kind is FollowedDate => (followedDates as readonly string[]).includes(kind);
/** The dates of somebody's life or of a court are not begun when they lie behind: there is nothing left to watch for. */
const onlyAhead: readonly string[] = ['eighteenthBirthday', 'bailEnd', 'courtDate'];
/** These leave no clock behind that was met or missed: the case has gone another way. */
const withdrawing: readonly string[] = ['caseWithdrawn', 'childDied', 'referralsMerged'];

/** The clocks that a move starts and stops. Pure; a clock that is started while it runs supersedes its own run. */
export function clockMoves(question: ClockQuestion, now: Now): ClockMoves {
  const { clocks, effects, event, is, was, isClosed } = question;
  const stopClocks = new Map<string, StoppedClock>();
  const stop = (kind: ClockKind) => {
    const of = subjectOf(kind, event);
    for (const clock of clocks) {
      if (kindOfClock(clock.kind) !== kind || (of !== undefined && subjectOfClock(clock.kind) !== of)) continue;
      const how = howStopped(clock, event, now);
      stopClocks.set(clock.kind, { kind: clock.kind, how });
    }
  };
  const startClocks = new Map<string, NewClock>();
  const start = (kind: ClockKind, runs = question.runs) => {
    for (const clock of newClocks(kind, { ...question, runs }, now)) {
      startClocks.set(clock.kind, clock);
      if (clocks.some((open) => open.kind === clock.kind) && !stopClocks.has(clock.kind))
        stopClocks.set(clock.kind, { kind: clock.kind, how: 'superseded' });
    }
  };

  const moved = new Set<string>();
  for (const effect of effects) {
    if (effect.type === 'record') continue;
    const kind = 'clock' in effect ? effect.clock : effect.duty;
    moved.add(kind);
    if (effect.type === 'stopClock' || effect.type === 'endDuty') stop(kind);
    else start(kind);
  }
  for (const kind of isClosed ? [] : followedDates) {
    const day = watchedDay(kind, is, now.calendar);
    if (moved.has(kind) || day === watchedDay(kind, was, now.calendar)) continue;
    if (day === undefined) stop(kind);
    else start(kind);
  }
  for (const kind of countedAfresh(clocks, was, is, now.calendar)) if (!moved.has(kind)) start(kind, {});
  return { startClocks: [...startClocks.values()], stopClocks: [...stopClocks.values()] };
}

function howStopped({ dueOn }: Pick<OpenClock, 'dueOn'>, event: CaseEvent | null, { today }: Now): StoppedClock['how'] {
  if (withdrawing.includes(event?.type ?? '')) return 'withdrawn';
  // A right that ran out unused: nobody was late with it.
  return today <= dueOn || event?.type === 'victimReviewWindowClosed' ? 'met' : 'late';
}

/** Which victim, agency or hand-off an event is about. */
function subjectOf(kind: ClockKind, event: CaseEvent | null): string | undefined {
  if (event === null) return undefined;
  if ((kind === 'victimTold' || kind === 'victimReviewWindow' || kind === 'victimReviewAnswer') && 'ref' in event)
    return event.ref;
  if (kind === 'agencyInformation' && 'agency' in event) return event.agency;
  return kind === 'handOff' && (event.type === 'handedOff' || event.type === 'handOffAccepted') ? event.kind : undefined;
}

function newClocks(kind: ClockKind, { is, runs, event }: ClockQuestion, now: Now): readonly NewClock[] {
  if (kind === 'victimTold') {
    return victimRefs(is)
      .map((ref) => {
        const victim = is.victims?.find((one) => one.ref === ref) ?? { ref };
        const deadline = victimClock(victim);
        return row(clockName(kind, ref), deadline, now.today, dueOn(deadlines[deadline], now.today, now.calendar), now);
      })
      .filter((clock) => clock !== null);
  }
  const deadline: Deadline = deadlines[kind];
  const name = clockName(kind, subjectOf(kind, event));
  const anchorOn =
    deadline.countedFrom === 'receipt' && runs[name] === undefined && is.receivedAt !== undefined
      ? dayZero(deadline, is.receivedAt, now.calendar)
      : now.today;
  const day = followed(kind)
    ? (watchedDay(kind, is, now.calendar) ?? null)
    : (agreedEnd(kind, is) ?? dueOn(deadline, anchorOn, now.calendar));
  if (onlyAhead.includes(kind) && day !== null && day < now.today) return [];
  const clock = row(name, kind, anchorOn, day, now);
  return clock === null ? [] : [clock];
}

/** A plan says itself when it ends. */
const agreedEnd = (kind: ClockKind, { planEndsOn }: CaseFacts): CalendarDay | undefined =>
  kind === 'yccEnd' || kind === 'intervention' ? planEndsOn : undefined;

function row(
  kind: string,
  deadline: DeadlineKind,
  anchorOn: CalendarDay,
  day: CalendarDay | null,
  { calendar }: Now,
): NewClock | null {
  if (day === null) return null;
  const [first] = deadlines[deadline].alerts;
  return {
    kind,
    anchorOn,
    dueOn: day,
    policy: policyOf(deadline),
    nextAlertAt: first === undefined ? null : alertAt(first, day, calendar),
  };
}
