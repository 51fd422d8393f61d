import { Controller, Get, Query } from '@nestjs/common';
import { parseDay } from '#calendar';
import { DisposalsOfCase } from '#casework';
import { type DisposalAnswer } from '#law';
import { Reader } from '#ledger';
import { disposalInWords, type Language, statusInWords } from '#wording';
import { answer, type Answer } from '../../shell/answer.js';
import { Endpoint } from '../../shell/endpoint.js';
import { refuse } from '../../shell/refused-request.js';
import { AsAt, Caller, notAfter, Reference } from '../../shell/request-parts.js';
import { type Caller as CallerType } from '../../shell/seen-request.js';
import { wordedRule } from '../../shell/worded-rule.js';
import { DisposalsQuery, type DisposalShape, DisposalsShape } from './disposals.shape.js';

@Controller('api')
export class DisposalsEndpoint {
  constructor(
    private readonly reader: Reader,
    private readonly disposals: DisposalsOfCase,
  ) {}

  @Get(['cases/:reference/disposals', 'referrals/:reference/disposals'])
  @Endpoint({
    does: 'seeDisposals',
    says: 'What the law allows, and why not, for all seven disposals from least to most intrusive. Nothing in it advises.',
    action: 'seeCase',
    query: DisposalsQuery,
    answers: { 200: DisposalsShape },
    refuses: ['invalid', 'notFound'],
    readsAsAt: true,
  })
  async see(
    @Caller() { id, language }: CallerType,
    @Reference() reference: string,
    @Query('on') on: unknown,
    @AsAt() asAt: string | undefined,
  ): Promise<Answer<DisposalsShape>> {
    const day = dayIn(on);
    const found = await this.reader.ask(id, { what: 'seeDisposals', of: reference }, (query, now) =>
      this.disposals.of(query, { reference, on: day, at: notAfter(now, asAt), isPast: asAt !== undefined }),
    );
    if (found === null) throw refuse('notFound');
    return answer({ ...found, disposals: found.disposals.map((one) => inWords(one, language)) }, { version: found.version });
  }
}

function dayIn(on: unknown): string | undefined {
  if (on === undefined) return undefined;
  if (typeof on !== 'string' || parseDay(on) === null) throw refuse('invalid', { faults: [{ pointer: '/on', code: 'day' }] });
  return on;
}

/** Whatever is not simply met is said; where everything is, the rules themselves are what it rests on. */
function inWords(
  { disposal, status, rules, needs, warnings, outcomeNumbers }: DisposalAnswer,
  language: Language,
): DisposalShape {
  const worded = rules.map((rule) => wordedRule(rule, language));
  const open = worded.filter(({ answer: said }) => said !== 'met');
  return {
    disposal,
    title: disposalInWords(disposal, language),
    status,
    says: statusInWords(status, language),
    why: (open.length > 0 ? open : worded).map(({ says }) => says),
    needs: [...needs],
    warnings: [...warnings],
    outcomeNumbers: [...outcomeNumbers],
    rules: worded.map((rule) => ({ ...rule, missing: [...rule.missing], looksAt: [...rule.looksAt] })),
  };
}
