/**
 * What each job carries: ids, never a name, a day of birth or a text. A job may run twice, late, or after its reason has gone;
 * it reads the database again before it does anything.
 */
export type JobPayloads = {
  'beat-heart': Nothing;
  'write-checkpoint': Nothing;
  'relay-outbox': Nothing;
  /** Id of a row of teg.outbox. */
  'tell-event': { readonly event: string };
  sweep: Nothing;
  'alert-due': { readonly stream: string; readonly kind: string; readonly run: number; readonly step: number };
  'say-day-came': { readonly stream: string; readonly kind: string; readonly run: number };
  'relay-recounts': Nothing;
  /** Id of a file. */
  'recount-clocks': { readonly stream: string };
  'make-digests': Nothing;
  /** Id of a row of teg.digest. */
  'send-digest': { readonly digest: string };
  'expire-drafts': Nothing;
  'prepare-draw': Nothing;
  'remind-draw': Nothing;
};
type Nothing = { readonly [name: string]: never };

export type JobName = keyof JobPayloads;
export type QueueName = 'ledger' | 'outbox' | 'alerts' | 'retention' | 'scrutiny';

/** Where each job waits, and how often (milliseconds of machine time) the queue rings for it by itself. */
export const jobTable = {
  'beat-heart': { queue: 'ledger', everyMs: 5_000 },
  'write-checkpoint': { queue: 'ledger', everyMs: 60_000 },
  'relay-outbox': { queue: 'outbox', everyMs: 1_000 },
  'tell-event': { queue: 'outbox' },
  sweep: { queue: 'alerts', everyMs: 15_000 },
  'alert-due': { queue: 'alerts' },
  'say-day-came': { queue: 'alerts' },
  'relay-recounts': { queue: 'alerts', everyMs: 5_000 },
  'recount-clocks': { queue: 'alerts' },
  'make-digests': { queue: 'outbox', everyMs: 60_000 },
  'send-digest': { queue: 'outbox' },
  'expire-drafts': { queue: 'retention', everyMs: 10 * 60_000 },
  'prepare-draw': { queue: 'scrutiny', everyMs: 60_000 },
  'remind-draw': { queue: 'scrutiny', everyMs: 30_000 },
} as const satisfies Record<JobName, { readonly queue: QueueName; readonly everyMs?: number }>;

export const jobNames = Object.keys(jobTable) as readonly JobName[];
export const queueNames = [...new Set(Object.values(jobTable).map((row) => row.queue))] as readonly QueueName[];
