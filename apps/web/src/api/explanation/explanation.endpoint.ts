import { Controller, Get, Query, Req } from '@nestjs/common';
import { type Instant, parseDay } from '#calendar';
import { CaseExplanation } from '#casework';
import { Reader } from '#ledger';
import { type Request } from 'express';
import { answer, type Answer } from '../../shell/answer.js';
import { Endpoint } from '../../shell/endpoint.js';
import { refuse } from '../../shell/refused-request.js';
import { AsAt, Caller, notAfter, Reference } from '../../shell/request-parts.js';
import { type Caller as CallerType } from '../../shell/seen-request.js';
import { explanationInWords } from './explanation-in-words.js';
import { explanationPage } from './explanation-page.js';
import { ExplanationQuery, ExplanationShape } from './explanation.shape.js';

/** What a case means, for the child's solicitor. */
@Controller(['api/cases', 'api/referrals'])
export class ExplanationEndpoint {
  constructor(
    private readonly reader: Reader,
    private readonly explanation: CaseExplanation,
  ) {}

  @Get(':reference/explanation')
  @Endpoint({
    does: 'seeExplanation',
    says: 'What the law allows in a case, what each way rests on, what it would mean for the record and how to be heard: for the child’s solicitor, by the reference alone, also as text/plain.',
    action: 'seeCase',
    query: ExplanationQuery,
    answers: { 200: ExplanationShape },
    refuses: ['invalid', 'notFound'],
    readsAsAt: true,
  })
  async see(
    @Caller() { id, language }: CallerType,
    @Reference() reference: string,
    @Query('on') on: unknown,
    @AsAt() asAt: Instant | undefined,
    @Req() request: Request,
  ): Promise<Answer<ExplanationShape | string>> {
    const day = dayIn(on);
    const found = await this.reader.ask(id, { what: 'seeExplanation', of: reference }, (query, now) =>
      this.explanation.of(query, { reference, on: day, at: notAfter(now, asAt), isPast: asAt !== undefined }),
    );
    if (found === null) throw refuse('notFound');
    const words = explanationInWords(found, language);
    const headers = { Vary: 'Accept, Accept-Language, Authorization' };
    if (request.accepts(['application/json', 'text/plain']) !== 'text/plain')
      return answer(words, { version: found.version, headers });
    const text = { ...headers, 'Content-Type': 'text/plain; charset=utf-8' };
    return answer(explanationPage(words, language), { version: found.version, headers: text });
  }
}

function dayIn(on: unknown): string | undefined {
  if (on === undefined) return undefined;
  if (typeof on !== 'string' || parseDay(on) === null) throw refuse('invalid', { faults: [{ pointer: '/on', code: 'day' }] });
  return on;
}
