import { Controller, Get, Query } from '@nestjs/common';
import { Reader } from '#ledger';
import { VictimOverview } from '#victims';
import { type Answer, answer } from '../../shell/answer.js';
import { Endpoint } from '../../shell/endpoint.js';
import { found, refuse } from '../../shell/refused-request.js';
import { Caller, pageOf, Reference } from '../../shell/request-parts.js';
import { type Caller as CallerType } from '../../shell/seen-request.js';
import { VictimShape, VictimsQuery, VictimsShape } from './victim.shape.js';

const room = /^victims:(.+)$/;

/** Victims, as the victim service of an area sees them. Nothing of a child is here. */
@Controller('api/victims')
export class VictimsEndpoint {
  constructor(
    private readonly overview: VictimOverview,
    private readonly reader: Reader,
  ) {}

  @Get()
  @Endpoint({
    does: 'seeVictims',
    says: 'The victims of an area.',
    action: 'seeVictims',
    query: VictimsQuery,
    answers: { 200: VictimsShape },
  })
  async list(@Caller() caller: CallerType, @Query() query: VictimsQuery): Promise<VictimsShape> {
    const areas = caller.rooms.flatMap((one) => room.exec(one)?.[1] ?? []);
    const area = query.area ?? areas[0];
    if (area === undefined || !areas.includes(area)) throw refuse('notFound');
    const { page, size, offset } = pageOf(query);
    const { items, total } = await this.reader.ask(caller.id, { what: 'seeVictims' }, (ask) =>
      this.overview.list(ask, { area, size, offset }),
    );
    return { items: [...items], total, page, size };
  }

  @Get(':reference')
  @Endpoint({
    does: 'seeVictim',
    says: 'One victim: contact, wishes, rights, and what they were told.',
    action: 'seeVictims',
    answers: { 200: VictimShape },
  })
  async see(@Caller() caller: CallerType, @Reference() reference: string): Promise<Answer<VictimShape>> {
    const victim = await this.reader.ask(caller.id, { what: 'seeVictim', of: reference }, async (query) =>
      found(await this.overview.of(query, reference)),
    );
    return answer(victim, { version: victim.version });
  }
}
