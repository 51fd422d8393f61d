import { Controller, Get, Query } from '@nestjs/common';
import { PersonDirectory } from '#people';
import { Endpoint } from '../../shell/endpoint.js';
import { pageOf } from '../../shell/request-parts.js';
import { PeopleQuery, PeopleShape } from './people.shape.js';

@Controller('api/people')
export class PeopleEndpoint {
  constructor(private readonly directory: PersonDirectory) {}

  @Get()
  @Endpoint({
    does: 'seePeople',
    says: 'The directory of staff by address, of all roles or one.',
    action: 'seePeople',
    query: PeopleQuery,
    answers: { 200: PeopleShape },
  })
  async list(@Query() query: PeopleQuery): Promise<PeopleShape> {
    const { page, size } = pageOf(query);
    const { items, total } = await this.directory.list({ ...query, page, size });
    return { items: items.map((person) => ({ ...person, roles: [...person.roles] })), total, page, size };
  }
}
