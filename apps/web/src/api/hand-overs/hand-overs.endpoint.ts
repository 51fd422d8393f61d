import { Body, Controller, Post } from '@nestjs/common';
import { HandOverCases } from '#casework';
import { type Json } from '#ledger';
import { answer, type Answer } from '../../shell/answer.js';
import { Endpoint } from '../../shell/endpoint.js';
import { done } from '../../shell/refused-request.js';
import { Caller, IdempotencyKey } from '../../shell/request-parts.js';
import { type Caller as CallerType } from '../../shell/seen-request.js';
import { HandedOverShape, HandOverShape } from './hand-overs.shape.js';

@Controller('api/hand-overs')
export class HandOversEndpoint {
  constructor(private readonly command: HandOverCases) {}

  @Post()
  @Endpoint({
    does: 'handOverCases',
    says: 'Hands every open case of a practitioner to another of the same service.',
    action: 'handOverCases',
    body: HandOverShape,
    answers: { 200: HandedOverShape },
    isCommand: true,
  })
  async handOver(
    @Caller() caller: CallerType,
    @Body() body: Json,
    @IdempotencyKey() key: string | undefined,
  ): Promise<Answer<HandedOverShape>> {
    const { value, isReplay } = done(await this.command.run(caller.id, body, { key }));
    return answer({ cases: [...value.cases] }, { isReplay });
  }
}
