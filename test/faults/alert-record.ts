import { type Instant } from '#calendar';
import { askDatabase } from './database-of.js';
import { type RunningService } from './running-teg.js';

/** One run of a clock as it is on record; instants are case time. */
export type ClockOnRecord = {
  readonly stream: string;
  readonly kind: string;
  readonly run: number;
  readonly policy: string;
  readonly dueOn: string;
  readonly startedAt: Instant;
  readonly stoppedAt: Instant | null;
};

/** One event that says an alert was raised, and how many notices came with it. */
export type AlertOnRecord = {
  readonly stream: string;
  readonly kind: string;
  readonly run: number;
  readonly step: number;
  readonly at: Instant;
  readonly notices: number;
};

export type AlertRecord = { readonly clocks: readonly ClockOnRecord[]; readonly alerts: readonly AlertOnRecord[] };

const instant = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

export async function alertRecord(service: RunningService): Promise<AlertRecord> {
  const clocks = await askDatabase<ClockOnRecord>(
    service,
    `select k.stream, k.kind, k.run, k.policy, k.due_on::text as "dueOn", ${instant('e.at')} as "startedAt", ${instant('k.stopped_at')} as "stoppedAt"
     from teg.clock k join teg.event e on e.stream = k.stream and e.seq = k.started_seq`,
  );
  const alerts = await askDatabase<AlertOnRecord>(
    service,
    `select e.stream, y.body ->> 'clock' as kind, (y.body ->> 'run')::int as run, (y.body ->> 'step')::int as step, ${instant('e.at')} as at,
       (select count(*)::int from teg.inbox n where n.stream = e.stream and n.seq = e.seq) as notices
     from teg.event e join teg.payload y on y.stream = e.stream and y.seq = e.seq where e.type = 'alertRaised'`,
  );
  return { clocks, alerts };
}
