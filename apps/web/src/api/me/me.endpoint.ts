import { Controller, Get } from '@nestjs/common';
import { actions, may } from '#people';
import { Endpoint } from '../../shell/endpoint.js';
import { Caller } from '../../shell/request-parts.js';
import { type Caller as CallerType } from '../../shell/seen-request.js';
import { MeShape } from './me.shape.js';

@Controller('api/me')
export class MeEndpoint {
  @Get()
  @Endpoint({ does: 'seeMe', says: 'Who is signed in, in which rooms, and what their roles include.', answers: { 200: MeShape } })
  see(@Caller() { id, email, organisation, roles, rooms, views }: CallerType): MeShape {
    return {
      id,
      email,
      organisation,
      roles: [...roles],
      rooms: [...rooms],
      views: [...views],
      actions: actions.filter((action) => may({ roles }, action)),
    };
  }
}
