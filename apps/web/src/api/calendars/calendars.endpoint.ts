import { Body, Controller, Post } from '@nestjs/common';
import { LearnOfHoliday } from '#casework';
import { type Json } from '#ledger';
import { answer, type Answer } from '../../shell/answer.js';
import { Endpoint } from '../../shell/endpoint.js';
import { done } from '../../shell/refused-request.js';
import { Caller, IdempotencyKey } from '../../shell/request-parts.js';
import { type Caller as CallerType } from '../../shell/seen-request.js';
import { NewCalendarShape, NewHolidaysShape } from './calendars.shape.js';

@Controller('api/calendars')
export class CalendarsEndpoint {
  constructor(private readonly learnOfHoliday: LearnOfHoliday) {}

  @Post()
  @Endpoint({
    does: 'learnOfHoliday',
    says: 'A new version of the working-day calendar. Open clocks are counted again with it soon after, closed ones never.',
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
    return answer(value, { status: 201, isReplay });
  }
}
