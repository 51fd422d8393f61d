import { type Server } from 'node:http';
import { type BeforeApplicationShutdown, Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';

/** Milliseconds that a connection is kept for its client's next request. */
const kept = 65_000;
const keptAtTheEnd = 1;
const lookMs = 50;

/**
 * How long a connection is kept. Node's own five seconds close it just as a client that pauses between two calls sends the next one;
 * but what is in flight when the service ends must not hold it for a minute.
 */
@Injectable()
export class KeptConnections implements OnModuleInit, BeforeApplicationShutdown {
  constructor(private readonly host: HttpAdapterHost) {}

  private inFlight = 0;

  onModuleInit(): void {
    this.server.keepAliveTimeout = kept;
    this.server.on('request', (_, response) => {
      this.inFlight += 1;
      response.once('close', () => (this.inFlight -= 1));
    });
  }

  beforeApplicationShutdown(): void {
    const { server } = this;
    server.keepAliveTimeout = keptAtTheEnd;
    // Node closes what it knows to be idle; a connection that was streamed to or read in part it does not always know.
    const look = setInterval(() => {
      if (!server.listening && this.inFlight === 0) server.closeAllConnections();
    }, lookMs);
    server.once('close', () => clearInterval(look));
  }

  private get server(): Server {
    return this.host.httpAdapter.getHttpServer() as Server;
  }
}
