import { type CalendarDay } from '#calendar';
import {
  type Change,
  type Context,
  Ledger,
  machine,
  type OpenClock,
  type Outcome,
  type Refused,
  refused,
  type StreamFile,
} from '#ledger';
import { type CaseEvent } from '#pathway';
import { Injectable } from '@nestjs/common';
import { advance } from '../../cases/advance.js';
import { kindOfClock, subjectOfClock } from '../../clocks/clock-kind.js';
import { roomsAfter } from '../../moves/rooms-after.js';
import { turnNotices } from '../../moves/turn-notices.js';

/** Which run of which clock of which file: it is what a job carries. */
export type DayThatCame = { readonly stream: string; readonly kind: string; readonly run: number };

/**
 * Says of a case what no person has to notice: that the child is 18 today, or that the victim's time to ask for a review is over. It is
 * said as the machine, once; a birthday at midnight in London, a window after its last day. Refuses `notNow` where the clock has stopped
 * or runs anew, or its day has not come, so a job may call it again.
 */
@Injectable()
export class SayDayCame {
  constructor(private readonly ledger: Ledger) {}

  run(came: DayThatCame): Promise<Outcome<null>> {
    return this.ledger.write<null>(machine, { of: [{ id: came.stream }] }, ([file], context) => {
      const change = file?.exists ? said(file, came, context) : refused('notFound');
      return 'refusal' in change ? change : { did: [change], value: null };
    });
  }
}

function said(file: StreamFile, { kind, run }: DayThatCame, context: Context): Change | Refused {
  const clock = file.clocks.find((one) => one.kind === kind && one.run === run);
  const event = clock === undefined ? null : eventOf(clock, context.today);
  if (event === null) return refused('notNow');
  const moved = advance(file, event, context);
  if ('refusal' in moved) return moved;
  const { state, known } = moved;
  const change: Change = { ...moved.change, ...roomsAfter(file, state, known) };
  return { ...change, inbox: turnNotices(file, change, event, state, known) };
}

function eventOf({ kind, dueOn }: Pick<OpenClock, 'kind' | 'dueOn'>, today: CalendarDay): CaseEvent | null {
  if (kind === 'eighteenthBirthday') return today >= dueOn ? { type: 'turnedEighteen' } : null;
  const ref = subjectOfClock(kind);
  if (kindOfClock(kind) !== 'victimReviewWindow' || ref === undefined || today <= dueOn) return null;
  return { type: 'victimReviewWindowClosed', ref };
}
