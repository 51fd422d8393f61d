import { likenesses } from '#casework';
import { Code, Day, Flag, List, Nullable, Optional, Part, Parts, Text, Whole } from '../../shell/shape-fields.js';

export class IdentityShape {
  @Flag() isConfirmed: boolean;
  @Nullable() @Text() by: string | null;
  @Nullable() @Day() on: string | null;
}
export class ChildCaseShape {
  @Text() reference: string;
  @Text() state: string;
  @Flag() isStreetNotice: boolean;
}
/** Another file that may be about the same child, and what is alike: a question to a person. */
export class PossibleMatchShape {
  @Text() reference: string;
  @Nullable() @Text({ min: 0 }) givenName: string | null;
  @Nullable() @Text({ min: 0 }) familyName: string | null;
  @Nullable() @Day() bornOn: string | null;
  @List() @Code(likenesses, { each: true }) alike: string[];
}
/** A child: who it is and how that is known, its cases, and which other files are about the same child. */
export class ChildShape {
  @Text() reference: string;
  @Whole({ min: 1 }) version: number;
  @Nullable() @Text({ min: 0 }) givenName: string | null;
  @Nullable() @Text({ min: 0 }) familyName: string | null;
  @Nullable() @Day() bornOn: string | null;
  @Part(() => IdentityShape) identity: IdentityShape;
  @Parts(() => ChildCaseShape) cases: ChildCaseShape[];
  @List() @Text({ each: true }) sameAs: string[];
  @Parts(() => PossibleMatchShape) possibleMatches: PossibleMatchShape[];
}

export class IdentityConfirmedShape {
  /** By what: a document shown, a record seen. */
  @Text({ max: 500 }) by: string;
  @Optional() @Day() on?: string;
}
export class ChildVersionShape {
  @Text() reference: string;
  @Whole({ min: 1 }) version: number;
}
export class ChildrenShape {
  /** Reference of the other child's file. */
  @Text({ max: 32, pattern: /^[A-Z0-9-]{1,32}$/ }) other: string;
}
export class ChildrenJoinedShape {
  @Text() reference: string;
  @Text() other: string;
  @Flag() isOne: boolean;
}
