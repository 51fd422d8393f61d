import 'reflect-metadata';
import { type RequestListener } from 'node:http';
import { type INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type NestExpressApplication } from '@nestjs/platform-express';
import { checkpointSigner, poolOf, type recordSource, refuseBypassingRole } from '#ledger';
import helmet from 'helmet';
import { AccessGuard } from './shell/access-guard.js';
import { AnswerInterceptor } from './shell/answer.js';
import { identify } from './shell/identify.js';
import { ProblemFilter } from './shell/problem-filter.js';
import { rateLimit } from './shell/rate-limit.js';
import { readBody } from './shell/read-body.js';
import { receive } from './shell/receive.js';
import { ShapePipe } from './shell/shape-pipe.js';
import { type Issuer, TokenReader } from './shell/token-reader.js';
import { type WebSettings } from './shell/web-settings.js';
import { recordOf, WebModule } from './web.module.js';

export type WebOptions = {
  /** From `recordSource`; opened here when it is not open yet. Its role must be one that row-level security holds. */
  readonly source: ReturnType<typeof recordSource>;
  readonly issuer: Issuer;
  /** Where people reach the service, without a slash at the end. */
  readonly baseUrl: string;
  readonly client: WebSettings['client'];
  readonly sessionSecret: string;
  /** Signs the checkpoint at the head of an export: 64 hexadecimal digits, the key that the worker signs with. */
  readonly checkpointKey: string;
  /** Requests a minute and person; 0 for no limit. */
  readonly rateLimit: number;
  readonly isDemonstration: boolean;
  /** Machine time in milliseconds; tests hand in their own. */
  readonly machineNow?: () => number;
  /** Resolves when all that fell due has been handled: what a moved demonstration clock waits for. */
  readonly settled?: () => Promise<void>;
  /** Writes a checkpoint over the record as it is now, where a worker runs in this process; without it the newest kept one is told. */
  readonly freshCheckpoint?: () => Promise<void>;
  /** What else is served beside the API: the demonstration's identity provider. */
  readonly mounts?: readonly { readonly path: string; readonly handler: RequestListener }[];
  /** Where errors are told, a line each. */
  readonly say?: (line: string) => void;
};

export { type Issuer } from './shell/token-reader.js';

/** The HTTP process, ready to `listen`; closing it leaves the data source open. */
export async function composeWeb(options: WebOptions): Promise<INestApplication> {
  const { source, machineNow = Date.now, say = (line: string) => process.stderr.write(`${line}\n`) } = options;
  if (!source.isInitialized) await source.initialize();
  const pool = poolOf(source);
  await refuseBypassingRole(pool);
  const record = recordOf(pool, machineNow);
  const nothing = () => Promise.resolve();
  const { baseUrl, isDemonstration, sessionSecret, issuer, client, settled = nothing, freshCheckpoint = nothing } = options;
  const signer = checkpointSigner(options.checkpointKey);
  const settings: WebSettings = {
    baseUrl,
    isDemonstration,
    sessionSecret,
    issuer,
    client,
    signer,
    machineNow,
    settled,
    freshCheckpoint,
  };

  const app = await NestFactory.create<NestExpressApplication>(WebModule.over(record, settings), {
    bodyParser: false,
    logger: false,
  });
  app.disable('x-powered-by');
  // ETag is the version of a file here, never a digest of the body.
  app.disable('etag');
  app.use(helmet({ contentSecurityPolicy: { useDefaults: false, directives: policy } }));
  for (const { path, handler } of options.mounts ?? []) app.use(path, handler);
  app.use(receive(), identify(new TokenReader(options.issuer, machineNow), record.directory, machineNow));
  app.use(rateLimit(options.rateLimit, machineNow), readBody());
  app.useGlobalFilters(new ProblemFilter(record.reader, say));
  app.useGlobalGuards(app.get(AccessGuard));
  app.useGlobalInterceptors(new AnswerInterceptor());
  app.useGlobalPipes(new ShapePipe());
  await app.init();
  return app;
}

/** Pages without scripts. Forms may lead on to the identity provider, which may be another host. */
const policy = {
  defaultSrc: ["'none'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
  formAction: ["'self'"],
};
