import { documentKindNames } from '#casework';
import { EventReceiptShape, ExplainedClockShape, NextEventShape } from '../../shell/case-answer.shape.js';
import { PageQuery } from '../../shell/request-parts.js';
import {
  AnyJson,
  Base64,
  Code,
  Day,
  Flag,
  List,
  Moment,
  Nullable,
  Optional,
  Part,
  Parts,
  Text,
  Uuid,
  Whole,
} from '../../shell/shape-fields.js';

export class CaseIdentityShape {
  @Flag() isConfirmed: boolean;
  @Nullable() @Text() by: string | null;
  @Nullable() @Day() on: string | null;
}
export class CaseChildShape {
  /** Null for a reader to whom the child's own file is closed. */
  @Nullable() @Text() reference: string | null;
  @Nullable() @Text({ min: 0 }) givenName: string | null;
  @Nullable() @Text({ min: 0 }) familyName: string | null;
  @Nullable() @Day() bornOn: string | null;
  @Nullable() @Whole() age: number | null;
  @Nullable() @Part(() => CaseIdentityShape) identity: CaseIdentityShape | null;
  @Whole() sameAs: number;
  /** Further files with the same names and birth date of which nobody has said yet that they are about the same child. */
  @Whole() mayBeSame: number;
}
export class CaseIncidentShape {
  @Nullable() @Text({ min: 0 }) reference: string | null;
  /** Other cases of the incident that the reader may see. */
  @List() @Text({ each: true }) others: string[];
  /** How many there are that the reader may not see. */
  @Whole() elsewhere: number;
}
export class CaseVictimShape {
  @Text() number: string;
  @Nullable() @Flag() hasEnhancedRights: boolean | null;
}
export class CasePathwayShape {
  @Text() name: string;
  @Whole() version: number;
}

/** Something that somebody should look at, in words too. It stands in nobody's way. */
export class FindingShape {
  @Code(['latenessWithoutCause', 'eighteenSoon', 'recordBlank']) code: string;
  @Text() says: string;
  /** The rule that asks for what is blank, of `recordBlank`; of the others a clock and its day. */
  @Optional() @Text() rule?: string;
  @Optional() @Text() clock?: string;
  /** Which victim, agency or hand-off, where a clock of this kind runs for each. */
  @Optional() @Text() of?: string;
  @Optional() @Day() dueOn?: string;
  @Optional() @Day() on?: string;
  /** The event that ended the clock: with it the cause can be said afterwards. */
  @Optional() @Whole({ min: 1 }) seq?: number;
}

/** A case as it stands, or as it stood. */
export class CaseShape {
  @Text() reference: string;
  @Text() state: string;
  @Whole() version: number;
  @Moment() asAt: string;
  @Text() area: string;
  @Flag() isCaretaker: boolean;
  @Nullable() @Text() homeAuthority: string | null;
  @Nullable() @Text() team: string | null;
  @Nullable() @Text() force: string | null;
  @Nullable() @Part(() => CasePathwayShape) pathway: CasePathwayShape | null;
  @Nullable() @Text() practitioner: string | null;
  @Nullable() @Part(() => CaseChildShape) child: CaseChildShape | null;
  @Part(() => CaseIncidentShape) incident: CaseIncidentShape;
  @Parts(() => CaseVictimShape) victims: CaseVictimShape[];
  /** What guards and rules read, in codes and days. What is not known is left out. */
  @AnyJson() facts: unknown;
  @AnyJson() particulars: unknown;
  @Parts(() => ExplainedClockShape) clocks: ExplainedClockShape[];
  @Parts(() => FindingShape) findings: FindingShape[];
  @Parts(() => NextEventShape) next: NextEventShape[];
}

export class CaseEventShape extends EventReceiptShape {
  /** What happened, in words. */
  @Text() says: string;
  @AnyJson() by: unknown;
  @Nullable() @Text() state: string | null;
  @AnyJson() event: unknown;
  @AnyJson() clocks: unknown;
  @List({ max: 500 }) @AnyJson() applied: unknown[];
  @List({ max: 500 }) @AnyJson() papers: unknown[];
}
export class CaseEventsShape {
  @Parts(() => CaseEventShape) items: CaseEventShape[];
  @Whole() total: number;
  @Whole() page: number;
  @Whole() size: number;
}

export class CaseloadQuery extends PageQuery {
  /** Which service's list or which team's queue; by default the reader's own. */
  @Optional() @Text({ max: 60 }) area?: string;
  @Optional() @Text({ max: 100 }) team?: string;
  @Optional() @Text({ max: 60 }) state?: string;
}
export class CaseLineChildShape {
  @Nullable() @Text({ min: 0 }) givenName: string | null;
  @Nullable() @Text({ min: 0 }) familyName: string | null;
}
export class CaseLineShape {
  @Text() reference: string;
  @Text() state: string;
  @Nullable() @Day() nextDueOn: string | null;
  @Flag() isOverdue: boolean;
  @Nullable() @Part(() => CaseLineChildShape) child: CaseLineChildShape | null;
  @Nullable() @Text() practitioner: string | null;
  @Flag() hasPoliceFile: boolean;
}
export class CaseloadShape {
  @Parts(() => CaseLineShape) items: CaseLineShape[];
  @Whole() total: number;
  /** True where there are more than `total`, which were not all counted. */
  @Flag() isTotalCapped: boolean;
  @Whole() page: number;
  @Whole() size: number;
}

/** A document of the dossier: words or a file, a new one or the next version of one that is there. */
export class DocumentShape {
  @Code(documentKindNames) kind: string;
  @Optional() @AnyJson() body?: unknown;
  @Optional() @Base64({ max: 8_000_000 }) file?: string;
  @Optional() @Text({ max: 100 }) mediaType?: string;
  @Optional() @Uuid() document?: string;
}
export class DocumentAnswerShape {
  @Uuid() document: string;
  @Whole({ min: 1 }) version: number;
  @Text() hash: string;
}
export class PaperEntryShape {
  @Uuid() document: string;
  @Whole({ min: 1 }) version: number;
  @Text() kind: string;
  /** The kind in the reader's language. */
  @Text() title: string;
  @Code(['youthJustice', 'police', 'victim', 'everyone']) view: string;
  @Text() hash: string;
  @Nullable() @Text() mediaType: string | null;
  @Moment() at: string;
  @Text() by: string;
}
export class PapersShape {
  @Parts(() => PaperEntryShape, { max: 10_000 }) items: PaperEntryShape[];
  @Whole() total: number;
}
export class PaperShape extends PaperEntryShape {
  @AnyJson() body: unknown;
  @Nullable() @Text({ max: 10_000_000 }) file: string | null;
}
export class PaperQuery {
  @Optional() @Whole({ min: 1, max: 100_000 }) version?: number;
  @Optional() @Moment() 'as-at'?: string;
}
