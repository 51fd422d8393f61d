import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { Ledger, type poolOf, Reader } from '#ledger';
import { AdmitPerson, ChangeDuties, FoundOrganisation, PersonDirectory, RecordLeaving } from '#people';
import { AccessLogEndpoint } from './api/access-log/access-log.endpoint.js';
import { CheckpointsEndpoint } from './api/checkpoints/checkpoints.endpoint.js';
import { ClockEndpoint } from './api/clock/clock.endpoint.js';
import { HealthEndpoint } from './api/health/health.endpoint.js';
import { LedgerExportEndpoint } from './api/ledger-export/ledger-export.endpoint.js';
import { MeEndpoint } from './api/me/me.endpoint.js';
import { ApiControllers } from './api/openapi/api-routes.js';
import { OpenapiEndpoint } from './api/openapi/openapi.endpoint.js';
import { ChangePeopleEndpoint } from './api/people/change-people.endpoint.js';
import { OrganisationsEndpoint } from './api/people/organisations.endpoint.js';
import { PeopleEndpoint } from './api/people/people.endpoint.js';
import { HomePage } from './pages/home/home.page.js';
import { SignInPage } from './pages/sign-in/sign-in.page.js';
import { AccessGuard } from './shell/access-guard.js';
import { RecordPool } from './shell/record-pool.js';
import { WebSettings } from './shell/web-settings.js';

export type WebRecord = {
  readonly ledger: Ledger;
  readonly reader: Reader;
  readonly directory: PersonDirectory;
  readonly pool: RecordPool;
};

export function recordOf(pool: ReturnType<typeof poolOf>, machineNow: () => number): WebRecord {
  const reader = new Reader(pool, machineNow);
  return { ledger: new Ledger(pool, machineNow), reader, directory: new PersonDirectory(reader), pool: new RecordPool(pool) };
}

/** Every endpoint of the API and every page. A new one is a line here. */
export const endpoints: Type[] = [
  AccessLogEndpoint,
  ChangePeopleEndpoint,
  CheckpointsEndpoint,
  ClockEndpoint,
  HealthEndpoint,
  HomePage,
  LedgerExportEndpoint,
  MeEndpoint,
  OpenapiEndpoint,
  OrganisationsEndpoint,
  PeopleEndpoint,
  SignInPage,
];

/** Commands and queries that endpoints ask for; each is built from Ledger, Reader and PersonDirectory. A new one is a line here. */
const casework: Type[] = [AdmitPerson, ChangeDuties, FoundOrganisation, RecordLeaving];

@Module({})
export class WebModule {
  static over(record: WebRecord, settings: WebSettings): DynamicModule {
    return {
      module: WebModule,
      controllers: endpoints,
      providers: [
        AccessGuard,
        { provide: Ledger, useValue: record.ledger },
        { provide: Reader, useValue: record.reader },
        { provide: PersonDirectory, useValue: record.directory },
        { provide: RecordPool, useValue: record.pool },
        { provide: ApiControllers, useValue: new ApiControllers(endpoints) },
        { provide: WebSettings, useValue: settings },
        ...casework,
      ],
    };
  }
}
