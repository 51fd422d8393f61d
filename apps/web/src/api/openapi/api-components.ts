/** What all routes share: how to sign in, headers, parameters, and what a problem looks like. */
export const components = {
  securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
  parameters: {
    reference: { name: 'reference', in: 'path', required: true, schema: { type: 'string', pattern: '^[A-Z0-9-]{1,32}$' } },
    idempotencyKey: {
      name: 'Idempotency-Key',
      in: 'header',
      required: false,
      schema: { type: 'string', pattern: '^[!-~]{1,64}$' },
    },
    ifMatch: { name: 'If-Match', in: 'header', required: false, schema: { type: 'string', pattern: '^"(0|[1-9][0-9]{0,8})"$' } },
    asAt: { name: 'as-at', in: 'query', required: false, schema: { type: 'string', format: 'date-time' } },
    acceptLanguage: {
      name: 'Accept-Language',
      in: 'header',
      required: false,
      schema: { type: 'string', examples: ['en', 'cy'] },
    },
  },
  headers: {
    ETag: { schema: { type: 'string' } },
    Location: { schema: { type: 'string' } },
    'Idempotent-Replayed': { schema: { enum: ['true'] } },
    'Retry-After': { schema: { type: 'integer' } },
  },
  schemas: {
    Problem: {
      type: 'object',
      properties: {
        type: { type: 'string', pattern: '^urn:teg:problem:' },
        title: { type: 'string' },
        status: { type: 'integer' },
        detail: { type: 'string' },
        because: { type: 'string' },
        code: { type: 'string' },
        faults: { type: 'array', items: { $ref: '#/components/schemas/Fault' } },
        rules: { type: 'array', items: { type: 'object' } },
        state: { type: 'string' },
        possible: { type: 'array', items: { type: 'string' } },
        other: { type: 'string' },
        reference: { type: 'string' },
      },
      required: ['type', 'title', 'status', 'detail', 'because'],
    },
    Fault: {
      type: 'object',
      properties: { pointer: { type: 'string' }, code: { type: 'string' }, says: { type: 'string' } },
      required: ['pointer', 'code', 'says'],
    },
  },
} as const;
