import { SetMetadata } from '@nestjs/common';
import { type Action } from '#people';
import { type ProblemCode } from '#wording';
import { type Shape } from './shape-fields.js';

export const endpointKey = 'teg:endpoint';

/** What an answer without a shape of its own consists of. */
export type Medium = 'application/x-ndjson' | 'text/html' | 'text/css' | 'text/plain' | 'application/json' | 'redirect';

/** Everything there is to know about a route beside its handler: the guard, the access log and the API description read it. */
export type EndpointDescription = {
  /** Its name: operationId of the description, and what the access log calls an attempt that was refused. */
  readonly does: string;
  /** One line for whoever reads the API description. */
  readonly says: string;
  /** Asked of the access table before the handler runs; a command asks it again with the roles of that moment. */
  readonly action?: Action;
  /** Whether nobody need be signed in. */
  readonly isPublic?: true;
  readonly query?: Shape;
  /** The body. With `bodies` the route has a parameter whose values each have a body of their own. */
  readonly body?: Shape;
  readonly bodies?: { readonly parameter: string; readonly shapes: { readonly [value: string]: Shape } };
  /** Shape or medium of each answer that is no problem. */
  readonly answers: { readonly [status: number]: Shape | Medium };
  /** Refusals beside those that any route may give. */
  readonly refuses?: readonly ProblemCode[];
  /** Whether it is a command with Idempotency-Key, and whether it reads If-Match. */
  readonly isCommand?: true;
  readonly readsMatch?: true;
  /** Whether it can be asked as at an earlier instant. */
  readonly readsAsAt?: true;
};

/** Describes a route; a route without it does not start. */
export const Endpoint = (description: EndpointDescription): MethodDecorator => SetMetadata(endpointKey, description);
