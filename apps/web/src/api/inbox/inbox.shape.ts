import { Code, Moment, Nullable, Optional, Parts, Text, Uuid, Whole } from '../../shell/shape-fields.js';
import { PageQuery } from '../../shell/request-parts.js';

export class InboxQuery extends PageQuery {
  /** `unread` (the default) or `all`. */
  @Optional() @Code(['unread', 'all']) show?: 'unread' | 'all';
}

/** A notice to a role in a room. The code says what; `says` says it in words. */
export class NoticeShape {
  @Uuid() id: string;
  @Nullable() @Text() reference: string | null;
  @Text() kind: string;
  @Text() code: string;
  @Text() says: string;
  @Text() room: string;
  @Text() role: string;
  @Moment() at: string;
  @Nullable() @Text() clock: string | null;
  @Nullable() @Whole() run: number | null;
  @Nullable() @Whole() step: number | null;
  @Nullable() @Moment() readAt: string | null;
  @Nullable() @Text() readBy: string | null;
}

export class InboxShape {
  @Parts(() => NoticeShape) items: NoticeShape[];
  @Whole() total: number;
  @Whole() page: number;
  @Whole() size: number;
}

export class NoticeReadShape {
  @Uuid() id: string;
}
