import {
  type Change,
  type Context,
  type Ledger,
  machine,
  type NewNotice,
  type Outcome,
  type Refused,
  refused,
  type StreamFile,
  type Written,
} from '#ledger';
import { may } from '#people';
import { sha256hex } from '#proof';
import { type AlertStep, alertAt } from './alert-at.js';
import { type LadderOf } from './ladder-of.js';
import { whomToTell } from './whom-to-tell.js';

/** Which step of which run of a clock. Ids and codes only: it is what a job carries. */
export type DueAlert = { readonly stream: string; readonly kind: string; readonly run: number; readonly step: number };

/**
 * Raises one alert: the event, the mark that this step was sent, a notice to the queue it is for, and the moment of the next step,
 * all or none. It warns people and never moves the case. Refuses `notNow` where the clock has stopped, runs anew, has had this
 * step, or is not due yet by case time.
 */
export class RaiseAlert {
  constructor(
    private readonly ledger: Ledger,
    private readonly ladderOf: LadderOf,
  ) {}

  run(due: DueAlert): Promise<Outcome<null>> {
    return this.ledger.write<null>(machine, { of: [{ id: due.stream }] }, ([file], context) =>
      file === undefined ? refused('notFound') : raise(file, context, due, this.ladderOf),
    );
  }
}

function raise(file: StreamFile, context: Context, due: DueAlert, ladderOf: LadderOf): Written<null> | Refused {
  if (!may(context.asker, 'raiseAlert')) return refused('notYours');
  if (!file.exists) return refused('notFound');
  const clock = file.clocks.find(({ kind, run }) => kind === due.kind && run === due.run);
  if (clock?.nextStep !== due.step || clock.nextAlertAt === null || clock.nextAlertAt > context.at) return refused('notNow');

  const { kind, run, step } = due;
  const ladder = ladderOf(kind, clock.policy);
  const [told, next] = [ladder[step], ladder[step + 1]];
  const nextAlertAt = next === undefined ? null : alertAt(next, clock.dueOn, context.calendar);
  const moved: Change = {
    file,
    // A policy that has fewer steps than the clock was started with: the ladder ends here, and the record says so.
    events: [
      {
        type: told === undefined ? 'alertLadderEnded' : 'alertRaised',
        data: { clock: kind, run, step, tell: told?.tell ?? null },
      },
    ],
    moveClocks: [{ kind, dueOn: clock.dueOn, calendar: clock.calendar, nextAlertAt, nextStep: step + 1 }],
  };
  if (told === undefined) return { did: [moved], value: null };
  return { did: [{ ...moved, alerts: [{ kind, run, step }], inbox: notices(file, due, told) }], value: null };
}

function notices(file: StreamFile, due: DueAlert, told: AlertStep): readonly NewNotice[] {
  const { kind: clock, run, step } = due;
  return whomToTell(told.tell, file).map(({ room, role }) => ({
    id: noticeId(`${due.stream} ${clock} ${run} ${step} ${room}`),
    room,
    role,
    code: codeOf(told),
    clock,
    run,
    step,
  }));
}

function codeOf({ workingDays, tell }: AlertStep): string {
  if (tell === 'board') return 'clockOnBoardList';
  if (workingDays === 0) return 'clockDueToday';
  return workingDays < 0 ? 'clockDueSoon' : 'clockOverdue';
}

/** An id that follows from what the notice is about, so that deciding again gives the same: a UUID of version 8 (RFC 9562). */
function noticeId(about: string): string {
  const hex = sha256hex(about);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
