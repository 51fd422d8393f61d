import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { type Instant } from '#calendar';
import { CasePapers, type DocumentOrder, RecordDocument } from '#casework';
import { Reader } from '#ledger';
import { paperInWords } from '#wording';
import { type Answer, answer } from '../../shell/answer.js';
import { Endpoint } from '../../shell/endpoint.js';
import { done, found, refuse } from '../../shell/refused-request.js';
import { AsAt, Caller, IdempotencyKey, IfMatch, Reference, shownUntil } from '../../shell/request-parts.js';
import { type Caller as CallerType } from '../../shell/seen-request.js';
import { isUuid } from '../../shell/shape-fields.js';
import { DocumentAnswerShape, DocumentShape, PaperQuery, PaperShape, PapersShape } from './case.shape.js';

/** The dossier of a case: versions that are only ever added, each in the view it was written for. */
@Controller(['api/cases', 'api/referrals'])
export class CasePapersEndpoint {
  constructor(
    private readonly papers: CasePapers,
    private readonly recordDocument: RecordDocument,
    private readonly reader: Reader,
  ) {}

  @Get(':reference/documents')
  @Endpoint({
    does: 'seeDocuments',
    says: 'Every version of every document of a case that the reader may read.',
    action: 'seeDocuments',
    answers: { 200: PapersShape },
    readsAsAt: true,
  })
  async list(
    @Caller() caller: CallerType,
    @Reference() reference: string,
    @AsAt() asAt: Instant | undefined,
  ): Promise<PapersShape> {
    const items = await this.reader.ask(caller.id, { what: 'seeDocuments', of: reference }, async (query, now) =>
      found(await this.papers.list(query, reference, shownUntil(now, asAt))),
    );
    return { items: items.map((item) => ({ ...item, title: paperInWords(item.kind, caller.language) })), total: items.length };
  }

  @Get(':reference/documents/:document')
  @Endpoint({
    does: 'seeDocument',
    says: 'One document: the last version, the one asked for, or the one of an instant.',
    action: 'seeDocuments',
    query: PaperQuery,
    answers: { 200: PaperShape },
  })
  async one(
    @Caller() caller: CallerType,
    @Reference() reference: string,
    @Param('document') document: string,
    @AsAt() asAt: Instant | undefined,
    @Query() { version }: PaperQuery,
  ): Promise<PaperShape> {
    if (!isUuid(document)) throw refuse('notFound');
    const paper = await this.reader.ask(caller.id, { what: 'seeDocument', of: reference }, async (query, now) =>
      found(await this.papers.one(query, { reference, document, version: version ?? null, at: shownUntil(now, asAt) })),
    );
    return { ...paper, title: paperInWords(paper.kind, caller.language) };
  }

  @Post(':reference/documents')
  @Endpoint({
    does: 'recordDocument',
    says: 'Adds a document or a version of one: words, or a file that is looked at, hashed and kept.',
    action: 'addDocument',
    body: DocumentShape,
    answers: { 201: DocumentAnswerShape },
    refuses: ['notNow'],
    isCommand: true,
    readsMatch: true,
  })
  async add(
    @Caller() caller: CallerType,
    @Reference() reference: string,
    @Body() body: DocumentShape,
    @IdempotencyKey() key: string | undefined,
    @IfMatch() expect: number | undefined,
  ): Promise<Answer<DocumentAnswerShape>> {
    const { value, isReplay } = done(
      await this.recordDocument.run(caller.id, { reference, ...(body as Omit<DocumentOrder, 'reference'>) }, { key, expect }),
    );
    const { document, version, hash, caseVersion } = value;
    return answer(
      { document, version, hash },
      { status: 201, version: caseVersion, location: `/api/cases/${reference}/documents/${document}`, isReplay },
    );
  }
}
