import { Agent, get, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { KeptConnections } from './kept-connections.js';

describe('a kept connection', () => {
  it('does not hold a service that ends: the request in flight is answered, then the connection is closed', async () => {
    let arrived: () => void = () => undefined;
    let answer: (text: string) => void = () => undefined;
    const hasArrived = new Promise<void>((resolve) => (arrived = resolve));

    @Controller()
    class Slow {
      @Get()
      wait(): Promise<string> {
        arrived();
        return new Promise((resolve) => (answer = resolve));
      }
    }
    @Module({ controllers: [Slow], providers: [KeptConnections] })
    class SlowModule {}

    const app = await NestFactory.create(SlowModule, { logger: false });
    await app.listen(0, '127.0.0.1');
    const server = app.getHttpServer() as Server;
    const { port } = server.address() as AddressInfo;
    const agent = new Agent({ keepAlive: true });
    const said = new Promise<string>((resolve) => {
      get({ host: '127.0.0.1', port, agent }, (response) => response.on('data', (text: Buffer) => resolve(text.toString())));
    });
    await hasArrived;
    const closed = app.close();
    while (server.listening) await new Promise((resolve) => setImmediate(resolve));
    answer('done');
    expect(await said).toBe('done');
    await closed;
    agent.destroy();
  }, 20_000);
});
