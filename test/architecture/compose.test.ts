import { environmentVariables, type Program, readEnvironment } from '#config';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';

const root = resolve(import.meta.dirname, '../..');
const text = readFileSync(join(root, 'docker-compose.yml'), 'utf8');
const dockerfile = readFileSync(join(root, 'Dockerfile'), 'utf8');

type Service = {
  build?: string;
  image: string;
  command?: string[];
  environment?: Record<string, string | number>;
  deploy?: { replicas: number };
  depends_on?: Record<string, { condition: string }>;
};
const { services, volumes } = parse(text, { merge: true }) as {
  services: Record<string, Service>;
  volumes: Record<string, null>;
};
const ours = Object.entries(services).filter(([, { build }]) => build);

/** As compose fills them in: a value from .env that is good where a good one is demanded. */
const good: Record<string, string> = {
  TEG_BASE_URL: 'https://teg.example.org',
  OIDC_ISSUER: 'https://login.example.org',
  OIDC_CLIENT_ID: 'teg',
  SESSION_SECRET: 'ab'.repeat(32),
  CHECKPOINT_KEY: 'ab'.repeat(32),
};
const filledIn = (value: string | number): string =>
  String(value).replace(/\$\{(\w+)(?::([-?])([^}]*))?\}/g, (_, name: string, kind: string, word: string) =>
    kind === '-' ? word : (good[name] ?? 'secret'),
  );

describe('docker-compose.yml', () => {
  it('repeats web and worker, and runs them beside one database, one queue and one migration', () => {
    expect(Object.keys(services).sort()).toEqual(['migrate', 'postgres', 'queue', 'web', 'worker']);
    expect([services['web']?.deploy?.replicas, services['worker']?.deploy?.replicas]).toEqual([2, 2]);
    expect(ours.map(([name]) => name).sort()).toEqual(['migrate', 'web', 'worker']);
    expect(Object.keys(volumes)).toEqual(['record']);
  });

  it.each(ours)('sets for %s only variables that libs/config reads', (_, service) => {
    const known: readonly string[] = environmentVariables.map(({ name }) => name);
    expect(Object.keys(service.environment ?? {}).filter((name) => !known.includes(name))).toEqual([]);
  });

  it.each(ours)('gives %s settings that libs/config accepts, with all that it needs', (name, service) => {
    const variables = Object.fromEntries(
      Object.entries(service.environment ?? {}).map(([variable, value]) => [variable, filledIn(value)]),
    );
    expect(() => readEnvironment(variables, name as Program)).not.toThrow();
  });

  it('lets the service log in as nobody but the roles that row-level security holds', () => {
    for (const name of ['web', 'worker'])
      expect(JSON.stringify(services[name]?.environment)).not.toContain('postgres://postgres:');
    expect(services['migrate']?.environment?.['MIGRATION_DATABASE_URL']).toContain('postgres://postgres:');
  });

  it('writes no secret down: each comes from .env, and compose stops where it is missing', () => {
    for (const { name } of environmentVariables.filter(({ isSecret }) => isSecret)) {
      for (const [, { environment }] of ours) {
        const value = environment?.[name];
        if (value !== undefined && name !== 'REDIS_URL') expect(`${name}=${value}`).toMatch(/\$\{\w+:\?[^}]+\}/);
      }
    }
    const demanded = [...text.matchAll(/\$\{(\w+):\?/g)].map(([, name]) => name);
    const comment = text
      .split('\n')
      .filter((line) => line.startsWith('#'))
      .join(' ');
    expect([...new Set(demanded)].filter((name) => !comment.includes(String(name)))).toEqual([]);
  });

  it('waits only for services that exist', () => {
    const awaited = Object.values(services).flatMap(({ depends_on: waitsFor }) => Object.keys(waitsFor ?? {}));
    expect(awaited.filter((name) => !services[name])).toEqual([]);
  });

  it('starts programs that exist', () => {
    for (const [, { command }] of ours) {
      const program = command?.find((word) => word.startsWith('dist/')) ?? 'none';
      expect([program, existsSync(join(root, program.replace('dist/', '').replace(/\.js$/, '.ts')))]).toEqual([program, true]);
    }
  });
});

describe('the image', () => {
  it('names no registry, here and in docker-compose.yml', () => {
    const images = [
      ...Object.values(services).map(({ image }) => image),
      ...[...dockerfile.matchAll(/^FROM (\S+)/gm)].map(([, image]) => String(image)),
    ];
    expect(images.length).toBeGreaterThan(4);
    for (const image of images) expect(image.split('/').slice(0, -1).join('/')).not.toMatch(/[.:]/);
  });

  it('copies only what is in the folder, runs as a normal user and starts what is built', () => {
    const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, names]) => String(names).split(' '));
    for (const name of copied) expect([name, existsSync(join(root, name))]).toEqual([name, true]);
    expect(dockerfile).toMatch(/^USER node$/m);
    expect(dockerfile).toContain('"dist/apps/web/src/main.js"');
  });

  it('takes in nothing that git leaves out', () => {
    const lines = (name: string): string[] =>
      readFileSync(join(root, name), 'utf8')
        .split('\n')
        .map((line) => line.replace(/\/$/, ''))
        .filter((line) => line && !line.startsWith('#'));
    expect(lines('.gitignore').filter((name) => !lines('.dockerignore').includes(name))).toEqual([]);
  });
});
