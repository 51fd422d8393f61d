import { Controller, Get } from '@nestjs/common';
import { Reader } from '#ledger';
import { Endpoint } from '../../shell/endpoint.js';
import { refusalOf } from '../../shell/problem.js';
import { refuse } from '../../shell/refused-request.js';
import { HealthShape } from './health.shape.js';

const patienceMs = 3000;

@Controller('health')
export class HealthEndpoint {
  constructor(private readonly reader: Reader) {}

  /** A worker writes its heartbeat by a job that came through the queue, so a beating worker also says that the queue works. */
  @Get()
  @Endpoint({
    does: 'seeHealth',
    says: 'Whether the database answers and a worker has beaten through the queue in the last 30 seconds.',
    isPublic: true,
    answers: { 200: HealthShape },
    refuses: ['unavailable'],
  })
  async see(): Promise<HealthShape> {
    const isBeating = await Promise.race([this.isBeating(), patience()]);
    if (!isBeating) throw refuse('unavailable', { code: 'workerAway' });
    return { database: 'answers', worker: 'beats' };
  }

  private async isBeating(): Promise<boolean> {
    try {
      const rows = await this.reader.outside(
        // A beat that lies ahead was written before the clock was set back: it would keep a dead worker alive until the clock has caught up.
        "select from teg.worker_heartbeat where beat_at between clock_timestamp() - interval '30 seconds' and clock_timestamp() + interval '30 seconds'",
      );
      return rows.length > 0;
    } catch (error) {
      throw refusalOf(error).because === 'unavailable' ? refuse('unavailable', { code: 'databaseAway' }) : error;
    }
  }
}

function patience(): Promise<never> {
  return new Promise((_, reject) =>
    setTimeout(() => reject(refuse('unavailable', { code: 'databaseAway' })), patienceMs).unref(),
  );
}
