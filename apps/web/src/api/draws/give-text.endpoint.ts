import { Body, Controller, Post } from '@nestjs/common';
import { type Json } from '#ledger';
import { CarryOnDraw, DrawNotices, GiveText, TakeReserve } from '#oversight';
import { type Answer, answer } from '../../shell/answer.js';
import { Endpoint } from '../../shell/endpoint.js';
import { done, refuse } from '../../shell/refused-request.js';
import { Caller, IdempotencyKey, IfMatch, Reference } from '../../shell/request-parts.js';
import { type Caller as CallerType } from '../../shell/seen-request.js';
import { fileOf } from './draw-bodies.js';
import { DrawnShape, LeadTextShape, ReplacedShape, TakeReserveShape } from './draws.shape.js';

@Controller('api/draws')
export class GiveTextEndpoint {
  constructor(
    private readonly giveText: GiveText,
    private readonly carryOn: CarryOnDraw,
    private readonly takeReserve: TakeReserve,
    private readonly notices: DrawNotices,
  ) {}

  @Post(':reference/text')
  @Endpoint({
    does: 'giveText',
    says: 'The lead’s own text. With it on record Teg reveals the secret, draws and publishes. Sent again with its key it finishes what was interrupted.',
    action: 'drawSample',
    body: LeadTextShape,
    answers: { 200: DrawnShape },
    refuses: ['notNow'],
    isCommand: true,
    readsMatch: true,
  })
  async text(
    @Caller() caller: CallerType,
    @Reference() reference: string,
    @Body() body: LeadTextShape,
    @IdempotencyKey() key: string | undefined,
    @IfMatch() expect: number | undefined,
  ): Promise<Answer<DrawnShape>> {
    const { isReplay } = done(
      await this.giveText.run(caller.id, reference, body.text, { key, request: body as unknown as Json, expect }),
    );
    await this.carryOn.run(reference);
    const notice = await this.notices.one(reference);
    if (notice === null) throw refuse('notFound');
    return answer({ reference, state: notice.state, file: fileOf(reference) }, { version: notice.version, isReplay });
  }

  @Post(':reference/take-reserve')
  @Endpoint({
    does: 'takeReserve',
    says: 'Puts the next reserve, and no other, in the place of a pick that fell out. The code of the reason is published.',
    action: 'drawSample',
    body: TakeReserveShape,
    answers: { 200: ReplacedShape },
    refuses: ['notNow'],
    isCommand: true,
    readsMatch: true,
  })
  async take(
    @Caller() caller: CallerType,
    @Reference() reference: string,
    @Body() body: TakeReserveShape,
    @IdempotencyKey() key: string | undefined,
    @IfMatch() expect: number | undefined,
  ): Promise<Answer<ReplacedShape>> {
    const { value, events, isReplay } = done(
      await this.takeReserve.run(caller.id, reference, body, { key, request: body as unknown as Json, expect }),
    );
    return answer(value, { version: events.at(-1)?.seq ?? 0, isReplay });
  }
}
