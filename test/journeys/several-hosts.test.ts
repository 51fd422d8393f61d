import { Ledger, poolOf, recordSource } from '#ledger';
import { foundDemonstration } from '#people';
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { Client } from 'pg';
import { ownRedis, type OwnRedis } from '../world/own-redis.js';
import { freePort, type Service, startProgram, untilStatus } from '../world/program.js';
import { aReferral } from '../world/referrals.js';
import { testIssuer, type TestIssuer } from '../world/tokens.js';

// Two web and two worker processes of their own on an empty database, migrated by the operator's line: the shape of docker-compose.yml.
describe.each(['PostgreSQL', 'Redis'] as const)('web and worker started alone, several of each, queue on %s', (queue) => {
  const server = process.env['TEG_TEST_POSTGRES'] ?? '';
  const name = `teg_hosts_${queue.toLowerCase()}`;
  const started: Service[] = [];
  let redis: OwnRedis | undefined;
  let provider: Server;
  let issuer: TestIssuer;
  let issuerUrl: string;
  let addresses: { readonly [variable: string]: string };

  const asAdmin = async (sql: string): Promise<void> => {
    const client = new Client({ connectionString: server });
    await client.connect();
    await client.query(sql);
    await client.end();
  };
  const start = (program: 'web' | 'worker', variables: { readonly [name: string]: string }, ready: RegExp): Service => {
    const service = startProgram(program, { ...addresses, CHECKPOINT_KEY: '07'.repeat(32), ...(redis && { REDIS_URL: redis.url }), ...variables }, ready);
    started.push(service);
    return service;
  };
  const startWeb = async (): Promise<Service> => {
    const PORT = String(await freePort());
    const signIn = { OIDC_ISSUER: issuerUrl, OIDC_CLIENT_ID: 'teg-web', OIDC_CLIENT_SECRET: 'not used here', OIDC_AUDIENCE: issuer.audience };
    return start('web', { PORT, TEG_BASE_URL: `http://127.0.0.1:${PORT}`, SESSION_SECRET: 'a secret of the tests, long enough', ...signIn }, /answers at/);
  };

  beforeAll(async () => {
    await asAdmin(`drop database if exists ${name} with (force)`);
    await asAdmin(`create database ${name}`);
    issuer = await testIssuer();
    provider = createServer((request, response) => {
      const body = request.url?.endsWith('/jwks') ? issuer.jwks : { issuer: issuerUrl, jwks_uri: `${issuerUrl}/jwks`, authorization_endpoint: `${issuerUrl}/auth`, token_endpoint: `${issuerUrl}/token` };
      response.setHeader('Content-Type', 'application/json').end(JSON.stringify(body));
    }).listen(0, '127.0.0.1');
    await once(provider, 'listening');
    issuerUrl = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`;
    if (queue === 'Redis') redis = await ownRedis();

    const url = new URL(server);
    url.pathname = `/${name}`;
    // The roles belong to the whole server of this run, so their passwords are the ones that every other test knows.
    const as = (role: string): string => Object.assign(new URL(url.href), { username: `teg_${role}`, password: role }).href;
    addresses = { DATABASE_URL: as('app'), BELL_DATABASE_URL: as('bell'), ERASER_DATABASE_URL: as('eraser') };
    const migrated = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', resolve(__dirname, '../../dist/apps/teg/src/main.js'), 'migrate'], {
      env: { PATH: process.env['PATH'], MIGRATION_DATABASE_URL: url.href, ...addresses },
      encoding: 'utf8',
    });
    expect(migrated.stderr).toBe('');
    expect(migrated.stdout).toContain('up to date');
    const source = await recordSource(as('app'), 2).initialize();
    await foundDemonstration(new Ledger(poolOf(source)));
    await source.destroy();
  }, 120_000);

  afterAll(async () => {
    await Promise.all(started.map((service) => service.end('SIGTERM')));
    provider.close();
    await redis?.stop();
    await asAdmin(`drop database if exists ${name} with (force)`);
  }, 60_000);

  it('is well once a worker beats, takes a referral at one web process and shows it at the other', async () => {
    const [one, other] = await Promise.all([startWeb(), startWeb()]);
    await Promise.all([one.answers, other.answers]);
    const [early] = [await fetch(`${one.url}/health`)];
    expect(early.status).toBe(503);
    const workers = [start('worker', {}, /workerStarted/), start('worker', {}, /workerStarted/)];
    await Promise.all(workers.map(({ answers }) => answers));
    await untilStatus(`${one.url}/health`, 200);
    await untilStatus(`${other.url}/health`, 200);

    const headers = { Authorization: `Bearer ${await issuer.token('custody-sergeant@south-wales-police.test', { issuer: issuerUrl })}`, 'Content-Type': 'application/json' };
    const sent = await fetch(`${one.url}/api/referrals`, { method: 'POST', headers, body: JSON.stringify({ ...aReferral('R01'), received_at: undefined }) });
    const { reference } = (await sent.json()) as { reference: string };
    expect(sent.status).toBe(201);
    const read = await fetch(`${other.url}/api/referrals/${reference}`, { headers });
    expect(((await read.json()) as { state: string }).state).toBe('awaitingAllocation');
  }, 120_000);

  it('each of them stops cleanly at SIGTERM', async () => {
    expect(await Promise.all(started.splice(0).map((service) => service.end('SIGTERM')))).toEqual([0, 0, 0, 0]);
  }, 60_000);
});
