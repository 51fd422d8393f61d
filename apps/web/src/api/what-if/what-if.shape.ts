import { PageQuery } from '../../shell/request-parts.js';
import { ExplainedDayShape } from '../../shell/case-answer.shape.js';
import { Code, Day, Flag, List, Optional, Part, Parts, Text, Whole } from '../../shell/shape-fields.js';

/** Days that might be bank holidays, or might be none; a comma between two. The panel's limit in working days. */
export class WhatIfAreaQuery extends PageQuery {
  @Optional() @Text({ max: 500 }) holiday?: string;
  @Optional() @Text({ max: 500 }) 'no-holiday'?: string;
  @Optional() @Whole({ min: 1, max: 60 }) 'panel-limit'?: number;
  /** Which service's cases; by default the reader's own. */
  @Optional() @Text({ max: 60 }) area?: string;
}

export class WhatIfQuery {
  /** An instant, or a day: then at the same time of day in London. */
  @Optional() @Text({ max: 40 }) received?: string;
  @Optional() @Text({ max: 500 }) holiday?: string;
  @Optional() @Text({ max: 500 }) 'no-holiday'?: string;
  @Optional() @Whole({ min: 1, max: 60 }) 'panel-limit'?: number;
}

export class DueDayShape {
  @Day() dayZero: string;
  @Day() dueOn: string;
  @Flag() isOverdue: boolean;
}

export class WouldBeShape extends DueDayShape {
  /** Why it would be that day; in a list it is left empty. */
  @Parts(() => ExplainedDayShape, { max: 1000 }) explanation: ExplainedDayShape[];
}

export class WhatIfClockShape {
  @Text() kind: string;
  @Optional() @Text() of?: string;
  @Code(['running', 'ahead']) status: string;
  @Part(() => DueDayShape) is: DueDayShape;
  @Part(() => WouldBeShape) wouldBe: WouldBeShape;
  /** Days of the calendar, later above nought. */
  @Whole({ min: -36600 }) movesBy: number;
}

const dates = ['chargingLimitBeforePanel', 'bailEndsBeforePanel', 'eighteenByPanel', 'eighteenByGiving'] as const;

/** What the panel or the giving runs into. None of it is a reason to charge. */
export class RunsIntoShape {
  @List() @Code(dates, { each: true }) is: string[];
  @List() @Code(dates, { each: true }) wouldBe: string[];
}

export class WhatIfLineShape {
  @Text() reference: string;
  @Text() state: string;
  @Text() calendar: string;
  @Parts(() => WhatIfClockShape) clocks: WhatIfClockShape[];
  /** Clocks that would be overdue today and are not. */
  @List() @Text({ each: true }) wouldBreach: string[];
  @List() @Text({ each: true }) wouldNotBreach: string[];
  @Part(() => RunsIntoShape) runsInto: RunsIntoShape;
}

export class WhatIfShape extends WhatIfLineShape {
  @Whole() version: number;
}

export class WhatIfAreaShape {
  @Text() calendar: string;
  /** Every open case; of its clocks those that would move. */
  @Parts(() => WhatIfLineShape) items: WhatIfLineShape[];
  @Whole() total: number;
  @Flag() isTotalCapped: boolean;
  @Whole() page: number;
  @Whole() size: number;
}
