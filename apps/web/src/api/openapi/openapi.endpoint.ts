import { Controller, Get } from '@nestjs/common';
import { type JsonObject } from '#ledger';
import { Endpoint } from '../../shell/endpoint.js';
import { ApiControllers } from './api-routes.js';
import { describeApi } from './describe-api.js';

@Controller('openapi.json')
export class OpenapiEndpoint {
  private description: JsonObject | undefined;

  constructor(private readonly controllers: ApiControllers) {}

  @Get()
  @Endpoint({ does: 'seeApiDescription', says: 'This description.', isPublic: true, answers: { 200: 'application/json' } })
  see(): JsonObject {
    this.description ??= describeApi(this.controllers.all);
    return this.description;
  }
}
