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

/**
 * The pool that TypeORM owns. The record's two calls go straight to it: `dataSource.transaction()` takes four more round trips
 * a move and reached half the throughput.
 */
export function poolOf(source: DataSource): Pool {
  const pool = (source.driver as PostgresDriver).master as Pool;
  // An idle connection that the server closes (a restart) is replaced at the next use; without a listener it would end the process.
  if (pool.listenerCount('error') === 0) pool.on('error', () => undefined);
  return pool;
}
