import { Controller, Get, Query } from '@nestjs/common';
import { londonDay } from '#calendar';
import { Reader } from '#ledger';
import { DrawNotices, DrawOverview } from '#oversight';
import { type Answer, answer } from '../../shell/answer.js';
import { Endpoint } from '../../shell/endpoint.js';
import { refuse } from '../../shell/refused-request.js';
import { Caller, pageOf, Reference } from '../../shell/request-parts.js';
import { type Caller as CallerType } from '../../shell/seen-request.js';
import { drawShape, noticeShape } from './draw-bodies.js';
import { AttemptQuery, DrawNoticeShape, DrawShape, DrawsQuery, DrawsShape } from './draws.shape.js';

@Controller('api/draws')
export class DrawsEndpoint {
  constructor(
    private readonly reader: Reader,
    private readonly notices: DrawNotices,
    private readonly overview: DrawOverview,
  ) {}

  @Get()
  @Endpoint({
    does: 'seeDraws',
    says: 'All draws: those under way first, the oldest due before the others, then those that are over.',
    action: 'seeDraw',
    query: DrawsQuery,
    answers: { 200: DrawsShape },
  })
  async list(@Caller() caller: CallerType, @Query() query: DrawsQuery): Promise<DrawsShape> {
    const { page, size, offset } = pageOf(query);
    const found = await this.reader.ask(caller.id, { what: 'seeDraws' }, () => this.notices.page(size, offset));
    return { items: found.items.map(noticeShape), total: found.total, page, size };
  }

  @Get(':reference')
  @Endpoint({
    does: 'seeDraw',
    says: 'A draw: its plan and commitment, how far it has come, and for the body that draws what it may do next. Never the secret before the text.',
    action: 'seeDraw',
    answers: { 200: DrawShape },
    refuses: ['notFound'],
  })
  async see(@Caller() caller: CallerType, @Reference() reference: string): Promise<Answer<DrawShape>> {
    const notice = await this.notices.one(reference);
    if (notice === null) throw refuse('notFound');
    const { detail, at } = await this.reader.ask(caller.id, { what: 'seeDraw', of: reference }, async (query, now) => ({
      detail: await this.overview.of(query, reference, caller),
      at: now,
    }));
    return answer(drawShape(notice, detail, londonDay(at), caller.language), { version: detail?.version ?? notice.version });
  }

  @Get(':reference/commitment')
  @Endpoint({
    does: 'seeCommitment',
    says: 'The public notice of a draw, for anybody: plan and commitment before the frame is read, the hash of the frame before the text is given.',
    isPublic: true,
    answers: { 200: DrawNoticeShape },
    refuses: ['notFound'],
  })
  async commitment(@Reference() reference: string): Promise<DrawNoticeShape> {
    const notice = await this.notices.one(reference);
    if (notice?.commitment === undefined || notice.commitment === null) throw refuse('notFound');
    return noticeShape(notice);
  }

  @Get(':reference/file')
  @Endpoint({
    does: 'seeDrawFile',
    says: 'The published file of a draw, for anybody: the newest, or that of one attempt. docs/draw-format.md says how to check it.',
    isPublic: true,
    query: AttemptQuery,
    answers: { 200: 'application/json' },
    refuses: ['notFound'],
  })
  async file(@Reference() reference: string, @Query() { attempt }: AttemptQuery): Promise<Answer<string>> {
    const file = await this.notices.file(reference, attempt);
    if (file === null) throw refuse('notFound');
    // The exact bytes whose hash the record holds: not parsed and written again.
    return answer(file, {
      headers: {
        'Content-Type': 'application/json; charset=utf-8',
        'Content-Disposition': `attachment; filename="draw-${reference}.json"`,
      },
    });
  }
}
