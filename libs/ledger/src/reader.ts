import { type Instant } from '#calendar';
import { type Pool, type PoolClient, type QueryResultRow } from 'pg';

/** Asks one question of the database inside a reading. */
export type Query = <Row extends QueryResultRow>(sql: string, params?: readonly unknown[]) => Promise<Row[]>;

/** Why somebody reads: the name of the consultation, and the reference of what is shown (none for a list). */
export type Purpose = { readonly what: string; readonly of?: string | undefined };

/**
 * Reads the record as a person, through the policies, and notes it: one transaction, so that what cannot be logged is not shown.
 * The role has no right to write the record; a query that tries fails in PostgreSQL.
 */
export class Reader {
  constructor(
    private readonly pool: Pool,
    private readonly machineNow: () => number = Date.now,
  ) {}

  /** A consultation (DPA 2018 s.62). Throws when the log cannot be written: nothing is shown then. */
  ask<T>(person: string, purpose: Purpose, read: (query: Query, at: Instant) => Promise<T>): Promise<T> {
    return this.inTransaction(person, async (query, at) => {
      const answer = await read(query, at);
      await query('insert into teg.access_log (person, at, what, reference) values ($1, $2, $3, $4)', [
        person,
        at,
        purpose.what,
        purpose.of ?? null,
      ]);
      return answer;
    });
  }

  /** Reads that show nothing of a child (who am I, staff lists), and the working papers that are not record: drafts. */
  aside<T>(person: string, read: (query: Query, at: Instant) => Promise<T>): Promise<T> {
    return this.inTransaction(person, read);
  }

  /** Notes an attempt that was refused, after the refusal. */
  async noteRefusal(person: string, purpose: Purpose, because: string): Promise<void> {
    await this.inTransaction(person, (query, at) =>
      query('insert into teg.access_log (person, at, what, reference, refused) values ($1, $2, $3, $4, $5)', [
        person,
        at,
        purpose.what,
        purpose.of ?? null,
        because,
      ]),
    );
  }

  /** Reads without a person: health, sign-in. The policies then show nothing of the record. */
  async outside<Row extends QueryResultRow>(sql: string, params: readonly unknown[] = []): Promise<Row[]> {
    return (await this.pool.query<Row>(sql, [...params])).rows;
  }

  private async inTransaction<T>(person: string, work: (query: Query, at: Instant) => Promise<T>): Promise<T> {
    const client: PoolClient = await this.pool.connect();
    let failure: Error | undefined;
    try {
      await client.query('begin');
      const { rows } = await client.query<{ ahead: string }>("select teg.i_am($1, '{}'), teg.ahead_ms() as ahead", [person]);
      const at = new Date(this.machineNow() + Number(rows[0]?.ahead ?? 0)).toISOString() as Instant;
      const answer = await work(async (sql, params = []) => (await client.query(sql, [...params])).rows, at);
      await client.query('commit');
      return answer;
    } catch (error) {
      failure = error as Error;
      await client.query('rollback').catch((lost: Error) => (failure = lost));
      throw error;
    } finally {
      // A connection on which even the rollback failed is thrown away.
      client.release(failure?.message.includes('Connection') ? failure : undefined);
    }
  }
}
