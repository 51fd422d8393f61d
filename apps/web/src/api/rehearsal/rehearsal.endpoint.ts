import { Controller, Get, Param, Query } from '@nestjs/common';
import { PathwayRehearsal, type RehearsedCase } from '#casework';
import { Reader } from '#ledger';
import { Endpoint } from '../../shell/endpoint.js';
import { found } from '../../shell/refused-request.js';
import { Caller, PageQuery, pageOf } from '../../shell/request-parts.js';
import { type Caller as CallerType } from '../../shell/seen-request.js';
import { type RehearsedCaseShape, RehearsalShape } from './rehearsal.shape.js';

/** A version of a pathway before it is used: what it would change for every open case of one's own service. */
@Controller('api/rehearsals')
export class RehearsalEndpoint {
  constructor(
    private readonly reader: Reader,
    private readonly rehearsal: PathwayRehearsal,
  ) {}

  @Get(':pathway/:version')
  @Endpoint({
    does: 'rehearsePathway',
    says: 'What a version of a pathway would change for every open case of the service, and which it would strand. Moves nothing.',
    action: 'rehearsePathway',
    query: PageQuery,
    answers: { 200: RehearsalShape },
    refuses: ['invalid', 'notFound'],
  })
  async see(
    @Caller() { id }: CallerType,
    @Param('pathway') name: string,
    @Param('version') version: string,
    @Query() query: PageQuery,
  ): Promise<RehearsalShape> {
    const { page, size, offset } = pageOf(query);
    const pathway = { name, version: /^[1-9]\d{0,5}$/.test(version) ? Number(version) : 0 };
    const { on, ok, stranded, changed, cases } = await this.reader.ask(id, { what: 'rehearsePathway' }, async (ask, at) =>
      found(await this.rehearsal.of(ask, pathway, at)),
    );
    const items = cases.slice(offset, offset + size).map(plain);
    return { pathway, on, ok, stranded: [...stranded], changed, items, total: cases.length, page, size };
  }
}

const plain = ({ opens, closes, leadsElsewhere, startsClocks, stopsClocks, ...one }: RehearsedCase): RehearsedCaseShape => ({
  ...one,
  opens: [...opens],
  closes: [...closes],
  leadsElsewhere: leadsElsewhere.map(({ event, was, is }) => ({ event, was: [...was], is: [...is] })),
  startsClocks: [...startsClocks],
  stopsClocks: [...stopsClocks],
});
