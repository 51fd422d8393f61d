import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { Ledger, type poolOf, Reader } from '#ledger';
import { PersonDirectory } from '#people';
import { MeEndpoint } from './api/me/me.endpoint.js';
import { AccessGuard } from './shell/access-guard.js';
import { WebSettings } from './shell/web-settings.js';

export type WebRecord = { readonly ledger: Ledger; readonly reader: Reader; readonly directory: PersonDirectory };

export function recordOf(pool: ReturnType<typeof poolOf>, machineNow: () => number): WebRecord {
  const reader = new Reader(pool, machineNow);
  return { ledger: new Ledger(pool, machineNow), reader, directory: new PersonDirectory(reader) };
}

/** Every endpoint of the API and every page. A new one is a line here. */
const endpoints: Type[] = [MeEndpoint];

/** Commands and queries that endpoints ask for; each is built from Ledger, Reader and PersonDirectory. A new one is a line here. */
const casework: Type[] = [];

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
        { provide: WebSettings, useValue: settings },
        ...casework,
      ],
    };
  }
}
