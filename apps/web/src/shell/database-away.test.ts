import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { type WebWorld, webWorld } from '../../../../test/world/web-world.js';

/** A line to the database that can be cut and mended. */
class Line {
  private readonly sockets = new Set<Socket>();
  private server: Server | undefined;
  private port = 0;
  constructor(private readonly target: URL) {}

  async mend(): Promise<number> {
    this.server = createServer((near) => {
      const far = connect(Number(this.target.port), this.target.hostname);
      for (const socket of [near, far]) {
        this.sockets.add(socket);
        socket.on('error', () => undefined).on('close', () => [near, far].forEach((one) => one.destroy()));
      }
      near.pipe(far).pipe(near);
    }).listen(this.port, '127.0.0.1');
    await once(this.server, 'listening');
    this.port = (this.server.address() as AddressInfo).port;
    return this.port;
  }

  async cut(): Promise<void> {
    const closed = this.server ? once(this.server.close(), 'close') : Promise.resolve();
    this.sockets.forEach((socket) => socket.destroy());
    await closed;
  }
}

describe('when the database is away', () => {
  let world: WebWorld;
  let line: Line;
  beforeAll(async () => {
    world = await webWorld({
      through: async (url) => {
        const near = new URL(url);
        line = new Line(new URL(url));
        near.host = `127.0.0.1:${await line.mend()}`;
        return near.href;
      },
    });
  });
  afterAll(async () => {
    await world.close();
    await line.cut();
  });

  it('says so without telling anything else, and goes on when it is back', async () => {
    const auditor = await world.as('auditor@vale.test');
    await auditor.get('/api/me').expect(200);
    await line.cut();
    const away = await auditor.get('/api/checkpoints/latest').expect(503);
    expect(away.headers['retry-after']).toBe('5');
    expect(Object.keys(away.body)).toEqual(['type', 'title', 'status', 'detail', 'because']);
    expect(away.body.because).toBe('unavailable');
    const health = await (await world.as(null)).get('/health').expect(503);
    expect(health.body).toMatchObject({ code: 'databaseAway', detail: 'The database does not answer.' });
    await line.mend();
    await auditor.get('/api/me').expect(200);
    expect(world.said).toEqual([]);
  });

  it('says so when it goes away in the middle of a question', async () => {
    const auditor = await world.as('auditor@vale.test');
    await auditor.get('/api/me').expect(200);
    const locker = world.sql('begin; lock table teg.checkpoint; select pg_sleep(0.3); commit');
    const asked = auditor.get('/api/checkpoints/latest').then((answer) => answer);
    await new Promise((resolve) => setTimeout(resolve, 100));
    await line.cut();
    expect((await asked).status).toBe(503);
    await locker;
    await line.mend();
  });
});
