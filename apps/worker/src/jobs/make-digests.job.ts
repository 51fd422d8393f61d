import { addDays, instantOfLondon } from '#calendar';
import { type Ledger } from '#ledger';
import { type Pool } from 'pg';
import { type Job } from '../job.js';
import { type Ringer } from '../ring.js';
import setting from './digest-setting.json' with { type: 'json' };

const batch = 1_000;

/**
 * Makes the day's digests once its hour has come, in London and by case time, one for each queue that has something new, and rings for
 * those that were not sent. Where several days have passed at once there is one for all of them: it says what waits now, and five at a
 * time would say it five times. Answers how many wait to be sent.
 */
export const makeDigests = (parts: {
  readonly bell: Pool;
  readonly ledger: Ledger;
  readonly ring: Ringer;
  readonly machineNow: () => number;
}): Job<'make-digests'> => {
  let waitingSince: number | null = null;

  /** Alerts fall due at the same hour and belong in; but one that cannot be raised must not silence every queue, so it ends. */
  async function isTooEarly(at: string): Promise<boolean> {
    const { rowCount } = await parts.bell.query(
      'select from teg.clock where stopped_at is null and next_alert_at <= $1 limit 1',
      [at],
    );
    waitingSince = rowCount === 0 ? null : (waitingSince ?? parts.machineNow());
    return waitingSince !== null && parts.machineNow() - waitingSince < setting.patienceMinutes * 60_000;
  }

  return {
    name: 'make-digests',
    run: async () => {
      const { at, today } = await parts.ledger.now();
      const day = at < instantOfLondon(today, setting.hour) ? addDays(today, -1) : today;
      const { rowCount } = await parts.bell.query('select from teg.digest_day where day = $1', [day]);
      if (rowCount === 0 && !(await isTooEarly(at))) await parts.bell.query('select teg.make_digests($1, $2)', [day, at]);
      const { rows } = await parts.bell.query<{ id: string }>(
        'select id from teg.digest where sent_at is null order by id limit $1',
        [batch],
      );
      await parts.ring.ring(
        'send-digest',
        rows.map(({ id }) => ({ id: `digest-${id}`, payload: { digest: id } })),
      );
      return rows.length;
    },
  };
};
