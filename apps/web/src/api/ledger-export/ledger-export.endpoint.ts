import { Controller, Get, Res } from '@nestjs/common';
import { Ledger, Reader } from '#ledger';
import { type Response } from 'express';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Endpoint } from '../../shell/endpoint.js';
import { RecordPool } from '../../shell/record-pool.js';
import { Caller } from '../../shell/request-parts.js';
import { type Caller as CallerType } from '../../shell/seen-request.js';
import { WebSettings } from '../../shell/web-settings.js';
import { ledgerLines } from './ledger-lines.js';

@Controller('api/ledger')
export class LedgerExportEndpoint {
  constructor(
    private readonly ledger: Ledger,
    private readonly reader: Reader,
    private readonly pool: RecordPool,
    private readonly settings: WebSettings,
  ) {}

  @Get('export')
  @Endpoint({
    does: 'exportLedger',
    says: 'The whole ledger without payloads: a checkpoint signed over just these events, then the events by stream and number.',
    action: 'exportLedger',
    answers: { 200: 'application/x-ndjson' },
  })
  async export(@Caller() caller: CallerType, @Res() response: Response): Promise<void> {
    // Noted before the first line is out: what cannot be noted is not shown.
    await this.reader.ask(caller.id, { what: 'exportLedger' }, () => Promise.resolve(null));
    const { at } = await this.ledger.now();
    const lines = ledgerLines(this.pool.pool, this.settings.signer, caller.id, at);
    // The first line is made before anything is sent, so that a database that is away is still told as a problem.
    const first = await lines.next();
    response.status(200).type('application/x-ndjson').set('Content-Disposition', 'attachment; filename="teg-ledger.ndjson"');
    try {
      await pipeline(Readable.from(following(first, lines)), response);
    } catch (error) {
      // A client that went away has had enough; the rest is ours.
      if ((error as { code?: string }).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
    }
  }
}

async function* following(first: IteratorResult<string>, rest: AsyncGenerator<string>): AsyncGenerator<string> {
  try {
    if (!first.done) yield first.value;
    yield* rest;
  } finally {
    // Also when the reader stops at the first line: the connection is given back.
    await rest.return(undefined);
  }
}
