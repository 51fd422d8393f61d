import {
  createPostgresBackend,
  createRedisBackend,
  type JobsOptions,
  type PgPool,
  type Queue,
  type QueueEvents,
  type Worker,
  withBackend,
} from 'bullmq';
import { Pool } from 'pg';
import { type QueueName } from './job-table.js';

/** Where the queue lives: PostgreSQL as the role teg_bell, or Redis. */
export type QueuePlace = { readonly kind: 'postgres' | 'redis'; readonly url: string };

/** What a worker does with what the queue hands it. */
export type Handle = (name: string, payload: unknown) => Promise<number>;

/** BullMQ on one backend. `close` comes after its queues, workers and listeners are closed. */
export type Bull = {
  queue(name: QueueName): Queue;
  worker(name: QueueName, handle: Handle): Worker;
  events(name: QueueName): QueueEvents;
  close(): Promise<void>;
};

/**
 * The same on every worker. A worker killed with a job in hand loses its lock after `lockDuration`, and the check that returns the
 * job is throttled per queue: one process with a longer `stalledInterval` would slow it down for all.
 */
const workerOptions = {
  lockDuration: 10_000,
  stalledInterval: 3_000,
  maxStalledCount: 10,
  concurrency: 4,
  runRetryDelay: 1_000,
} as const;

/** A finished job leaves nothing behind, so that the same id can be rung for again: the row in PostgreSQL says whether it must. */
export const leaveNothing = { removeOnComplete: true, removeOnFail: true } as const satisfies JobsOptions;

/** The only place that knows which backend there is. */
export const bull = (place: QueuePlace): Bull => (place.kind === 'redis' ? onRedis(place.url) : onPostgres(place.url));

function onPostgres(url: string): Bull {
  // One pool for all: each worker and listener keeps one connection for LISTEN, the others share the rest. With a URL instead of
  // a pool BullMQ opens a pool for every object. `keepAlive` lets it notice a dropped LISTEN instead of waiting for the next poll.
  const pool = new Pool({
    connectionString: url,
    max: 14,
    keepAlive: true,
    application_name: 'teg-queue',
    options: '-c search_path=bullmq,public',
  });
  pool.setMaxListeners(0);
  // The pool hears idle connections only; one that is dropped in use would end the process if nobody listened to it.
  pool.on('connect', (client) => client.on('error', () => undefined));
  pool.on('error', () => undefined);
  const { Queue, Worker, QueueEvents } = withBackend(createPostgresBackend);
  // A pg.Pool is one, although BullMQ describes its listeners more narrowly than pg's own types do.
  const connection = pool as unknown as PgPool;
  return {
    queue: (name) => new Queue(name, { connection, defaultJobOptions: leaveNothing }) as unknown as Queue,
    worker: (name, handle) =>
      new Worker(name, (job) => handle(job.name, job.data), { connection, ...workerOptions }) as unknown as Worker,
    events: (name) => new QueueEvents(name, { connection }) as unknown as QueueEvents,
    close: () => pool.end(),
  };
}

function onRedis(url: string): Bull {
  const { Queue, Worker, QueueEvents } = withBackend(createRedisBackend);
  const connection = { url, maxRetriesPerRequest: null };
  return {
    queue: (name) => new Queue(name, { connection, defaultJobOptions: leaveNothing }) as unknown as Queue,
    worker: (name, handle) =>
      new Worker(name, (job) => handle(job.name, job.data), { connection, ...workerOptions }) as unknown as Worker,
    events: (name) => new QueueEvents(name, { connection }) as unknown as QueueEvents,
    close: () => Promise.resolve(),
  };
}
