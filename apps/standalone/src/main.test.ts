import { readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { once } from 'node:events';
import { player } from '../../teg/src/player/player.js';
import { temporaryFolder } from '../../../test/world/embedded-child.js';
import { freePort, type Service, startProgram, untilStatus } from '../../../test/world/program.js';

describe('npm start', () => {
  let folder: string;
  let port: number;
  let first: Service;
  const started: Service[] = [];
  const start = (variables: { readonly [name: string]: string } = {}): Service => {
    const service = startProgram('standalone', { PORT: String(port), TEG_DATA_DIR: folder, ...variables }, /Ctrl-C stops it/);
    started.push(service);
    return service;
  };

  // From nothing once; every later start finds what the one before it left.
  beforeAll(async () => {
    folder = temporaryFolder();
    port = await freePort();
    first = start({ TEG_CLOCK_START: '2026-12-24T16:55:00Z' });
    await first.answers;
  }, 60_000);
  afterAll(async () => {
    await Promise.all(started.map((service) => service.end('SIGTERM')));
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);

  it('starts from nothing, says where it answers and what to try, answers, and stops cleanly at SIGTERM and at Ctrl-C', async () => {
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

  it('says plainly that the port is taken, and starts nothing', async () => {
    const port = await freePort();
    const other = createServer().listen(port, '127.0.0.1');
    await once(other, 'listening');
    const service = start({ PORT: String(port) });
    const code = await service.code;
    other.close();
    expect(code).toBe(1);
    expect(service.said()).toBe(
      `Port ${port} is taken. Stop what uses it, or start Teg with another: PORT=${port + 1} npm start\n`,
    );
  }, 60_000);

  it('names every variable that is wrong, at once', async () => {
    const service = start({ PORT: 'three thousand', TEG_CLOCK_START: 'Christmas' });
    expect(await service.code).toBe(1);
    expect(service.said()).toContain('PORT must be');
    expect(service.said()).toContain('TEG_CLOCK_START must be');
  }, 60_000);

  describe('on a folder that it knows', () => {
    let service: Service;
    beforeAll(async () => {
      await first.end('SIGTERM');
      service = start({ TEG_CLOCK_START: '2027-06-01T12:00:00Z' });
      await service.answers;
    }, 60_000);

    it('keeps what it needs to keep to itself in files that only their owner reads', () => {
      expect(statSync(join(folder, 'secrets.json')).mode & 0o777).toBe(0o600);
      const { app } = JSON.parse(readFileSync(join(folder, 'secrets.json'), 'utf8')) as { app: string };
      for (const one of [first, service]) expect(one.said()).not.toContain(app);
    });

    it('begins its clock where it is told to, once', async () => {
      expect((await fetch(`${service.url}/api/clock`)).status).toBe(401);
      const reply = await player({ url: service.url }).get<{ now: string }>('administrator@vale.test', '/api/clock');
      const now = reply.ok ? reply.body.now : reply.problem.because;
      expect(now > '2026-12-24T16:55' && now < '2026-12-24T17:55').toBe(true);
    }, 60_000);

    it('says plainly that another Teg uses the folder', async () => {
      const other = start({ PORT: String(await freePort()) });
      expect(await other.code).toBe(1);
      expect(other.said()).toContain(folder);
      expect(other.said()).not.toContain('    at ');
    }, 60_000);

    it('after kill -9 the next start recovers and answers', async () => {
      await service.end('SIGKILL');
      const next = start();
      await next.answers;
      await untilStatus(`${next.url}/health`, 200);
    }, 120_000);
  });
});
