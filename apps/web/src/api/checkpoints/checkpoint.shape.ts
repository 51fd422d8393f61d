import { Moment, Text, Whole } from '../../shell/shape-fields.js';

/** The newest signed checkpoint, as another body keeps it. */
export class CheckpointShape {
  @Moment() at: string;
  @Whole() events: number;
  @Whole() streams: number;
  /** The signed note (C2SP). */
  @Text({ max: 4000 }) note: string;
  /** The heads whose root the note signs, a line each. */
  @Text({ min: 0, max: 1_000_000_000 }) heads: string;
}
