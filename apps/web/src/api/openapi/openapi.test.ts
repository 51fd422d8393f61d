import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type WebWorld, webWorld } from '../../../../../test/world/web-world.js';
import { endpoints } from '../../web.module.js';
import { apiRoutes } from './api-routes.js';

type Answer = { content?: { [medium: string]: unknown } };
type Operation = {
  operationId: string;
  responses: { [status: string]: Answer & { $ref?: string } };
  requestBody?: unknown;
};
type Layer = { route?: { path: string; methods: { [method: string]: boolean } } };

describe('the API description', () => {
  let world: WebWorld;
  let document: {
    openapi: string;
    paths: { [path: string]: { [method: string]: Operation } };
    components: { schemas: object; responses: { [name: string]: Answer } };
  };
  beforeAll(async () => {
    world = await webWorld();
    document = (await (await world.as(null)).get('/openapi.json').expect(200)).body;
  });
  afterAll(() => world.close());

  const problemOf = (response: (Answer & { $ref?: string }) | undefined): Answer =>
    document.components.responses[response?.$ref?.split('/').at(-1) ?? ''] ?? {};

  it('has every route of the built application, and no other', () => {
    const router = (world.app.getHttpAdapter().getInstance() as { router: { stack: Layer[] } }).router;
    const built = router.stack.flatMap(({ route }) =>
      route ? Object.keys(route.methods).map((method) => `${method} ${route.path.replace(/:(\w+)/g, '{$1}')}`) : [],
    );
    const expanded = new Map(
      apiRoutes(endpoints).map(({ method, path, description }) => [
        `${method} ${path}`,
        Object.keys(description.bodies?.shapes ?? {}).map(
          (value) => `${method} ${path.replace(`{${description.bodies?.parameter}}`, value)}`,
        ),
      ]),
    );
    const told = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );
    const expected = built.flatMap((route) => {
      const values = expanded.get(route) ?? [];
      return values.length > 0 ? values : [route];
    });
    expect(told.sort()).toEqual(expected.sort());
  });

  it('tells for every route an answer and every problem it may have', () => {
    for (const [path, methods] of Object.entries(document.paths)) {
      for (const { operationId, responses, requestBody } of Object.values(methods)) {
        const statuses = Object.keys(responses);
        // A draft becomes what it is a draft of: a referral, or a move of a case.
        const answers = operationId === 'sendDraft' ? ['200', '201'] : [expect.any(String)];
        expect([operationId, statuses.filter((status) => /^[23]/.test(status))]).toEqual([operationId, answers]);
        expect(statuses).toEqual(expect.arrayContaining(requestBody ? ['400', '413', '415', '500', '503'] : ['500', '503']));
        if (path.startsWith('/api/')) expect(statuses).toContain('429');
        for (const status of statuses.filter((one) => /^[45]/.test(one)))
          expect(Object.keys(problemOf(responses[status]).content ?? {})).toEqual(['application/problem+json']);
      }
    }
  });

  it('points at nothing that is not there', () => {
    const text = JSON.stringify(document);
    for (const [, pointer = ''] of text.matchAll(/"\$ref":"#([^"]+)"/g)) {
      const found = pointer
        .slice(1)
        .split('/')
        .reduce<unknown>((at, key) => (at as { [key: string]: unknown } | undefined)?.[key], document);
      expect([pointer, typeof found]).toEqual([pointer, 'object']);
    }
  });

  it('is the one that is checked in as docs/openapi.json (npm run docs writes it)', () => {
    const checkedIn = JSON.parse(readFileSync(join(import.meta.dirname, '../../../../../docs/openapi.json'), 'utf8')) as unknown;
    expect(document).toEqual(checkedIn);
  });
});
