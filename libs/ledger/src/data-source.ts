import { DataSource } from 'typeorm';
import { type PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { type Pool } from 'pg';

/** TypeORM's data source for a running process. Its pool is the only one the process has. */
export function recordSource(url: string, connections: number): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    poolSize: connections,
    applicationName: 'teg',
    extra: { idleTimeoutMillis: 30_000 },
  });
}

const heard = new WeakSet<object>();

/**
 * The pool that TypeORM owns. The record's two calls go straight to it: `dataSource.transaction()` takes four more round trips
 * a move and reached half the throughput.
 */
export function poolOf(source: DataSource): Pool {
  const pool = (source.driver as PostgresDriver).master as Pool;
  // A connection that the server closes (a restart) is replaced at the next use, and whoever waits on it gets the error. The event that
  // comes as well would end the process if nobody listened: the pool hears idle connections only, not those in use.
  if (!heard.has(pool)) pool.on('acquire', listen);
  listen(pool);
  return pool;
}

function listen(emitter: { on(event: 'error', listener: () => void): unknown }): void {
  if (heard.has(emitter)) return;
  heard.add(emitter);
  emitter.on('error', () => undefined);
}
