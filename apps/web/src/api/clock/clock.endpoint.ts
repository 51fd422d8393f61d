import { Body, Controller, Get, Post } from '@nestjs/common';
import { addDays, type Instant, instantOfLondon, londonDay, londonTime, parseInstant } from '#calendar';
import { Ledger, Reader } from '#ledger';
import { Endpoint } from '../../shell/endpoint.js';
import { refuse } from '../../shell/refused-request.js';
import { WebSettings } from '../../shell/web-settings.js';
import { ClockMoveShape, ClockShape } from './clock.shape.js';

@Controller('api/clock')
export class ClockEndpoint {
  constructor(
    private readonly ledger: Ledger,
    private readonly reader: Reader,
    private readonly settings: WebSettings,
  ) {}

  @Get()
  @Endpoint({
    does: 'seeClock',
    says: 'Case time now: what due dates, ages and versions of the law go by.',
    answers: { 200: ClockShape },
  })
  async see(): Promise<ClockShape> {
    const { at, today } = await this.ledger.now();
    return { now: at, today, isDemonstration: this.settings.isDemonstration };
  }

  @Post()
  @Endpoint({
    does: 'moveClock',
    says: 'Moves the clock of the demonstration forward, and answers when all that fell due has been handled.',
    action: 'moveClock',
    body: ClockMoveShape,
    answers: { 200: ClockShape },
    refuses: ['notFound', 'unavailable'],
  })
  async move(@Body() { to, advanceDays }: ClockMoveShape): Promise<ClockShape> {
    if (!this.settings.isDemonstration) throw refuse('notFound', { code: 'noDemonstration' });
    if ((to === undefined) === (advanceDays === undefined)) {
      throw refuse('invalid', { faults: [{ pointer: '', code: 'oneOf', values: { fields: ['to', 'advanceDays'] } }] });
    }
    const { at } = await this.ledger.now();
    await this.moveTo(to === undefined ? laterBy(at, advanceDays ?? 0) : (parseInstant(to) ?? at));
    // The clock stands where it was asked to; what fell due goes on being handled.
    await this.settings.settled().catch(() => {
      throw refuse('unavailable', { code: 'notSettled' });
    });
    return this.see();
  }

  private async moveTo(instant: Instant): Promise<void> {
    try {
      await this.reader.outside('select teg.move_demonstration_clock($1)', [instant]);
    } catch (error) {
      const { code } = error as { code?: string };
      if (code === 'TG003') throw refuse('notFound', { code: 'noDemonstration' });
      if (code === 'TG004') throw refuse('invalid', { faults: [{ pointer: '/to', code: 'beforeNow' }] });
      throw error;
    }
  }
}

/** The same time of day in London, so many days later. */
const laterBy = (at: Instant, days: number): Instant => instantOfLondon(addDays(londonDay(at), days), londonTime(at));
