import { Controller, Get, Query } from '@nestjs/common';
import { type Instant } from '#calendar';
import { CaseHistory, CaseloadList, CaseOverview, type HistoryEvent, ownCaseload } from '#casework';
import { causeCodes } from '#law';
import { Reader } from '#ledger';
import { causeInWords, eventInWords, findingInWords, type Language } from '#wording';
import { type Answer, answer } from '../../shell/answer.js';
import { nextInWords } from '../../shell/case-answer.shape.js';
import { Endpoint } from '../../shell/endpoint.js';
import { found, refuse } from '../../shell/refused-request.js';
import { AsAt, Caller, notAfter, pageOf, PageQuery, Reference, shownUntil } from '../../shell/request-parts.js';
import { type Caller as CallerType } from '../../shell/seen-request.js';
import { CaseEventsShape, CaseloadQuery, CaseloadShape, CaseShape } from './case.shape.js';

/** Cases as they are read: lists, one case, its history. A referral is the same thing under its other address. */
@Controller(['api/cases', 'api/referrals'])
export class CasesEndpoint {
  constructor(
    private readonly overview: CaseOverview,
    private readonly histories: CaseHistory,
    private readonly caseload: CaseloadList,
    private readonly reader: Reader,
  ) {}

  @Get()
  @Endpoint({
    does: 'seeCaseload',
    says: 'The open cases of a service or a referring team, those due first at the top.',
    action: 'seeCaseload',
    query: CaseloadQuery,
    answers: { 200: CaseloadShape },
  })
  async list(@Caller() caller: CallerType, @Query() query: CaseloadQuery): Promise<CaseloadShape> {
    const of = ownCaseload(caller, query);
    if (!of) throw refuse('notFound');
    const { page, size, offset } = pageOf(query);
    const list = await this.reader.ask(caller.id, { what: 'seeCaseload' }, (ask, at) =>
      this.caseload.page(ask, { of, state: query.state ?? null, at, size, offset }),
    );
    return { ...list, items: [...list.items], page, size };
  }

  @Get(':reference')
  @Endpoint({
    does: 'seeCase',
    says: 'One case as it stands, or as it stood at an instant.',
    action: 'seeCase',
    answers: { 200: CaseShape },
    readsAsAt: true,
  })
  async see(
    @Caller() caller: CallerType,
    @Reference() reference: string,
    @AsAt() asAt: Instant | undefined,
  ): Promise<Answer<CaseShape>> {
    const { incident, victims, clocks, findings, next, ...shown } = await this.reader.ask(
      caller.id,
      { what: 'seeCase', of: reference },
      async (query, now) =>
        found(
          await this.overview.of(query, {
            reference,
            at: notAfter(now, asAt),
            isPast: asAt !== undefined && asAt < now,
            asker: caller,
          }),
        ),
    );
    const body: CaseShape = {
      ...shown,
      incident: { ...incident, others: [...incident.others] },
      victims: [...victims],
      clocks: clocks.map((clock) => ({ ...clock, explanation: [...clock.explanation] })),
      findings: findings.map((finding) => ({ ...finding, says: findingInWords(finding, caller.language) })),
      next: nextInWords(next, caller.language),
    };
    return answer(body, { version: shown.version });
  }

  @Get(':reference/events')
  @Endpoint({
    does: 'seeHistory',
    says: 'What happened to a case, in order: who, when, in codes, with the law that was applied.',
    action: 'seeCase',
    query: PageQuery,
    answers: { 200: CaseEventsShape },
    readsAsAt: true,
  })
  async events(
    @Caller() caller: CallerType,
    @Reference() reference: string,
    @AsAt() asAt: Instant | undefined,
    @Query() query: { page?: string; size?: string },
  ): Promise<CaseEventsShape> {
    const { page, size, offset } = pageOf(pageIn(query));
    const { items, total } = await this.reader.ask(caller.id, { what: 'seeHistory', of: reference }, async (ask, now) =>
      found(await this.histories.of(ask, { reference, at: shownUntil(now, asAt), page: { size, offset } })),
    );
    return {
      items: items.map((item) => ({
        ...item,
        says: eventSays(item, caller.language),
        clocks: clocksInWords(item.clocks, caller.language),
        applied: [...item.applied],
        papers: [...item.papers],
      })),
      total,
      page,
      size,
    };
  }
}

/** What happened, and the cause where one was said of a lateness. */
function eventSays({ type, event }: HistoryEvent, language: Language): string {
  const says = eventInWords(type, language);
  const cause = type === 'causeOfLatenessRecorded' ? causeCodes.find((code) => code === event['cause']) : undefined;
  return cause === undefined ? says : `${says}: ${causeInWords(cause, language)}`;
}

/** Where a clock ended late and somebody said why, the cause in words too. */
const clocksInWords = ({ started, stopped }: HistoryEvent['clocks'], language: Language) => ({
  started,
  stopped: stopped.map((clock) => {
    const cause = causeCodes.find((code) => code === clock.cause);
    return cause === undefined ? clock : { ...clock, says: causeInWords(cause, language) };
  }),
});

/** Page and size beside `as-at`, which the shape of a list's query does not know. */
function pageIn({ page, size }: { page?: string; size?: string }): PageQuery {
  const number = (name: string, text: string | undefined, max: number) => {
    if (text === undefined) return undefined;
    const value = /^[1-9]\d{0,6}$/.test(text) ? Number(text) : 0;
    if (value < 1 || value > max)
      throw refuse('invalid', { faults: [{ pointer: `/${name}`, code: 'whole', values: { min: 1, max } }] });
    return value;
  };
  const [asked, sized] = [number('page', page, 1_000_000), number('size', size, 100)];
  return { ...(asked !== undefined && { page: asked }), ...(sized !== undefined && { size: sized }) };
}
