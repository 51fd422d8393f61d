import { type Calendar, type CalendarDay, daysBetween, type ExplainedDay, explainDue } from '#calendar';
import { type Deadline, dayZero as dayZeroOf, deadlines, dueOn, earliestLimit, eighteenthBirthday } from '#law';
import { type CaseFacts } from '#pathway';
import { clockName, deadlineOfPolicy, kindOfClock, policyOf, subjectOfClock } from '../clocks/clock-kind.js';
import { followedDates, watchedDay } from '../clocks/watched-day.js';
import { changedCalendar, type Changes } from './changed-calendar.js';

/** A clock that runs, or one whose day is known ahead, with the calendar it was counted with. */
export type StandingClock = {
  readonly kind: string;
  readonly anchorOn: CalendarDay;
  readonly dueOn: CalendarDay;
  readonly policy: string;
  readonly status: 'running' | 'ahead';
  readonly countedWith: Calendar;
};
export type Standing = {
  readonly known: CaseFacts;
  readonly clocks: readonly StandingClock[];
  readonly calendar: Calendar;
  readonly today: CalendarDay;
};

type Day = { readonly dayZero: CalendarDay; readonly dueOn: CalendarDay; readonly isOverdue: boolean };
/** `movesBy` in days of the calendar, later above nought. The explanation tells the day it would be, where working days are counted. */
export type WhatIfClock = {
  readonly kind: string;
  readonly of?: string;
  readonly status: 'running' | 'ahead';
  readonly is: Day;
  readonly wouldBe: Day & { readonly explanation: readonly ExplainedDay[] };
  readonly movesBy: number;
};

/** What a date of the panel or the giving runs into. A charging limit before the panel is a reason to bring the panel forward, never to charge. */
export type RunsInto = 'chargingLimitBeforePanel' | 'bailEndsBeforePanel' | 'eighteenByPanel' | 'eighteenByGiving';

/** `wouldBreach` names the clocks that would be overdue today and are not, `wouldNotBreach` those that are and would not be. */
export type WhatIf = {
  readonly calendar: string;
  readonly clocks: readonly WhatIfClock[];
  readonly wouldBreach: readonly string[];
  readonly wouldNotBreach: readonly string[];
  readonly runsInto: { readonly is: readonly RunsInto[]; readonly wouldBe: readonly RunsInto[] };
};

/** Which dates of a case would move, and what would then be overdue today. Pure; nothing is written, and no clock decides anything. */
export function whatIf(standing: Standing, changes: Changes): WhatIf {
  const { known, calendar, today } = standing;
  const wouldBe: Would = {
    known: changes.received === undefined ? known : { ...known, receivedAt: changes.received },
    calendar: changedCalendar(calendar, changes),
    panelLimit: changes.panelLimit ?? deadlines.panel.length.workingDays,
  };
  const running = standing.clocks.map((clock) => moved(clock, standing, wouldBe));
  const delivery = deliveryAhead(running, known, calendar, wouldBe, today);
  const clocks = delivery === null ? running : [...running, delivery];
  const named = (is: (clock: WhatIfClock) => boolean) =>
    clocks.filter(is).map(({ kind, of }) => (of === undefined ? kind : `${kind}:${of}`));
  return {
    calendar: wouldBe.calendar.version,
    clocks,
    wouldBreach: named((clock) => clock.wouldBe.isOverdue && !clock.is.isOverdue),
    wouldNotBreach: named((clock) => clock.is.isOverdue && !clock.wouldBe.isOverdue),
    runsInto: {
      is: runsInto(known, clocks, ({ is }) => is.dueOn),
      wouldBe: runsInto(wouldBe.known, clocks, ({ wouldBe: then }) => then.dueOn),
    },
  };
}

/** The same of one case of many. */
export type WhatIfLine = WhatIf & { readonly reference: string; readonly state: string };

type Would = { readonly known: CaseFacts; readonly calendar: Calendar; readonly panelLimit: number };

function moved(clock: StandingClock, { known, today }: Standing, would: Would): WhatIfClock {
  const { kind: name, status, anchorOn, dueOn: isDue } = clock;
  const kind = kindOfClock(name);
  const of = subjectOfClock(name);
  const then = dayThen(clock, known, would);
  const day = (dayZero: CalendarDay, due: CalendarDay): Day => ({
    dayZero,
    dueOn: due,
    isOverdue: status === 'running' && today > due,
  });
  return {
    kind,
    ...(of !== undefined && { of }),
    status,
    is: day(anchorOn, isDue),
    wouldBe: { ...day(then.dayZero, then.dueOn), explanation: then.days },
    movesBy: daysBetween(isDue, then.dueOn),
  };
}

type DayThen = { readonly dayZero: CalendarDay; readonly dueOn: CalendarDay; readonly days: readonly ExplainedDay[] };

function dayThen(
  { kind: name, anchorOn, dueOn: isDue, policy, countedWith }: StandingClock,
  known: CaseFacts,
  would: Would,
): DayThen {
  const { calendar, panelLimit } = would;
  const asItIs = { dayZero: anchorOn, dueOn: isDue, days: [] };
  const kind = kindOfClock(name);
  const followed = followedDates.find((date) => date === kind);
  if (followed !== undefined) return { ...asItIs, dueOn: watchedDay(followed, would.known, calendar) ?? isDue };
  const written: Deadline | null = deadlineOfPolicy(policy);
  if (written === null || !('workingDays' in written.length)) return asItIs;
  const workingDays = kind === 'panel' ? panelLimit : written.length.workingDays;
  const told = isFromReceipt(written, anchorOn, known, countedWith)
    ? explainDue(calendar, { receivedAt: would.known.receivedAt ?? '', cutOff: written.cutOff, workingDays })
    : explainDue(calendar, { anchorOn, workingDays });
  return { dayZero: told.dayZero, dueOn: told.dueOn, days: told.days };
}

const isFromReceipt = (deadline: Deadline, anchorOn: CalendarDay, { receivedAt }: CaseFacts, calendar: Calendar): boolean =>
  deadline.countedFrom === 'receipt' && receivedAt !== undefined && dayZeroOf(deadline, receivedAt, calendar) === anchorOn;

/** Until there is a decision the delivery is reckoned as if it were decided on the day the panel is due. */
function deliveryAhead(
  clocks: readonly WhatIfClock[],
  known: CaseFacts,
  calendar: Calendar,
  would: Would,
  today: CalendarDay,
): WhatIfClock | null {
  const panel = clocks.find(({ kind }) => kind === 'panel');
  if (panel === undefined || known.decidedOn !== undefined) return null;
  const ahead = (countedWith: Calendar, anchorOn: CalendarDay): StandingClock => ({
    kind: clockName('delivery'),
    anchorOn,
    dueOn: dueOn(deadlines.delivery, anchorOn, countedWith) ?? anchorOn,
    policy: policyOf('delivery'),
    status: 'ahead',
    countedWith,
  });
  const is = ahead(calendar, panel.is.dueOn);
  const then = moved(ahead(would.calendar, panel.wouldBe.dueOn), { known, clocks: [], calendar, today }, would);
  return {
    ...then,
    is: { dayZero: is.anchorOn, dueOn: is.dueOn, isOverdue: false },
    movesBy: daysBetween(is.dueOn, then.wouldBe.dueOn),
  };
}

function runsInto(
  known: CaseFacts,
  clocks: readonly WhatIfClock[],
  day: (clock: WhatIfClock) => CalendarDay,
): readonly RunsInto[] {
  const dueDay = (kind: string): CalendarDay | undefined => {
    const clock = clocks.find((one) => one.kind === kind);
    return clock === undefined ? undefined : day(clock);
  };
  const panel = dueDay('panel');
  const giving = dueDay('delivery');
  const eighteen = known.bornOn === undefined ? undefined : eighteenthBirthday(known.bornOn);
  const before = (a: CalendarDay | null | undefined, b: CalendarDay | undefined): boolean =>
    a !== null && a !== undefined && b !== undefined && a < b;
  return [
    ...(before(earliestLimit(known), panel) ? (['chargingLimitBeforePanel'] as const) : []),
    ...(before(known.bail?.endsOn, panel) ? (['bailEndsBeforePanel'] as const) : []),
    ...(panel !== undefined && eighteen !== undefined && eighteen <= panel ? (['eighteenByPanel'] as const) : []),
    ...(giving !== undefined && eighteen !== undefined && eighteen <= giving ? (['eighteenByGiving'] as const) : []),
  ];
}
