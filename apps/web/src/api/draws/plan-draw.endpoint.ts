import { Body, Controller, Post } from '@nestjs/common';
import { type Json } from '#ledger';
import { CarryOnDraw, DrawNotices, OrderRedraw, PlanDraw } from '#oversight';
import { type Answer, answer } from '../../shell/answer.js';
import { Endpoint } from '../../shell/endpoint.js';
import { done } from '../../shell/refused-request.js';
import { Caller, IdempotencyKey, IfMatch, Reference } from '../../shell/request-parts.js';
import { type Caller as CallerType } from '../../shell/seen-request.js';
import { orderOf, redrawOf } from './draw-bodies.js';
import { PlannedShape, PlanShape, RedrawnShape, RedrawShape } from './draws.shape.js';

@Controller('api/draws')
export class PlanDrawEndpoint {
  constructor(
    private readonly planDraw: PlanDraw,
    private readonly redraw: OrderRedraw,
    private readonly carryOn: CarryOnDraw,
    private readonly notices: DrawNotices,
  ) {}

  @Post()
  @Endpoint({
    does: 'planDraw',
    says: 'Fixes the plan of a draw and commits to a fresh secret; Teg publishes the commitment at once. Days of a service that another draw of the theme has are a duplicate.',
    action: 'drawSample',
    body: PlanShape,
    answers: { 201: PlannedShape },
    refuses: ['duplicate'],
    isCommand: true,
  })
  async plan(
    @Caller() caller: CallerType,
    @Body() body: PlanShape,
    @IdempotencyKey() key: string | undefined,
  ): Promise<Answer<PlannedShape>> {
    const { value, isReplay } = done(
      await this.planDraw.run(caller.id, caller.organisation, orderOf(body), { key, request: body as unknown as Json }),
    );
    return answer(value, {
      status: 201,
      location: `/api/draws/${value.reference}`,
      isReplay,
      ...(await this.committed(value.reference)),
    });
  }

  @Post(':reference/redraw')
  @Endpoint({
    does: 'orderRedraw',
    says: 'Orders the draw to be made again, or its plan to be changed late: a next attempt with a fresh secret. The reason is published with it.',
    action: 'drawSample',
    body: RedrawShape,
    answers: { 200: RedrawnShape },
    refuses: ['notNow', 'duplicate'],
    isCommand: true,
    readsMatch: true,
  })
  async again(
    @Caller() caller: CallerType,
    @Reference() reference: string,
    @Body() body: RedrawShape,
    @IdempotencyKey() key: string | undefined,
    @IfMatch() expect: number | undefined,
  ): Promise<Answer<RedrawnShape>> {
    const given = { key, request: body as unknown as Json, expect };
    const { value, isReplay } = done(await this.redraw.run(caller.id, reference, redrawOf(body), given));
    return answer(value, { isReplay, ...(await this.committed(reference)) });
  }

  /** Lets Teg publish the commitment; what it cannot do just now, a job does. */
  private async committed(reference: string): Promise<{ version?: number }> {
    await this.carryOn.run(reference);
    const notice = await this.notices.one(reference);
    return notice ? { version: notice.version } : {};
  }
}
