import { PageQuery } from '../../shell/request-parts.js';
import { AnyJson, Code, Email, Moment, Parts, Text, Uuid, Whole } from '../../shell/shape-fields.js';

/** A referral, or a move of a case: `{reference, event, body}`, the body as far as it was filled in. */
export const draftKinds = ['referral', 'move'] as const;

/** Answers so far, whatever they are: a half-filled form is looked at when it is sent. */
export class DraftBodyShape {
  @AnyJson() body: unknown;
}
export class NewDraftShape extends DraftBodyShape {
  @Code(draftKinds) kind: string;
}
export class SavedDraftShape {
  @Uuid() draft: string;
  @Whole({ min: 1 }) version: number;
  @Moment() savedAt: string;
  @Moment() expiresAt: string;
}
export class DraftEntryShape extends SavedDraftShape {
  @Text() kind: string;
  @Email() owner: string;
}
export class DraftShape extends DraftEntryShape {
  @AnyJson() body: unknown;
}
export class DraftsShape {
  @Parts(() => DraftEntryShape) items: DraftEntryShape[];
  @Whole() total: number;
  @Whole() page: number;
  @Whole() size: number;
}
export class DraftsQuery extends PageQuery {}

/** The referral that a draft has become; its case is read under its own address. */
export class SentDraftShape {
  @Text() reference: string;
}
