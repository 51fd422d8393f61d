import { Controller, Get } from '@nestjs/common';
import { Reader } from '#ledger';
import { Endpoint } from '../../shell/endpoint.js';
import { Caller } from '../../shell/request-parts.js';
import { refuse } from '../../shell/refused-request.js';
import { type Caller as CallerType } from '../../shell/seen-request.js';
import { WebSettings } from '../../shell/web-settings.js';
import { CheckpointShape } from './checkpoint.shape.js';

type Row = { at: Date; events: string; streams: string; note: string; heads: string };

@Controller('api/checkpoints')
export class CheckpointsEndpoint {
  constructor(
    private readonly reader: Reader,
    private readonly settings: WebSettings,
  ) {}

  @Get('latest')
  @Endpoint({
    does: 'seeCheckpoint',
    says: 'The newest signed checkpoint over the heads of all files, for another body to keep.',
    action: 'seeCheckpoint',
    answers: { 200: CheckpointShape },
    refuses: ['notFound'],
  })
  async latest(@Caller() caller: CallerType): Promise<CheckpointShape> {
    await this.settings.freshCheckpoint();
    const [row] = await this.reader.ask(caller.id, { what: 'seeCheckpoint' }, (query) =>
      query<Row>('select at, events, streams, note, heads from teg.checkpoint order by id desc limit 1'),
    );
    if (!row) throw refuse('notFound', { code: 'noCheckpoint' });
    return {
      at: row.at.toISOString(),
      events: Number(row.events),
      streams: Number(row.streams),
      note: row.note,
      heads: row.heads,
    };
  }
}
