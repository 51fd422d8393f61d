import { randomUUID } from 'node:crypto';
import { faultInWords, type Language, type ProblemCode, problemInWords } from '#wording';
import { HttpException } from '@nestjs/common';
import { RefusedRequest, type WebRefusal } from './refused-request.js';
import { wordedRules } from './worded-rule.js';

const statuses: { readonly [because in ProblemCode]: number } = {
  invalid: 400,
  notSignedIn: 401,
  notYours: 403,
  notFound: 404,
  notNow: 409,
  duplicate: 409,
  stale: 412,
  tooLarge: 413,
  wrongMediaType: 415,
  notAllowed: 422,
  keyReused: 422,
  matchMissing: 428,
  rateLimited: 429,
  broken: 500,
  unavailable: 503,
};

export const statusOf = (because: ProblemCode): number => statuses[because];

// Classes of SQLSTATE: connection, resources (disk full), operator intervention (shutdown), system errors; and two that may be tried again.
const awayCodes =
  /^(08...|53...|57P0.|58...|40001|40P01|ECONNREFUSED|ECONNRESET|ENOTFOUND|EPIPE|ETIMEDOUT|EAI_AGAIN|ERR_JWKS_TIMEOUT)$/;
// node-postgres gives these no code.
const awayMessages = new Set([
  'Connection terminated',
  'Connection terminated unexpectedly',
  'Connection terminated due to connection timeout',
  'timeout exceeded when trying to connect',
  'Client has encountered a connection error and is not queryable',
]);

/** The refusal that an error amounts to. `reference` is given to what nobody foresaw, so that a report can be matched to the log. */
export function refusalOf(error: unknown): WebRefusal & { readonly reference?: string } {
  if (error instanceof RefusedRequest) return error.refusal;
  if (error instanceof HttpException) return ofStatus(error.getStatus());
  const { code, message, status, cause } = error as {
    code?: unknown;
    message?: unknown;
    status?: unknown;
    cause?: { code?: unknown };
  };
  const isAway =
    [code, cause?.code].some((one) => typeof one === 'string' && awayCodes.test(one)) || awayMessages.has(String(message));
  if (isAway) return { because: 'unavailable' };
  // Errors of Express and its body reader carry the status they mean.
  if (typeof status === 'number' && status >= 400 && status < 500) return ofStatus(status);
  return { because: 'broken', reference: randomUUID() };
}

function ofStatus(status: number): WebRefusal {
  if (status === 400) return { because: 'invalid', faults: [{ pointer: '', code: 'badAddress' }] };
  if (status === 413) return { because: 'tooLarge' };
  if (status === 415) return { because: 'wrongMediaType' };
  return status < 500 ? { because: 'notFound' } : { because: 'broken' };
}

export type ProblemBody = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly because: ProblemCode;
} & {
  readonly [more: string]: unknown;
};

/** A refusal in words, as application/problem+json (RFC 9457). Codes are never translated. */
export function problemOf(refusal: WebRefusal & { readonly reference?: string }, language: Language): ProblemBody {
  const { because, code, faults, rules, possible, state, other, reference } = refusal;
  const { title, detail } = problemInWords(because, { code, state }, language);
  return {
    type: `urn:teg:problem:${because}`,
    title,
    status: statuses[because],
    detail,
    because,
    ...(code !== undefined && { code }),
    ...(faults && {
      faults: faults.map((fault) => ({
        pointer: fault.pointer,
        code: fault.code,
        says: faultInWords(fault.code, fault.values ?? {}, language),
      })),
    }),
    ...(rules && { rules: wordedRules(rules, language) }),
    ...(state !== undefined && { state }),
    ...(possible && { possible }),
    ...(other !== undefined && { other }),
    ...(reference !== undefined && { reference }),
  };
}
