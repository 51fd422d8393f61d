import { Day, Flag, Moment, Optional, Whole } from '../../shell/shape-fields.js';

/** Either `to` or `advanceDays`. */
export class ClockMoveShape {
  @Optional() @Moment() to?: string;
  @Optional() @Whole({ min: 1, max: 3660 }) advanceDays?: number;
}

export class ClockShape {
  /** Case time. */
  @Moment() now: string;
  /** The day in London. */
  @Day() today: string;
  @Flag() isDemonstration: boolean;
}
