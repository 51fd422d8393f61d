import { Body, Controller, Post } from '@nestjs/common';
import { FoundOrganisation } from '#people';
import { answer, type Answer } from '../../shell/answer.js';
import { Endpoint } from '../../shell/endpoint.js';
import { Caller, IdempotencyKey } from '../../shell/request-parts.js';
import { done } from '../../shell/refused-request.js';
import { type Caller as CallerType } from '../../shell/seen-request.js';
import { FoundedShape, OrganisationShape } from './people.shape.js';

@Controller('api/organisations')
export class OrganisationsEndpoint {
  constructor(private readonly foundOrganisation: FoundOrganisation) {}

  @Post()
  @Endpoint({
    does: 'foundOrganisation',
    says: 'Puts an organisation on record; its founder may admit its first administrator.',
    action: 'changePeople',
    body: OrganisationShape,
    answers: { 201: FoundedShape },
    refuses: ['duplicate', 'stale'],
    isCommand: true,
  })
  async found(
    @Caller() caller: CallerType,
    @IdempotencyKey() key: string | undefined,
    @Body() body: OrganisationShape,
  ): Promise<Answer<FoundedShape>> {
    const { value, isReplay } = done(await this.foundOrganisation.run(caller.id, body, { key, request: { ...body } }));
    return answer(value, { status: 201, isReplay });
  }
}
