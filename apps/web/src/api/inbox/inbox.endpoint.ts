import { Controller, Get, Post, Query } from '@nestjs/common';
import { Inbox } from '#casework';
import { Reader } from '#ledger';
import { noticeInWords } from '#wording';
import { Endpoint } from '../../shell/endpoint.js';
import { refuse } from '../../shell/refused-request.js';
import { Caller, Identifier, pageOf } from '../../shell/request-parts.js';
import { type Caller as CallerType } from '../../shell/seen-request.js';
import { InboxQuery, InboxShape, NoticeReadShape } from './inbox.shape.js';

@Controller('api/inbox')
export class InboxEndpoint {
  constructor(
    private readonly reader: Reader,
    private readonly inbox: Inbox,
  ) {}

  @Get()
  @Endpoint({
    does: 'seeInbox',
    says: 'Notices to the roles and rooms of whoever asks, newest first.',
    action: 'seeInbox',
    query: InboxQuery,
    answers: { 200: InboxShape },
  })
  async list(@Caller() caller: CallerType, @Query() query: InboxQuery): Promise<InboxShape> {
    const { page, size, offset } = pageOf(query);
    const onlyUnread = query.show !== 'all';
    const { items, total } = await this.reader.ask(caller.id, { what: 'seeInbox' }, (ask) =>
      this.inbox.of(ask, { onlyUnread, size, offset }),
    );
    return {
      items: items.map((notice) => ({ ...notice, says: noticeInWords(notice, caller.language) })),
      total,
      page,
      size,
    };
  }

  @Post(':notice/read')
  @Endpoint({
    does: 'readNotice',
    says: 'Takes a notice off the queue, for everybody who covers it. Asked again it stays as it was.',
    action: 'seeInbox',
    answers: { 200: NoticeReadShape },
    refuses: ['notFound'],
  })
  async read(@Caller() caller: CallerType, @Identifier('notice') notice: string): Promise<NoticeReadShape> {
    const isTheirs = await this.reader.aside(caller.id, (query, at) => this.inbox.read(query, notice, at));
    if (!isTheirs) throw refuse('notFound');
    return { id: notice };
  }
}
