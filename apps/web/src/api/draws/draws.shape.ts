import { drawStates, drawThemes } from '#oversight';
import { PageQuery } from '../../shell/request-parts.js';
import { Base64, Code, Day, Flag, Moment, Nullable, Optional, Part, Parts, Text, Whole } from '../../shell/shape-fields.js';

const code = /^[!-~]{1,64}$/;
const hash = { min: 64, max: 64, pattern: /^[0-9a-f]{64}$/ };

/** First and last day, both included; `from` and `to` say the same. */
export class WindowShape {
  @Optional() @Day() first?: string;
  @Optional() @Day() last?: string;
  @Optional() @Day() from?: string;
  @Optional() @Day() to?: string;
}
export class SizeShape {
  @Text({ max: 64, pattern: code }) service: string;
  @Whole({ min: 1, max: 100_000 }) n: number;
}
/** The list of a service that does not run Teg: the file's bytes, or its text. */
export class ListShape {
  @Text({ max: 64, pattern: code }) service: string;
  @Optional() @Base64({ max: 1_000_000 }) file?: string;
  @Optional() @Text({ min: 0, max: 1_000_000 }) text?: string;
}
const themes = [...drawThemes, 'none'];
export class PlanShape {
  @Part(() => WindowShape) window: WindowShape;
  @Parts(() => SizeShape, { min: 1, max: 50 }) services: SizeShape[];
  @Optional() @Nullable() @Code(themes) theme?: string | null;
  @Optional() @Parts(() => ListShape, { max: 50 }) lists?: ListShape[];
}
export class RedrawShape {
  /** Published with the new plan. */
  @Text({ max: 300 }) reason: string;
  @Optional() @Part(() => WindowShape) window?: WindowShape;
  @Optional() @Parts(() => SizeShape, { min: 1, max: 50 }) services?: SizeShape[];
  @Optional() @Nullable() @Code(themes) theme?: string | null;
  @Optional() @Parts(() => ListShape, { max: 50 }) lists?: ListShape[];
}
export class LeadTextShape {
  @Text({ max: 4000 }) text: string;
}
export class TakeReserveShape {
  @Text({ max: 64, pattern: code }) service: string;
  @Text({ max: 64, pattern: code }) out: string;
  /** A code, published. */
  @Text({ max: 64, pattern: code }) reason: string;
}
export class CadenceShape {
  /** Length of a window; it divides twelve. */
  @Code([1, 2, 3, 4, 6, 12]) months: number;
  @Parts(() => SizeShape, { max: 50 }) services: SizeShape[];
  /** How many days before its end a window is prepared. */
  @Whole({ min: 0, max: 28 }) days_before: number;
}

export class PlannedShape {
  @Text() reference: string;
  @Code(['planned']) state: string;
  @Text(hash) plan_hash: string;
  @Text(hash) commitment: string;
}
export class RedrawnShape extends PlannedShape {
  @Whole({ min: 2 }) attempt: number;
}
export class DeliveredShape {
  @Text() reference: string;
  @Text() service: string;
  @Text(hash) list_hash: string;
}
export class FrozenServiceShape extends SizeShape {
  @Whole() cases: number;
  @Whole() excluded: number;
  /** There are no more cases than are to be drawn, so all are taken. */
  @Flag() takes_all: boolean;
}
export class FrozenShape {
  @Text() reference: string;
  @Code(['frozen']) state: string;
  @Text(hash) frame_hash: string;
  @Parts(() => FrozenServiceShape) services: FrozenServiceShape[];
}
export class DrawnShape {
  @Text() reference: string;
  @Code(drawStates) state: string;
  /** Where the published file is, for anybody. */
  @Text() file: string;
}
export class ReplacedShape {
  @Text() reference: string;
  @Text() service: string;
  @Text() out: string;
  @Text() in: string;
  @Text() reason: string;
}

export class DrawServiceShape extends SizeShape {
  @Nullable() @Whole() cases: number | null;
  @Nullable() @Whole() excluded: number | null;
}
export class RedrawNoteShape {
  @Whole({ min: 1 }) attempt: number;
  @Text() reason: string;
  @Text() replaced: string;
  @Moment() at: string;
}
export class StepShape {
  @Code(['plan', 'commitment', 'frame', 'seed', 'rank']) step: string;
  @Moment() at: string;
}
export class PlainWindowShape {
  @Day() first: string;
  @Day() last: string;
}
/** The public side of a draw. */
export class DrawNoticeShape {
  @Text() reference: string;
  @Text() oversight: string;
  @Code(drawStates) state: string;
  @Whole({ min: 1 }) attempt: number;
  @Part(() => PlainWindowShape) window: PlainWindowShape;
  @Nullable() @Code(drawThemes) theme: string | null;
  @Parts(() => DrawServiceShape) services: DrawServiceShape[];
  /** The plan as the exact document. */
  @Nullable() @Text({ max: 100_000 }) plan: string | null;
  @Nullable() @Text(hash) plan_hash: string | null;
  @Nullable() @Text(hash) commitment: string | null;
  @Nullable() @Text(hash) frame_hash: string | null;
  @Parts(() => StepShape) steps: StepShape[];
  @Parts(() => RedrawNoteShape) redraws: RedrawNoteShape[];
  @Nullable() @Day() due_on: string | null;
  @Nullable() @Text() file: string | null;
}
export class DrawsShape {
  @Parts(() => DrawNoticeShape) items: DrawNoticeShape[];
  @Whole() total: number;
  @Whole({ min: 1 }) page: number;
  @Whole({ min: 1, max: 100 }) size: number;
}
export class DrawListRefShape {
  @Text() service: string;
  @Text(hash) hash: string;
}
export class DrawClockShape {
  @Text() kind: string;
  @Day() day_zero: string;
  @Day() due_on: string;
  @Flag() is_overdue: boolean;
}
export class DrawNextShape {
  @Text() event: string;
  /** In the language of whoever asks. */
  @Text() says: string;
  @Text() href: string;
}
/** A draw as its own body sees it; for others what is not public is empty. */
export class DrawShape extends DrawNoticeShape {
  /** What the draw waits for, in the language of whoever asks. */
  @Text() says: string;
  @Parts(() => DrawListRefShape) lists: DrawListRefShape[];
  @Parts(() => ReplacedShape) taken: ReplacedShape[];
  @Parts(() => DrawClockShape) clocks: DrawClockShape[];
  @Parts(() => DrawNextShape) next: DrawNextShape[];
}
export class DrawsQuery extends PageQuery {}
export class AttemptQuery {
  @Optional() @Whole({ min: 1, max: 1000 }) attempt?: number;
}
