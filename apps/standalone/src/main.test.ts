import { readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { once } from 'node:events';
import { temporaryFolder } from '../../../test/world/embedded-child.js';
import { freePort, type Service, startProgram, untilStatus } from '../../../test/world/program.js';

describe('npm start', () => {
  let folder: string;
  let port: number;
  const started: Service[] = [];
  const start = (variables: { readonly [name: string]: string } = {}): Service => {
    const service = startProgram('standalone', { PORT: String(port), TEG_DATA_DIR: folder, ...variables }, /Ctrl-C stops it/);
    started.push(service);
    return service;
  };

  beforeEach(async () => {
    folder = temporaryFolder();
    port = await freePort();
  });
  afterEach(async () => {
    await Promise.all(started.splice(0).map((service) => service.end('SIGTERM')));
    rmSync(folder, { recursive: true, force: true });
  });

  it('starts from nothing, says where it answers and what to try, answers, and stops cleanly at SIGTERM and at Ctrl-C', async () => {
    const first = start();
    await first.answers;
    expect(first.said()).toContain(`Teg answers at ${first.url}`);
    expect(first.said()).toContain('Try first');
    expect(await untilStatus(`${first.url}/health`, 200)).toEqual({ database: 'answers', worker: 'beats' });
    expect(await first.end('SIGTERM')).toBe(0);

    const second = start();
    await second.answers;
    await untilStatus(`${second.url}/health`, 200);
    expect(await second.end('SIGINT')).toBe(0);
    expect(second.said()).not.toContain('stale');
  }, 120_000);

  it('keeps what it needs to keep to itself in files that only their owner reads', async () => {
    const service = start();
    await service.answers;
    expect(statSync(join(folder, 'secrets.json')).mode & 0o777).toBe(0o600);
    const { app } = JSON.parse(readFileSync(join(folder, 'secrets.json'), 'utf8')) as { app: string };
    expect(service.said()).not.toContain(app);
  }, 60_000);

  it('begins its clock where it is told to, once', async () => {
    const first = start({ TEG_CLOCK_START: '2026-12-24T16:55:00Z' });
    await first.answers;
    const clock = (await untilStatus(`${first.url}/health`, 200).then(() => fetch(`${first.url}/api/clock`))).status;
    expect(clock).toBe(401);
    await first.end('SIGTERM');
  }, 60_000);

  it('says plainly that the port is taken, and starts nothing', async () => {
    const other = createServer().listen(port, '127.0.0.1');
    await once(other, 'listening');
    const service = start();
    const code = await service.code;
    other.close();
    expect(code).toBe(1);
    expect(service.said()).toBe(
      `Port ${port} is taken. Stop what uses it, or start Teg with another: PORT=${port + 1} npm start\n`,
    );
  }, 60_000);

  it('says plainly that another Teg uses the folder', async () => {
    const first = start();
    await first.answers;
    const second = start({ PORT: String(await freePort()) });
    expect(await second.code).toBe(1);
    expect(second.said()).toContain(folder);
    expect(second.said()).not.toContain('    at ');
  }, 60_000);

  it('names every variable that is wrong, at once', async () => {
    const service = start({ PORT: 'three thousand', TEG_CLOCK_START: 'Christmas' });
    expect(await service.code).toBe(1);
    expect(service.said()).toContain('PORT must be');
    expect(service.said()).toContain('TEG_CLOCK_START must be');
  }, 60_000);

  it('after kill -9 the next start recovers and answers', async () => {
    const first = start();
    await first.answers;
    await first.end('SIGKILL');
    const second = start();
    await second.answers;
    await untilStatus(`${second.url}/health`, 200);
  }, 120_000);
});
