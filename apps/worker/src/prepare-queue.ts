import { assertSchemaCompatibility, runMigrations } from 'bullmq';
import { Client } from 'pg';
import { type QueuePlace } from './bull.js';

/** The queue's schema is not there, too new, or not ours to use. `message` says what to type. */
export class QueueNotPrepared extends Error {}

/**
 * Makes BullMQ's schema and lets teg_bell work in it. `migrationUrl` must belong to a role that may create schemas: BullMQ begins
 * with CREATE SCHEMA IF NOT EXISTS, which fails even for the schema's owner without that right. Run again, it changes nothing.
 */
export async function prepareQueue(migrationUrl: string): Promise<void> {
  const client = new Client({ connectionString: migrationUrl });
  await client.connect();
  try {
    await runMigrations(client, 'bullmq');
    // CREATE as well: BullMQ makes a sequence for each queue that gives out ids.
    await client.query('grant usage, create on schema bullmq to teg_bell');
    await client.query('grant all on all tables in schema bullmq to teg_bell');
    await client.query('grant all on all sequences in schema bullmq to teg_bell');
    await client.query('grant execute on all functions in schema bullmq to teg_bell');
  } finally {
    await client.end();
  }
}

/**
 * Throws QueueNotPrepared before the first worker is made: on a schema that is not there BullMQ tries again without a pause and
 * logs more than a thousand errors a second. Redis needs no preparation.
 */
export async function refuseUnpreparedQueue(place: QueuePlace): Promise<void> {
  if (place.kind === 'redis') return;
  const client = new Client({ connectionString: place.url });
  await client.connect();
  try {
    await assertSchemaCompatibility(client, 'bullmq');
  } catch (error) {
    const message = 'The queue has no schema that this worker can use, so it does not start. Type: npm run -s teg -- migrate';
    throw new QueueNotPrepared(message, { cause: error });
  } finally {
    await client.end();
  }
}
