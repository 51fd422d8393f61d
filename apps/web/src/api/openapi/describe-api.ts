import { type Type } from '@nestjs/common';
import { type Json, type JsonObject } from '#ledger';
import { type EndpointDescription } from '../../shell/endpoint.js';
import { statusOf } from '../../shell/problem.js';
import { fieldsOf, objectSchema, shapeName } from '../../shell/shape-schema.js';
import { type Shape } from '../../shell/shape-fields.js';
import { type ProblemCode } from '#wording';
import { apiRoutes } from './api-routes.js';
import { components } from './api-components.js';

/** The API as OpenAPI 3.1: every route with its parameters, bodies, answers and problems, from what the routes themselves go by. */
export function describeApi(controllers: readonly Type[]): JsonObject {
  const schemas = new Map<string, { readonly shape: Shape; readonly schema: JsonObject }>();
  const see = (shape: Shape): void => {
    const name = shapeName(shape);
    const known = schemas.get(name);
    if (known && known.shape !== shape) throw new Error(`Two shapes are called ${name}.`);
    if (known) return;
    // Set before its parts are looked at, for a shape may hold itself.
    schemas.set(name, { shape, schema: {} });
    schemas.set(name, { shape, schema: objectSchema(shape, see) });
  };
  const paths: { [path: string]: { [method: string]: Json } } = {};
  const ids = new Set<string>();
  const problems: Problems = new Map();
  const add = (method: string, path: string, does: string, description: EndpointDescription): void => {
    const operationId = ids.has(does)
      ? `${does}At${(path.split('/')[2] ?? '').replace(/^./, (letter) => letter.toUpperCase())}`
      : does;
    if (ids.has(operationId)) throw new Error(`Two routes are called ${operationId}.`);
    ids.add(operationId);
    paths[path] = { ...paths[path], [method]: operation(operationId, path, description, see, problems) };
  };
  for (const { method, path, description } of apiRoutes(controllers)) {
    const { bodies } = description;
    if (!bodies) add(method, path, description.does, description);
    for (const [value, body] of Object.entries(bodies?.shapes ?? {})) {
      add(method, path.replace(`{${bodies?.parameter}}`, value), camelCase(value), { ...description, body });
    }
  }
  const shapes = [...schemas].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, { schema }]): [string, Json] => [name, schema]);
  return {
    openapi: '3.1.0',
    info: { title: 'Teg', version: '1', description: 'A decision engine for youth out-of-court disposals in England and Wales.' },
    servers: [{ url: '/' }],
    security: [{ bearer: [] }],
    paths: Object.fromEntries(Object.entries(paths).sort(([a], [b]) => (a < b ? -1 : 1))),
    components: {
      ...components,
      responses: Object.fromEntries([...problems].sort(([a], [b]) => (a < b ? -1 : 1))),
      schemas: { ...components.schemas, ...Object.fromEntries(shapes) },
    },
  };
}

/** Told once, under the names of their codes, for every route that may answer so. */
type Problems = Map<string, Json>;

function operation(
  operationId: string,
  path: string,
  description: EndpointDescription,
  see: (shape: Shape) => void,
  problems: Problems,
): JsonObject {
  const { says, isPublic, body, answers } = description;
  const parameters = parametersOf(path, description, see);
  if (body) see(body);
  const told = Object.entries(answers).map(([status, answer]): [string, Json] => [
    status,
    answerOf(answer, status, description, see),
  ]);
  return {
    operationId,
    summary: says,
    ...(isPublic && { security: [] }),
    ...(parameters.length > 0 && { parameters }),
    ...(body && { requestBody: { required: true, content: { 'application/json': { schema: reference(body) } } } }),
    responses: Object.fromEntries([...told, ...problemsOf(path, description, problems)]),
  };
}

function parametersOf(
  path: string,
  { query, isCommand, readsMatch, readsAsAt }: EndpointDescription,
  see: (shape: Shape) => void,
): readonly JsonObject[] {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']): JsonObject =>
    name === 'reference'
      ? { $ref: '#/components/parameters/reference' }
      : { name, in: 'path', required: true, schema: { type: 'string' } },
  );
  const inQuery = query
    ? fieldsOf(query, see).map(({ name, isRequired, schema }): JsonObject => ({
        name,
        in: 'query',
        required: isRequired,
        schema,
      }))
    : [];
  const shared = [
    readsAsAt && 'asAt',
    isCommand && 'idempotencyKey',
    readsMatch && 'ifMatch',
    path.startsWith('/api/') && 'acceptLanguage',
  ];
  return [
    ...inPath,
    ...inQuery,
    ...shared.filter((name) => typeof name === 'string').map((name): JsonObject => ({ $ref: `#/components/parameters/${name}` })),
  ];
}

function answerOf(
  answer: EndpointDescription['answers'][number],
  status: string,
  { isCommand }: EndpointDescription,
  see: (shape: Shape) => void,
): JsonObject {
  if (answer === 'redirect')
    return { description: 'Goes on elsewhere.', headers: { Location: { $ref: '#/components/headers/Location' } } };
  const names = [...(isCommand ? ['ETag', 'Idempotent-Replayed'] : []), ...(status === '201' ? ['Location'] : [])];
  const headers = Object.fromEntries(names.map((name): [string, Json] => [name, { $ref: `#/components/headers/${name}` }]));
  const more = names.length > 0 ? { headers } : {};
  if (typeof answer === 'string') {
    return {
      description: 'Done.',
      ...more,
      content: { [answer]: { schema: answer === 'application/json' ? { type: 'object' } : { type: 'string' } } },
    };
  }
  see(answer);
  return { description: 'Done.', ...more, content: { 'application/json': { schema: reference(answer) } } };
}

/** Problems by status; those that share one (409, 422) are told together. */
function problemsOf(
  path: string,
  { isPublic, action, body, query, isCommand, readsMatch, readsAsAt, refuses = [] }: EndpointDescription,
  problems: Problems,
): readonly [string, Json][] {
  const hasReference = path.includes('{reference}');
  const given: readonly (ProblemCode | false | undefined)[] = [
    (body || query || readsAsAt || isCommand) && 'invalid',
    body && 'tooLarge',
    body && 'wrongMediaType',
    !isPublic && 'notSignedIn',
    action && 'notYours',
    hasReference && 'notFound',
    isCommand && 'keyReused',
    readsMatch && 'stale',
    path !== '/health' && 'rateLimited',
    'broken',
    'unavailable',
    ...refuses,
  ];
  const codes = [...new Set(given.filter((code) => typeof code === 'string'))];
  const statuses = [...new Set(codes.map(statusOf))].sort((a, b) => a - b);
  return statuses.map((status) => {
    const because = codes.filter((code) => statusOf(code) === status);
    const schema = { allOf: [{ $ref: '#/components/schemas/Problem' }, { properties: { because: { enum: because } } }] };
    const headers =
      status === 429 || status === 503 ? { headers: { 'Retry-After': { $ref: '#/components/headers/Retry-After' } } } : {};
    const name = because.join('-or-');
    problems.set(name, { description: because.join(', '), ...headers, content: { 'application/problem+json': { schema } } });
    return [String(status), { $ref: `#/components/responses/${name}` }];
  });
}

const reference = (shape: Shape): JsonObject => ({ $ref: `#/components/schemas/${shapeName(shape)}` });
const camelCase = (kebab: string): string => kebab.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
