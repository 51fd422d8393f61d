import { Controller, Get, Query } from '@nestjs/common';
import { CalendarNotCovered } from '#calendar';
import { ownCaseload, WhatIfOfArea, WhatIfOfCase, type WhatIfLine } from '#casework';
import { type Fault, Reader } from '#ledger';
import { answer, type Answer } from '../../shell/answer.js';
import { Endpoint } from '../../shell/endpoint.js';
import { refuse } from '../../shell/refused-request.js';
import { Caller, pageOf, Reference } from '../../shell/request-parts.js';
import { type Caller as CallerType } from '../../shell/seen-request.js';
import { changesIn } from './changes-in.js';
import { WhatIfAreaQuery, WhatIfAreaShape, type WhatIfLineShape, WhatIfQuery, WhatIfShape } from './what-if.shape.js';

/** Had something been otherwise: which dates would move, and what would be overdue. It reads, and moves nothing. */
@Controller('api')
export class WhatIfEndpoint {
  constructor(
    private readonly reader: Reader,
    private readonly ofCase: WhatIfOfCase,
    private readonly ofArea: WhatIfOfArea,
  ) {}

  @Get(['cases/:reference/what-if', 'referrals/:reference/what-if'])
  @Endpoint({
    does: 'askWhatIf',
    says: 'Had it come at another time, were a day a bank holiday or none, were the panel’s limit another: each clock day by day.',
    action: 'askWhatIf',
    query: WhatIfQuery,
    answers: { 200: WhatIfShape },
    refuses: ['invalid', 'notFound'],
  })
  async see(
    @Caller() caller: CallerType,
    @Reference() reference: string,
    @Query() query: WhatIfQuery,
  ): Promise<Answer<WhatIfShape>> {
    const { changes, receivedOn } = changesIn(query);
    const found = await this.reader.ask(caller.id, { what: 'askWhatIf', of: reference }, (ask, at) =>
      withinCalendar('/received', () => this.ofCase.of(ask, { reference, at, changes, receivedOn })),
    );
    if (found === null) throw refuse('notFound');
    if ('faults' in found) throw refuse('invalid', { faults: found.faults });
    return answer({ ...plain(found), version: found.version }, { version: found.version });
  }

  @Get('what-if')
  @Endpoint({
    does: 'askWhatIfOfAll',
    says: 'The same for every open case of a service, those due first at the top: the clocks that would move.',
    action: 'askWhatIf',
    query: WhatIfAreaQuery,
    answers: { 200: WhatIfAreaShape },
    refuses: ['invalid', 'notFound'],
  })
  async list(@Caller() caller: CallerType, @Query() query: WhatIfAreaQuery): Promise<WhatIfAreaShape> {
    const { changes } = changesIn(query);
    const of = ownCaseload(caller, { area: query.area });
    if (of === null || !('area' in of)) throw refuse('notFound');
    const { page, size, offset } = pageOf(query);
    const found = await this.reader.ask(caller.id, { what: 'askWhatIfOfAll' }, (ask, at) =>
      withinCalendar('/holiday', () => this.ofArea.page(ask, { area: of.area, at, changes, size, offset })),
    );
    if ('faults' in found) throw refuse('invalid', { faults: found.faults });
    return { ...found, items: found.items.map(plain), page, size };
  }
}

/** A day that the calendar does not reach is a fault of the question. */
async function withinCalendar<T>(pointer: string, read: () => Promise<T>): Promise<T | { readonly faults: readonly Fault[] }> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof CalendarNotCovered) return { faults: [{ pointer, code: 'notCovered' }] };
    throw error;
  }
}

const plain = ({ reference, state, calendar, clocks, wouldBreach, wouldNotBreach, runsInto }: WhatIfLine): WhatIfLineShape => ({
  reference,
  state,
  calendar,
  clocks: clocks.map((clock) => ({ ...clock, wouldBe: { ...clock.wouldBe, explanation: [...clock.wouldBe.explanation] } })),
  wouldBreach: [...wouldBreach],
  wouldNotBreach: [...wouldNotBreach],
  runsInto: { is: [...runsInto.is], wouldBe: [...runsInto.wouldBe] },
});
