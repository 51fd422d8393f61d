import { type CalendarDay } from '#calendar';
import { Injectable } from '@nestjs/common';
import { type Preparation } from '../commands/prepare-draw/prepare-draw.command.js';
import { windowToPrepare } from '../draws/draw-cadence.js';
import { type DrawWindow } from '../draws/draw-record.js';
import { DrawCadences } from './draw-cadences.query.js';
import { type DrawNotice, DrawNotices } from './draw-notices.query.js';

/** What Teg owes an open draw: its own step, or a look whether to remind or to let it lapse. */
export type OwedStep =
  | { readonly reference: string; readonly owes: 'step' }
  | { readonly reference: string; readonly owes: 'look'; readonly isOvertaken: boolean };

const meet = (a: DrawWindow, b: DrawWindow): boolean => a.first <= b.last && b.first <= a.last;

/** What the jobs find to do about draws on a day. */
@Injectable()
export class DueDraws {
  constructor(
    private readonly cadences: DrawCadences,
    private readonly notices: DrawNotices,
  ) {}

  /** The windows that are to be prepared and are not drawn from yet, of each oversight body. */
  async toPrepare(today: CalendarDay): Promise<readonly Preparation[]> {
    const due: Preparation[] = [];
    for (const [oversight, cadence] of await this.cadences.all()) {
      const window = windowToPrepare(today, cadence);
      if (window === null || cadence.services.length === 0) continue;
      const planned = await this.notices.plannedBy(oversight);
      if (!planned.some((draw) => meet(draw.window, window))) due.push({ oversight, window, services: cadence.services });
    }
    return due;
  }

  /** Every draw that is not over, with what Teg owes it. A text that waits for its secret comes first. */
  async owed(today: CalendarDay): Promise<readonly OwedStep[]> {
    const open = await this.notices.underWay();
    const steps: OwedStep[] = open
      .filter(({ state }) => state === 'planned' || state === 'textGiven')
      .map(({ reference }) => ({ reference, owes: 'step' }));
    const cadences = await this.cadences.all();
    for (const draw of open.filter(({ state }) => state === 'prepared' || state === 'committed')) {
      const cadence = cadences.get(draw.oversight);
      const next = cadence ? windowToPrepare(today, cadence) : null;
      const isOvertaken = (next !== null && next.first > draw.window.last) || (await this.isDrawnElsewhere(draw));
      steps.push({ reference: draw.reference, owes: 'look', isOvertaken });
    }
    return steps;
  }

  private async isDrawnElsewhere({ reference, oversight, window }: DrawNotice): Promise<boolean> {
    return (await this.notices.plannedBy(oversight)).some((draw) => draw.reference !== reference && meet(draw.window, window));
  }
}
