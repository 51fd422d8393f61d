import { Code, Day, Flag, List, Nullable, Part, Parts, Text, Whole } from '../../shell/shape-fields.js';

export class PathwayNameShape {
  @Text() name: string;
  @Whole() version: number;
}

/** An event that both versions hear, and to which states it leads in each. */
export class LeadsElsewhereShape {
  @Text() event: string;
  @List() @Text({ each: true }) was: string[];
  @List() @Text({ each: true }) is: string[];
}

/** What would be otherwise for one open case; everything empty: nothing. */
export class RehearsedCaseShape {
  @Text() reference: string;
  @Part(() => PathwayNameShape) from: PathwayNameShape;
  @Text() state: string;
  @List() @Text({ each: true }) opens: string[];
  @List() @Text({ each: true }) closes: string[];
  @Parts(() => LeadsElsewhereShape) leadsElsewhere: LeadsElsewhereShape[];
  @List() @Text({ each: true }) startsClocks: string[];
  @List() @Text({ each: true }) stopsClocks: string[];
  /** Why it would be stuck; null: it would not be. */
  @Nullable() @Code(['stateIsGone', 'cannotBeClosed', 'cannotBeClosedWithoutChild']) strands: string | null;
}

export class RehearsalShape {
  @Part(() => PathwayNameShape) pathway: PathwayNameShape;
  @Day() on: string;
  /** False: the version would strand a case and must not be used. */
  @Flag() ok: boolean;
  /** Every case that would be stuck, on whatever page. */
  @List({ max: 1_000_000 }) @Text({ each: true }) stranded: string[];
  /** For how many open cases anything would be otherwise. */
  @Whole() changed: number;
  @Parts(() => RehearsedCaseShape) items: RehearsedCaseShape[];
  @Whole() total: number;
  @Whole() page: number;
  @Whole() size: number;
}
