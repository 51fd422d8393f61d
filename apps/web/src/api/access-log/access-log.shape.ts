import { PageQuery } from '../../shell/request-parts.js';
import { Moment, Nullable, Parts, Text, Whole } from '../../shell/shape-fields.js';

export class AccessLogQuery extends PageQuery {}

/** One look at a case, or one attempt that was refused. */
export class ConsultationShape {
  @Moment() at: string;
  @Text({ max: 190 }) person: string;
  @Text({ max: 40 }) organisation: string;
  /** What was looked at or tried. */
  @Text({ max: 80 }) what: string;
  /** Why it was refused; null when it was shown. */
  @Nullable() @Text({ max: 40 }) refused: string | null;
}

export class AccessLogShape {
  @Parts(() => ConsultationShape) items: ConsultationShape[];
  @Whole() total: number;
  @Whole({ min: 1 }) page: number;
  @Whole({ min: 1, max: 100 }) size: number;
}
