import { recordSource } from '#ledger';
import { demonstrationPeople } from '#people';
import { composeWeb, type WebOptions } from '#web';
import { composeWorker, type Log, type WorkerOptions } from '#worker';
import { openDemonstration } from './demonstration.js';

export type Running = {
  readonly url: string;
  readonly isDemonstration: boolean;
  /** Settles when the embedded database was lost for good. */
  readonly lost: Promise<Error>;
  stop(): Promise<void>;
};

/** What main.ts read of the environment, by the variables' names. */
export type Settings = {
  readonly PORT: number;
  readonly TEG_DATA_DIR: string;
  readonly TEG_RATE_LIMIT: number;
  readonly TEG_CLOCK_START?: string;
  readonly REDIS_URL?: string;
  readonly TEG_BASE_URL?: string;
  readonly BELL_DATABASE_URL?: string;
  readonly ERASER_DATABASE_URL?: string;
  readonly OIDC_ISSUER?: string;
  readonly OIDC_CLIENT_ID?: string;
  readonly OIDC_CLIENT_SECRET?: string;
  readonly OIDC_AUDIENCE?: string;
  readonly SESSION_SECRET?: string;
  readonly CHECKPOINT_KEY?: string;
};

const say = (line: string): void => void process.stderr.write(`${line}\n`);
/** Only what went wrong: the demonstration's terminal is read by a person. */
const logFailures: Log = (line) => ('failure' in line ? say(JSON.stringify(line)) : undefined);

/** Web and worker in one process, on the embedded database. Listens on 127.0.0.1 alone: anybody may sign in as anybody. */
export async function runDemonstration(settings: Settings): Promise<Running> {
  const { PORT, TEG_DATA_DIR: dataDir } = settings;
  const demonstration = await openDemonstration({ dataDir, port: PORT, clockStart: settings.TEG_CLOCK_START });
  const { secrets, appUrl, bellUrl, eraserUrl, postgres } = demonstration;
  const baseUrl = `http://127.0.0.1:${PORT}`;
  const accounts = demonstrationPeople.map(({ email, organisation, role }) => ({ email, organisation, roles: [role] }));
  // Loaded here alone: where Teg has a provider of its own to use, the demonstration's never comes into the process.
  const { composeProvider } = await import('./provider/compose-provider.js');
  const provider = composeProvider({ baseUrl, dataDir, accounts: () => Promise.resolve(accounts), say });
  try {
    const started = await startBoth(
      { PORT, host: '127.0.0.1', appUrl },
      {
        issuer: provider.issuer,
        baseUrl,
        client: provider.client,
        sessionSecret: secrets.session,
        checkpointKey: secrets.checkpointKey,
        rateLimit: settings.TEG_RATE_LIMIT,
        isDemonstration: true,
        mounts: [{ path: provider.path, handler: provider.handler }],
        say,
      },
      { bellUrl, eraserUrl, redisUrl: settings.REDIS_URL, checkpointKey: secrets.checkpointKey, log: logFailures },
    );
    const stop = async (): Promise<void> => {
      await started.stop();
      await postgres.stop();
    };
    return { url: baseUrl, isDemonstration: true, lost: postgres.lost, stop };
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}

/** The same two in one process on a database of one's own. */
export async function runOn(settings: Settings, appUrl: string): Promise<Running> {
  const given = (
    name:
      | 'BELL_DATABASE_URL'
      | 'ERASER_DATABASE_URL'
      | 'OIDC_ISSUER'
      | 'OIDC_CLIENT_ID'
      | 'OIDC_CLIENT_SECRET'
      | 'SESSION_SECRET'
      | 'CHECKPOINT_KEY',
  ): string => {
    const value = settings[name];
    if (value === undefined) throw new Error(`${name} must be set beside DATABASE_URL.`);
    return value;
  };
  const baseUrl = settings.TEG_BASE_URL ?? `http://127.0.0.1:${settings.PORT}`;
  const started = await startBoth(
    { PORT: settings.PORT, host: '0.0.0.0', appUrl },
    {
      issuer: { url: given('OIDC_ISSUER'), audience: settings.OIDC_AUDIENCE ?? given('OIDC_CLIENT_ID') },
      baseUrl,
      client: { id: given('OIDC_CLIENT_ID'), secret: given('OIDC_CLIENT_SECRET') },
      sessionSecret: given('SESSION_SECRET'),
      checkpointKey: given('CHECKPOINT_KEY'),
      rateLimit: settings.TEG_RATE_LIMIT,
      isDemonstration: false,
      say,
    },
    {
      bellUrl: given('BELL_DATABASE_URL'),
      eraserUrl: given('ERASER_DATABASE_URL'),
      redisUrl: settings.REDIS_URL,
      checkpointKey: given('CHECKPOINT_KEY'),
      log: logFailures,
    },
  );
  return { url: baseUrl, isDemonstration: false, lost: new Promise<Error>(() => undefined), stop: started.stop };
}

type Place = { readonly PORT: number; readonly host: string; readonly appUrl: string };

async function startBoth(
  place: Place,
  web: Omit<WebOptions, 'source'>,
  work: Omit<Extract<WorkerOptions, { appUrl: string }>, 'appUrl'>,
): Promise<{ stop(): Promise<void> }> {
  const worker = await composeWorker({ ...work, appUrl: place.appUrl });
  const source = recordSource(place.appUrl, 16);
  try {
    const app = await composeWeb({
      ...web,
      source,
      settled: () => worker.settle(),
      freshCheckpoint: () => worker.writeCheckpoint(),
    });
    await app.listen(place.PORT, place.host);
    const stop = async (): Promise<void> => {
      await app.close();
      await worker.stop();
      await source.destroy();
    };
    return { stop };
  } catch (error) {
    await worker.stop();
    throw error;
  }
}
