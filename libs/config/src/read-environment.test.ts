import {
  Environment,
  EnvironmentFaults,
  environmentTable,
  environmentVariables,
  type Program,
  readEnvironment,
  serviceUrl,
  type Variables,
} from './index.js';

const faultsOf = (variables: Variables, program?: Program): readonly string[] => {
  try {
    readEnvironment(variables, program);
    return [];
  } catch (error) {
    if (error instanceof EnvironmentFaults) return error.faults.map(({ says }) => says);
    throw error;
  }
};

const address = (role: string): string => `postgres://${role}:secret@db:5432/teg`;
const key = 'ab'.repeat(32);
const complete = {
  DATABASE_URL: address('teg_app'),
  MIGRATION_DATABASE_URL: address('postgres'),
  BELL_DATABASE_URL: address('teg_bell'),
  ERASER_DATABASE_URL: address('teg_eraser'),
  REDIS_URL: 'redis://queue:6379',
  TEG_BASE_URL: 'https://teg.example.org/',
  OIDC_ISSUER: 'https://login.example.org/',
  OIDC_CLIENT_ID: 'teg',
  OIDC_CLIENT_SECRET: 'secret',
  SESSION_SECRET: key,
  CHECKPOINT_KEY: key,
};

describe('the environment', () => {
  it('is the demonstration on port 3000 when nothing is set', () => {
    expect({ ...readEnvironment({ HOME: '/home/someone', PORT: '', DATABASE_URL: '  ' }) }).toEqual({
      PORT: 3000,
      TEG_DATA_DIR: '.teg',
      TEG_RATE_LIMIT: 600,
    });
  });

  it.each(['standalone', 'web', 'worker', 'migrate', 'teg'] as const)('lets %s start with everything set', (program) => {
    const { TEG_BASE_URL, OIDC_ISSUER } = readEnvironment(complete, program);
    expect([TEG_BASE_URL, OIDC_ISSUER]).toEqual(['https://teg.example.org', 'https://login.example.org']);
  });

  it('lets npm start run on a database of one’s own with its two addresses alone', () => {
    const { DATABASE_URL, MIGRATION_DATABASE_URL } = complete;
    expect(faultsOf({ DATABASE_URL, MIGRATION_DATABASE_URL })).toEqual([]);
  });

  it('names everything that is wrong at once, and repeats no value', () => {
    const says = faultsOf({
      PORT: '70000',
      TEG_RATE_LIMIT: '-1',
      TEG_CLOCK_START: '2026-12-24T16:55',
      REDIS_URL: 'http://hunter2@queue',
      DATABASE_URL: 'mysql://hunter2@db/teg',
      SESSION_SECRET: 'hunter2',
      CHECKPOINT_KEY: 'hunter2',
    });
    expect(says).toEqual([
      'PORT must be a whole number from 0 (any free port) to 65535.',
      'TEG_RATE_LIMIT must be a whole number, 0 or more.',
      'TEG_CLOCK_START must be an instant with its zone, such as 2026-12-24T16:55:00Z.',
      'DATABASE_URL must be a PostgreSQL address such as postgres://teg_app:PASSWORD@HOST:5432/teg.',
      'REDIS_URL must be an address such as redis://HOST:6379.',
      'SESSION_SECRET must be at least 32 characters, such as openssl rand -hex 32 prints.',
      'CHECKPOINT_KEY must be 64 hexadecimal digits, such as openssl rand -hex 32 prints.',
      'TEG_CLOCK_START belongs to the demonstration: remove it, or remove DATABASE_URL.',
    ]);
    expect(says.join()).not.toContain('hunter2');
  });

  it.each([
    ['0', 0],
    ['65535', 65535],
  ])('takes the port %s', (text, PORT) => {
    expect(readEnvironment({ PORT: text })).toMatchObject({ PORT });
  });

  it.each(['65536', '-1', '3000.5', '0x10', 'http'])('refuses the port %s', (PORT) => {
    expect(faultsOf({ PORT })).toHaveLength(1);
  });

  it('counts 0 requests a minute as no limit and keeps it', () => {
    expect(readEnvironment({ TEG_RATE_LIMIT: '0' }).TEG_RATE_LIMIT).toBe(0);
  });

  it('turns the start of the clock into UTC', () => {
    expect(readEnvironment({ TEG_CLOCK_START: '2026-07-01T10:00:00+01:00' }).TEG_CLOCK_START).toBe('2026-07-01T09:00:00.000Z');
    expect(faultsOf({ TEG_CLOCK_START: '2026-02-30T10:00:00Z' })).toHaveLength(1);
  });

  it('does not start the demonstration for somebody who meant a database of their own', () => {
    expect(faultsOf({ MIGRATION_DATABASE_URL: address('postgres') })).toEqual([
      'MIGRATION_DATABASE_URL is set without DATABASE_URL, so the demonstration would start on a database of its own: set DATABASE_URL too, or remove it.',
    ]);
  });

  it('lets migrate run before there is any other role', () => {
    expect(faultsOf({ MIGRATION_DATABASE_URL: address('postgres') }, 'migrate')).toEqual([]);
  });

  it('wants the sign-in whole or not at all', () => {
    expect(faultsOf({ OIDC_ISSUER: 'https://login.example.org', OIDC_CLIENT_ID: 'teg' })).toEqual([
      "OIDC_CLIENT_SECRET is missing: OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET belong together, so set all of them, or none for the demonstration's sign-in.",
    ]);
  });

  it.each(['web', 'worker', 'migrate'] as const)('names each variable that %s needs and does not have', (program) => {
    const needed = environmentVariables.filter(({ neededBy }) => neededBy.includes(program)).map(({ name }) => name);
    expect(needed).not.toEqual([]);
    expect(faultsOf({}, program).map((says) => says.split(' ')[0])).toEqual(needed);
    for (const name of needed)
      expect(faultsOf({ ...complete, [name]: undefined }, program).join()).toContain(`${name} is missing`);
  });

  it('sends the command line to TEG_URL, else to this computer', () => {
    expect(serviceUrl(readEnvironment({ TEG_URL: 'https://teg.example.org/' }, 'teg'))).toBe('https://teg.example.org');
    expect(serviceUrl(readEnvironment({ PORT: '3100' }, 'teg'))).toBe('http://127.0.0.1:3100');
  });
});

describe('the list of variables', () => {
  it('explains exactly what the class holds', () => {
    expect(environmentVariables.map(({ name }) => name).sort()).toEqual(Object.keys(new Environment()).sort());
  });

  it('is a table with a row for each', () => {
    const rows = environmentTable().trimEnd().split('\n').slice(2);
    expect(rows.map((row) => row.split('`')[1])).toEqual(environmentVariables.map(({ name }) => name));
    for (const row of rows) expect(row.split(' | ')).toHaveLength(4);
  });
});
