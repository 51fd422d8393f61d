import { Controller, Get, Query } from '@nestjs/common';
import { Reader } from '#ledger';
import { Endpoint } from '../../shell/endpoint.js';
import { Caller, pageOf, Reference } from '../../shell/request-parts.js';
import { type Caller as CallerType } from '../../shell/seen-request.js';
import { AccessLogQuery, AccessLogShape } from './access-log.shape.js';

type Row = { at: Date; person: string; organisation: string; what: string; refused: string | null };

@Controller('api')
export class AccessLogEndpoint {
  constructor(private readonly reader: Reader) {}

  /** The auditor is in no room of a case, so that a reference is not on record and that nobody looked at it are the same answer. */
  @Get(['cases/:reference/access-log', 'referrals/:reference/access-log'])
  @Endpoint({
    does: 'seeAccessLog',
    says: 'Who looked at this case, and who was refused what, newest first. For auditors, whose own look is noted too.',
    action: 'seeAccessLog',
    query: AccessLogQuery,
    answers: { 200: AccessLogShape },
  })
  async list(
    @Caller() caller: CallerType,
    @Reference() reference: string,
    @Query() query: AccessLogQuery,
  ): Promise<AccessLogShape> {
    const { page, size, offset } = pageOf(query);
    return this.reader.ask(caller.id, { what: 'seeAccessLog', of: reference }, async (ask) => {
      const items = await ask<Row>(
        `select l.at, p.email as person, p.organisation, l.what, l.refused from teg.access_log l join teg.person p on p.id = l.person
         where l.reference = $1 order by l.id desc limit $2 offset $3`,
        [reference, size, offset],
      );
      const [counted] = await ask<{ total: number }>('select count(*)::int as total from teg.access_log where reference = $1', [
        reference,
      ]);
      return { items: items.map((row) => ({ ...row, at: row.at.toISOString() })), total: counted?.total ?? 0, page, size };
    });
  }
}
