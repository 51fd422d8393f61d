import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { LawMarks, LawOverview, type LawRule, SetRuleStanding } from '#casework';
import { type Json, Reader } from '#ledger';
import { type Language, ruleMarkInWords, ruleWords } from '#wording';
import { answer, type Answer } from '../../shell/answer.js';
import { Endpoint } from '../../shell/endpoint.js';
import { done } from '../../shell/refused-request.js';
import { AsAt, Caller, IdempotencyKey, IfMatch, notAfter, pageOf } from '../../shell/request-parts.js';
import { type Caller as CallerType } from '../../shell/seen-request.js';
import { markInWords } from './mark-in-words.js';
import {
  LawMarksQuery,
  LawMarksShape,
  LawQuery,
  type LawRuleShape,
  LawShape,
  RuleConfirmedShape,
  RuleUnconfirmedShape,
  StandingSetShape,
} from './law.shape.js';

/** The rules of the law and all that carries a mark: read by anybody who works here, and what is to be confirmed is set by administrators. */
@Controller('api/law')
export class LawEndpoint {
  constructor(
    private readonly reader: Reader,
    private readonly law: LawOverview,
    private readonly marks: LawMarks,
    private readonly setRuleStanding: SetRuleStanding,
  ) {}

  @Get()
  @Endpoint({
    does: 'seeLaw',
    says: 'Every rule with its source, whether it is confirmed and by whom, whether it blocks or warns, where it is asked, and its history.',
    query: LawQuery,
    answers: { 200: LawShape },
    refuses: ['invalid'],
  })
  async see(
    @Caller() { id, language }: CallerType,
    @Query() query: LawQuery,
    @AsAt() asAt: string | undefined,
  ): Promise<Answer<LawShape>> {
    const { page, size, offset } = pageOf(query);
    // Nothing of a child is in it: no consultation that the access log knows.
    const found = await this.reader.aside(id, (ask, now) => this.law.at(ask, notAfter(now, asAt)));
    const rules = found.rules.filter(({ status }) => query.status === undefined || status === query.status);
    const items = rules.slice(offset, offset + size).map((rule) => inWords(rule, language));
    return answer({ law: found.version, items, total: rules.length, page, size }, { version: found.version });
  }

  @Get('marks')
  @Endpoint({
    does: 'seeLawMarks',
    says: 'Rules, clocks, legal effects, causes of lateness and the rows of the tables in one list: which are confirmed or to be confirmed, by whom, on which source, and what was said before.',
    query: LawMarksQuery,
    answers: { 200: LawMarksShape },
    refuses: ['invalid'],
  })
  async seeMarks(
    @Caller() { id, language }: CallerType,
    @Query() query: LawMarksQuery,
    @AsAt() asAt: string | undefined,
  ): Promise<Answer<LawMarksShape>> {
    const { page, size, offset } = pageOf(query);
    const found = await this.reader.aside(id, (ask, now) => this.marks.at(ask, notAfter(now, asAt)));
    const wanted = found.marks.filter(
      ({ status, of }) => (query.status ?? status) === status && (query.kind ?? of.kind) === of.kind,
    );
    const items = wanted.slice(offset, offset + size).map((mark) => markInWords(mark, language));
    return answer({ law: found.version, items, total: wanted.length, page, size }, { version: found.version });
  }

  @Post(':rule/confirmed')
  @Endpoint({
    does: 'ruleConfirmed',
    says: 'Somebody read the source and it says so: from now on the rule blocks where it only warned; anything else is shown as confirmed.',
    action: 'changePolicy',
    body: RuleConfirmedShape,
    answers: { 200: StandingSetShape },
    refuses: ['invalid', 'notFound', 'stale'],
    isCommand: true,
    readsMatch: true,
  })
  confirmed(
    @Caller() caller: CallerType,
    @Param('rule') rule: string,
    @Body() body: Json,
    @IdempotencyKey() key: string | undefined,
    @IfMatch() expect: number | undefined,
  ): Promise<Answer<StandingSetShape>> {
    return this.set(caller, { rule, status: 'verified', body }, { key, expect });
  }

  @Post(':rule/unconfirmed')
  @Endpoint({
    does: 'ruleUnconfirmed',
    says: 'The rule is to be confirmed, with the reason: unless it protects the child or is local it only warns from now on.',
    action: 'changePolicy',
    body: RuleUnconfirmedShape,
    answers: { 200: StandingSetShape },
    refuses: ['invalid', 'notFound', 'stale'],
    isCommand: true,
    readsMatch: true,
  })
  unconfirmed(
    @Caller() caller: CallerType,
    @Param('rule') rule: string,
    @Body() body: Json,
    @IdempotencyKey() key: string | undefined,
    @IfMatch() expect: number | undefined,
  ): Promise<Answer<StandingSetShape>> {
    return this.set(caller, { rule, status: 'toBeConfirmed', body }, { key, expect });
  }

  private async set(
    caller: CallerType,
    order: Parameters<SetRuleStanding['run']>[1],
    given: Parameters<SetRuleStanding['run']>[2],
  ): Promise<Answer<StandingSetShape>> {
    const { value, isReplay } = done(await this.setRuleStanding.run(caller.id, order, given));
    return answer({ ...value }, { version: value.law, isReplay });
  }
}

function inWords(rule: LawRule, language: Language): LawRuleShape {
  const { usedIn, history, otherVersions, ...rest } = rule;
  return {
    ...rest,
    texts: ruleWords(rule.rule, language),
    mark: ruleMarkInWords(rule.status, language),
    otherVersions: [...otherVersions],
    usedIn: { disposals: [...usedIn.disposals], giving: [...usedIn.giving], steps: [...usedIn.steps] },
    history: [...history],
  };
}
