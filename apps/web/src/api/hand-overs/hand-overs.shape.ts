import { handOverShape } from '#casework';
import { Parts, Text, Whole } from '../../shell/shape-fields.js';
import { shapeClass } from '../../shell/shape-class.js';

/** From whom, and to whom. */
export const HandOverShape = shapeClass('HandOverShape', handOverShape);

export class HandedOverCaseShape {
  @Text() reference: string;
  @Whole() version: number;
}

export class HandedOverShape {
  @Parts(() => HandedOverCaseShape, { max: 10_000 }) cases: HandedOverCaseShape[];
}
