import { type Calendar, type CalendarDay, CalendarNotCovered, londonDay } from '#calendar';
import { type Deadline, dayZero, dueOn } from '#law';
import {
  type Context,
  type MovedClock,
  type NewNotice,
  type OpenClock,
  type Refused,
  refused,
  type StreamFile,
  type Written,
} from '#ledger';
import { may } from '#people';
import { caseRecordOf } from '../cases/case-record.js';
import { uuidOf } from '../cases/uuid-of.js';
import { deadlineOfPolicy } from './clock-kind.js';
import { alertAt } from '../commands/raise-alert/alert-at.js';
import { whomToTell } from '../commands/raise-alert/whom-to-tell.js';

type Recounted = MovedClock & { readonly run: number; readonly was: CalendarDay; readonly tell: string | null };

/**
 * Counts the open clocks of one file again with the calendar in force; a clock that has stopped is never touched. The day it was due
 * before stays in the event, and its owner is told. Refuses `notNow` where nothing is due on another day.
 */
export function recounted(file: StreamFile, { asker, calendar }: Context): Written<null> | Refused {
  if (!may(asker, 'recountClocks')) return refused('notYours');
  if (!file.exists) return refused('notFound');
  const receivedAt = file.kind === 'case' ? caseRecordOf(file).known.receivedAt : undefined;
  const moved = file.clocks.flatMap((clock) => again(clock, receivedAt, calendar));
  if (moved.length === 0) return refused('notNow');
  return {
    did: [
      {
        file,
        events: [
          {
            type: 'clocksRecounted',
            data: {
              calendar: calendar.version,
              moved: moved.map(({ kind, run, was, dueOn: day }) => ({ kind, run, was, dueOn: day, calendar: calendar.version })),
            },
          },
        ],
        moveClocks: moved.map(({ kind, dueOn: day, calendar: version, nextAlertAt, nextStep }) => ({
          kind,
          dueOn: day,
          calendar: version,
          nextAlertAt,
          nextStep,
        })),
        inbox: moved.flatMap((clock) => notices(file, clock)),
      },
    ],
    value: null,
  };
}

function again(clock: OpenClock, receivedAt: string | undefined, calendar: Calendar): readonly Recounted[] {
  const deadline = deadlineOfPolicy(clock.policy);
  if (deadline === null || !('workingDays' in deadline.length)) return [];
  // The receipt may itself have come on what is a holiday now.
  const isFromReceipt =
    deadline.countedFrom === 'receipt' && clock.run === 1 && receivedAt !== undefined && londonDay(receivedAt) <= clock.anchorOn;
  const from = isFromReceipt ? dayZero(deadline, receivedAt, calendar) : clock.anchorOn;
  const day = dayWithin(deadline, from, calendar);
  if (day === null || day === clock.dueOn) return [];
  const step = deadline.alerts[clock.nextStep];
  return [
    {
      kind: clock.kind,
      run: clock.run,
      was: clock.dueOn,
      dueOn: day,
      calendar: calendar.version,
      nextStep: clock.nextStep,
      nextAlertAt: step === undefined ? null : alertAt(step, day, calendar),
      tell: deadline.alerts[0]?.tell ?? null,
    },
  ];
}

/** Null where the calendar does not reach: nobody knows the bank holidays there, and the clock keeps the day it has. */
function dayWithin(deadline: Deadline, from: CalendarDay, calendar: Calendar): CalendarDay | null {
  try {
    return dueOn(deadline, from, calendar);
  } catch (error) {
    if (error instanceof CalendarNotCovered) return null;
    throw error;
  }
}

const notices = (file: StreamFile, { kind, run, dueOn: day, tell }: Recounted): readonly NewNotice[] =>
  (tell === null ? [] : whomToTell(tell, file)).map((to) => ({
    id: uuidOf(`${file.id} ${kind} ${run} ${day} ${file.version} ${to.room}`),
    ...to,
    code: 'clockMoved',
    clock: kind,
    run,
  }));
