import { Body, Controller, Get, Put } from '@nestjs/common';
import { type Json } from '#ledger';
import { DrawCadences, SetCadence } from '#oversight';
import { type Answer, answer } from '../../shell/answer.js';
import { Endpoint } from '../../shell/endpoint.js';
import { done, refuse } from '../../shell/refused-request.js';
import { Caller, IdempotencyKey } from '../../shell/request-parts.js';
import { type Caller as CallerType } from '../../shell/seen-request.js';
import { CadenceShape } from './draws.shape.js';

@Controller('api/draws/cadence')
export class CadenceEndpoint {
  constructor(
    private readonly setCadence: SetCadence,
    private readonly cadences: DrawCadences,
  ) {}

  @Get()
  @Endpoint({
    does: 'seeCadence',
    says: 'How often the caller’s oversight body draws, and of which services how many.',
    action: 'seeDraw',
    answers: { 200: CadenceShape },
    refuses: ['notFound'],
  })
  async see(@Caller() caller: CallerType): Promise<CadenceShape> {
    const cadence = (await this.cadences.all()).get(caller.organisation);
    if (!cadence) throw refuse('notFound');
    return { months: cadence.months, services: [...cadence.services], days_before: cadence.daysBefore };
  }

  @Put()
  @Endpoint({
    does: 'setCadence',
    says: 'Says how often the body draws from now on. It changes what is prepared next, never a draw that is planned.',
    action: 'drawSample',
    body: CadenceShape,
    answers: { 200: CadenceShape },
    isCommand: true,
  })
  async set(
    @Caller() caller: CallerType,
    @Body() body: CadenceShape,
    @IdempotencyKey() key: string | undefined,
  ): Promise<Answer<CadenceShape>> {
    const cadence = { months: body.months, services: body.services, daysBefore: body.days_before };
    const { isReplay } = done(
      await this.setCadence.run(caller.id, caller.organisation, cadence, { key, request: body as unknown as Json }),
    );
    return answer(body, { isReplay });
  }
}
