import { type Server } from 'node:http';
import { type BeforeApplicationShutdown, Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';

/** Milliseconds that a connection is kept for its client's next request. */
const kept = 65_000;
const keptAtTheEnd = 1;

/**
 * How long a connection is kept. Node's own five seconds close it just as a client that pauses between two calls sends the next one;
 * but what is in flight when the service ends must not hold it for a minute.
 */
@Injectable()
export class KeptConnections implements OnModuleInit, BeforeApplicationShutdown {
  constructor(private readonly host: HttpAdapterHost) {}

  onModuleInit(): void {
    this.server.keepAliveTimeout = kept;
  }

  beforeApplicationShutdown(): void {
    this.server.keepAliveTimeout = keptAtTheEnd;
  }

  private get server(): Server {
    return this.host.httpAdapter.getHttpServer() as Server;
  }
}
