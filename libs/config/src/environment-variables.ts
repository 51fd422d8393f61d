import { type VariableName } from './environment.js';

/** Each of these is a program that reads the environment; `standalone` is what `npm start` runs, `teg` the command line. */
export type Program = 'standalone' | 'web' | 'worker' | 'migrate' | 'teg';

export type EnvironmentVariable = {
  readonly name: VariableName;
  readonly meaning: string;
  /** What holds without it. */
  readonly otherwise: string;
  /** What a good value looks like: completes "X must be ...". */
  readonly form: string;
  readonly isSecret?: true;
  /** The programs that do not start without it. */
  readonly neededBy: readonly Program[];
};

const role = (name: string): string => `a PostgreSQL address such as postgres://${name}:PASSWORD@HOST:5432/teg`;

/** Every variable that any program of Teg reads. The class `Environment` holds their values. */
export const environmentVariables: readonly EnvironmentVariable[] = [
  {
    name: 'PORT',
    meaning: 'Port of the pages and the API.',
    otherwise: '3000',
    form: 'a whole number from 0 (any free port) to 65535',
    neededBy: [],
  },
  {
    name: 'TEG_DATA_DIR',
    meaning: 'Folder of the demonstration: its embedded database, its keys and its files. One folder belongs to one running Teg.',
    otherwise: '`.teg` below the current folder',
    form: 'a folder',
    neededBy: [],
  },
  {
    name: 'TEG_URL',
    meaning: 'The running service that the command line talks to.',
    otherwise: '`http://127.0.0.1:$PORT`',
    form: 'an address such as https://teg.example.org',
    neededBy: [],
  },
  {
    name: 'TEG_RATE_LIMIT',
    meaning: 'Requests that one person may send in a minute; 0 sets no limit.',
    otherwise: '600',
    form: 'a whole number, 0 or more',
    neededBy: [],
  },
  {
    name: 'TEG_CLOCK_START',
    meaning:
      'The instant at which the clock of a new demonstration begins. Only without DATABASE_URL, and only when the folder is new.',
    otherwise: "the computer's own time",
    form: 'an instant with its zone, such as 2026-12-24T16:55:00Z',
    neededBy: [],
  },
  {
    name: 'DATABASE_URL',
    meaning:
      'The database, as the role `teg_app` that the service works as. It owns nothing and cannot pass by row-level security.',
    otherwise: 'the demonstration on an embedded database',
    form: role('teg_app'),
    isSecret: true,
    neededBy: ['web', 'worker'],
  },
  {
    name: 'MIGRATION_DATABASE_URL',
    meaning:
      'The same database, as a role that may create roles and schemas: to migrate, and for the first start on an empty database.',
    otherwise: 'nothing is migrated',
    form: role('postgres'),
    isSecret: true,
    neededBy: ['migrate'],
  },
  {
    name: 'BELL_DATABASE_URL',
    meaning: 'The same database, as the role `teg_bell` that finds what is due and owns the queue; it sees no record.',
    otherwise: 'no worker runs, except in the demonstration',
    form: role('teg_bell'),
    isSecret: true,
    neededBy: ['worker'],
  },
  {
    name: 'ERASER_DATABASE_URL',
    meaning:
      'The same database, as the role `teg_eraser` of the retention job, which alone may erase payloads and expired drafts.',
    otherwise: 'nothing is erased, except in the demonstration',
    form: role('teg_eraser'),
    isSecret: true,
    neededBy: ['worker'],
  },
  {
    name: 'REDIS_URL',
    meaning: 'A Redis or Valkey for the queue: the choice for several hosts.',
    otherwise: 'the queue lives in PostgreSQL',
    form: 'an address such as redis://HOST:6379',
    isSecret: true,
    neededBy: [],
  },
  {
    name: 'TEG_BASE_URL',
    meaning: 'The address at which people reach the service; sign-in returns to it.',
    otherwise: '`http://127.0.0.1:$PORT`',
    form: 'an address such as https://teg.example.org',
    neededBy: ['web'],
  },
  {
    name: 'OIDC_ISSUER',
    meaning: 'The OpenID Connect provider at which people sign in.',
    otherwise: 'the provider of the demonstration',
    form: 'an address such as https://login.example.org',
    neededBy: ['web'],
  },
  {
    name: 'OIDC_CLIENT_ID',
    meaning: 'The name under which that provider knows Teg.',
    otherwise: 'that of the demonstration',
    form: 'the id that the provider gave',
    neededBy: ['web'],
  },
  {
    name: 'OIDC_CLIENT_SECRET',
    meaning: 'The secret that the provider gave for it.',
    otherwise: 'that of the demonstration',
    form: 'the secret that the provider gave',
    isSecret: true,
    neededBy: ['web'],
  },
  {
    name: 'OIDC_AUDIENCE',
    meaning: 'The audience that bearer tokens of API clients must name.',
    otherwise: 'OIDC_CLIENT_ID',
    form: 'the audience that the provider puts into its tokens',
    neededBy: [],
  },
  {
    name: 'SESSION_SECRET',
    meaning: 'Key of the session cookies; the same for every web process.',
    otherwise: 'one made in the data folder',
    form: 'at least 32 characters, such as openssl rand -hex 32 prints',
    isSecret: true,
    neededBy: ['web'],
  },
  {
    name: 'CHECKPOINT_KEY',
    meaning: 'Secret key (Ed25519) that signs the checkpoints of the record; its public half is given to the oversight body.',
    otherwise: 'one made in the data folder',
    form: '64 hexadecimal digits, such as openssl rand -hex 32 prints',
    isSecret: true,
    neededBy: ['web', 'worker'],
  },
];
