import { Body, Controller, Post } from '@nestjs/common';
import { LearnOfHoliday, RecountClocks } from '#casework';
import { type Json } from '#ledger';
import { answer, type Answer } from '../../shell/answer.js';
import { Endpoint } from '../../shell/endpoint.js';
import { done } from '../../shell/refused-request.js';
import { Caller, IdempotencyKey } from '../../shell/request-parts.js';
import { type Caller as CallerType } from '../../shell/seen-request.js';
import { NewCalendarShape, NewHolidaysShape } from './calendars.shape.js';

@Controller('api/calendars')
export class CalendarsEndpoint {
  constructor(
    private readonly learnOfHoliday: LearnOfHoliday,
    private readonly recountClocks: RecountClocks,
  ) {}

  @Post()
  @Endpoint({
    does: 'learnOfHoliday',
    says: 'A new version of the working-day calendar; open clocks are counted again with it, closed ones never.',
    action: 'changeCalendar',
    body: NewHolidaysShape,
    answers: { 201: NewCalendarShape },
    isCommand: true,
  })
  async learn(
    @Caller() caller: CallerType,
    @Body() body: Json,
    @IdempotencyKey() key: string | undefined,
  ): Promise<Answer<NewCalendarShape>> {
    const { value, isReplay } = done(await this.learnOfHoliday.run(caller.id, body, { key }));
    // Sent again after a crash it goes on where it stopped: what is counted already is not counted twice.
    return answer({ ...value, ...(await this.recountClocks.run()) }, { status: 201, isReplay });
  }
}
