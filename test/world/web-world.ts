import { type INestApplication } from '@nestjs/common';
import { Ledger, poolOf, recordSource } from '#ledger';
import { foundDemonstration } from '#people';
import { composeWeb, type WebOptions } from '#web';
import { Client, type QueryResultRow } from 'pg';
import request, { type Test } from 'supertest';
import { freshDatabase, type FreshDatabase } from './database.js';
import { type TestIssuer, testIssuer } from './tokens.js';

/** The real application on a database of its own with the demonstration's people. Close it in `afterAll`. */
export type WebWorld = {
  readonly app: INestApplication;
  readonly database: FreshDatabase;
  readonly issuer: TestIssuer;
  /** Where it listens. */
  readonly url: string;
  readonly ledger: Ledger;
  /** What the application told its log. */
  readonly said: string[];
  /** A request as this person of the demonstration, or as nobody. */
  as(
    email: string | null,
  ): Promise<{
    get(path: string): Test;
    post(path: string, body?: object): Test;
    put(path: string, body?: object): Test;
    delete(path: string): Test;
  }>;
  /** As the superuser: what is really on record. */
  sql<Row extends QueryResultRow>(sql: string, params?: readonly unknown[]): Promise<Row[]>;
  close(): Promise<void>;
};

type WorldOptions = Partial<WebOptions> & { readonly through?: (url: string) => Promise<string>; readonly port?: number };

/** `through` may put something between the application and its database; `port` is any free one unless an address must be known before. */
export async function webWorld({ through, port = 0, ...options }: WorldOptions = {}): Promise<WebWorld> {
  const [database, issuer] = await Promise.all([freshDatabase(), testIssuer()]);
  const source = recordSource(through ? await through(database.appUrl) : database.appUrl, 5);
  const said: string[] = [];
  const app = await composeWeb({
    source,
    issuer,
    baseUrl: 'http://teg.test',
    client: { id: 'teg-web' },
    sessionSecret: 'a secret of the tests, long enough for HS256',
    checkpointKey: '07'.repeat(32),
    rateLimit: 0,
    isDemonstration: true,
    say: (line) => said.push(line),
    ...options,
  });
  const ledger = new Ledger(poolOf(source), options.machineNow);
  await foundDemonstration(ledger);
  await app.listen(port, '127.0.0.1');
  const admin = new Client({ connectionString: database.adminUrl });
  await admin.connect();
  const tokens = new Map<string, Promise<string>>();

  return {
    app,
    database,
    issuer,
    url: await app.getUrl(),
    ledger,
    said,
    as: async (email) => {
      const server = app.getHttpServer() as Parameters<typeof request>[0];
      if (email !== null && !tokens.has(email)) tokens.set(email, issuer.token(email));
      const token = email === null ? undefined : await tokens.get(email);
      const signed = (test: Test): Test => (token === undefined ? test : test.set('Authorization', `Bearer ${token}`));
      return {
        get: (path) => signed(request(server).get(path)),
        post: (path, body) => signed(request(server).post(path)).send(body),
        put: (path, body) => signed(request(server).put(path)).send(body),
        delete: (path) => signed(request(server).delete(path)),
      };
    },
    sql: async <Row extends QueryResultRow>(sql: string, params: readonly unknown[] = []) =>
      (await admin.query<Row>(sql, [...params])).rows,
    close: async () => {
      await app.close();
      await admin.end();
      await source.destroy();
      await database.drop();
    },
  };
}
