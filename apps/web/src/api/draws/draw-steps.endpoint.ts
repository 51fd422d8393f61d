import { Body, Controller, Post } from '@nestjs/common';
import { type Json } from '#ledger';
import { DeliverList, FreezeFrame } from '#oversight';
import { type Answer, answer } from '../../shell/answer.js';
import { Endpoint } from '../../shell/endpoint.js';
import { done } from '../../shell/refused-request.js';
import { Caller, IdempotencyKey, IfMatch, Reference } from '../../shell/request-parts.js';
import { type Caller as CallerType } from '../../shell/seen-request.js';
import { listOf } from './draw-bodies.js';
import { DeliveredShape, FrozenShape, ListShape } from './draws.shape.js';

@Controller('api/draws')
export class DrawStepsEndpoint {
  constructor(
    private readonly deliverList: DeliverList,
    private readonly freezeFrame: FreezeFrame,
  ) {}

  @Post(':reference/lists')
  @Endpoint({
    does: 'deliverList',
    says: 'Takes in the list of a service that does not run Teg, until the frame is frozen.',
    action: 'drawSample',
    body: ListShape,
    answers: { 200: DeliveredShape },
    refuses: ['notNow'],
    isCommand: true,
    readsMatch: true,
  })
  async deliver(
    @Caller() caller: CallerType,
    @Reference() reference: string,
    @Body() body: ListShape,
    @IdempotencyKey() key: string | undefined,
    @IfMatch() expect: number | undefined,
  ): Promise<Answer<DeliveredShape>> {
    const given = { key, request: body as unknown as Json, expect };
    const { value, events, isReplay } = done(await this.deliverList.run(caller.id, reference, listOf(body, ''), given));
    return answer(value, { version: events.at(-1)?.seq ?? 0, isReplay });
  }

  @Post(':reference/freeze')
  @Endpoint({
    does: 'freezeFrame',
    says: 'Freezes the list of cases: all of the window by the day of the police decision, those that do not qualify with the code of the reason. Its hash is public from now on.',
    action: 'drawSample',
    answers: { 200: FrozenShape },
    refuses: ['notNow'],
    isCommand: true,
    readsMatch: true,
  })
  async freeze(
    @Caller() caller: CallerType,
    @Reference() reference: string,
    @IdempotencyKey() key: string | undefined,
    @IfMatch() expect: number | undefined,
  ): Promise<Answer<FrozenShape>> {
    const { value, events, isReplay } = done(
      await this.freezeFrame.run(caller.id, reference, { key, request: { freeze: reference }, expect }),
    );
    return answer({ ...value, services: [...value.services] }, { version: events.at(-1)?.seq ?? 0, isReplay });
  }
}
