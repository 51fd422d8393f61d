import { causeCodes, type CauseOfLateness } from '#law';
import { EventReceiptShape } from '../../shell/case-answer.shape.js';
import { PageQuery } from '../../shell/request-parts.js';
import { AnyJson, Code, Day, Flag, Nullable, Optional, Part, Parts, Text, Whole } from '../../shell/shape-fields.js';

export class SaidFlagShape {
  @Flag() value: boolean;
  @Day() on: string;
  @Code(['police', 'victimOfficer']) by: string;
}
export class SaidTextShape {
  @Text({ min: 0, max: 8000 }) value: string;
  @Day() on: string;
  @Code(['police', 'victimOfficer']) by: string;
}
export class ToldShape {
  @Day() on: string;
  @Text() of: string;
}
/** A victim as the victim service sees them. */
export class VictimShape {
  @Text() reference: string;
  @Whole({ min: 1 }) version: number;
  @Text() area: string;
  @Text() caseReference: string;
  @Text() number: string;
  @Nullable() @Text({ min: 0 }) ageBand: string | null;
  @Nullable() @Text({ min: 0 }) relationToChild: string | null;
  @Nullable() @Text({ min: 0 }) language: string | null;
  @Nullable() @Text({ min: 0 }) contactRef: string | null;
  @Nullable() @Text({ min: 0 }) parentContactRef: string | null;
  @Nullable() @Flag() hasEnhancedRights: boolean | null;
  @Nullable() @Text({ min: 0 }) enhancedRightsReason: string | null;
  @Nullable() @Part(() => SaidFlagShape) contact: SaidFlagShape | null;
  @Nullable() @Part(() => SaidTextShape) wishes: SaidTextShape | null;
  @Nullable() @Part(() => SaidTextShape) restorativeView: SaidTextShape | null;
  @Nullable() @Part(() => ToldShape) told: ToldShape | null;
  @Nullable() @Whole() policePart: number | null;
}
export class VictimsQuery extends PageQuery {
  @Optional() @Text({ max: 60 }) area?: string;
}
export class VictimsShape {
  @Parts(() => VictimShape) items: VictimShape[];
  @Whole() total: number;
  @Whole() page: number;
  @Whole() size: number;
}

/** Number of a victim in a case, as `V1`. */
const number = { max: 3, pattern: /^V[1-9]\d?$/ };

export class VictimInformedShape {
  @Text(number) ref: string;
  /** The day the victim was told; today where it is left out. */
  @Optional() @Day() on?: string;
  /** Why the victim is told late, where that is so. */
  @Optional() @Code(causeCodes) causeOfLateness?: CauseOfLateness;
}
export class VictimReviewRequestedShape {
  @Text(number) ref: string;
  @Optional() @Day() on?: string;
}
export class VictimNeedsRecordedShape {
  /** The victim who was asked. Left out by whoever keeps the list, where no victim is there to be asked. */
  @Optional() @Text(number) ref?: string;
  /** Whether the victim could be heard; what the needs are stands in the victim's own file (victim-updated). */
  @Flag() heard: boolean;
  @Optional() @Day() on?: string;
}
export class VictimUpdatedShape {
  @Text(number) ref: string;
  @Optional() @Day() on?: string;
  @Optional() @Flag() contactAgreed?: boolean;
  @Optional() @Flag() enhancedRights?: boolean;
  @Optional() @Text({ max: 500 }) enhancedRightsReason?: string;
  @Optional() @Text({ max: 8000 }) wishes?: string;
  @Optional() @Text({ max: 8000 }) restorativeView?: string;
  @Optional() @Text({ max: 200 }) language?: string;
}
/** What was put on record of a victim; `state` and `version` are the case's, of which the victim service sees no more. */
export class VictimEventAnswerShape {
  @Text() reference: string;
  @Nullable() @Text() ref: string | null;
  @Nullable() @Text() state: string | null;
  @Nullable() @Whole() version: number | null;
  @Nullable() @Part(() => EventReceiptShape) event: EventReceiptShape | null;
  @AnyJson() clocks: unknown;
  @AnyJson() next: unknown;
}
