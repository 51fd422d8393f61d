import { type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { type Response } from 'express';
import { map, type Observable } from 'rxjs';

/** What an endpoint answers when it is more than a 200 with a body. */
export class Answer<T> {
  constructor(
    readonly body: T,
    readonly status: number,
    readonly headers: { readonly [name: string]: string },
  ) {}
}

/** An answer with its version as ETag, the address of what was made, and whether a repeated command is answered again. */
export function answer<T>(
  body: T,
  of: { status?: 200 | 201; version?: number; location?: string; isReplay?: boolean; headers?: { [name: string]: string } } = {},
): Answer<T> {
  return new Answer(body, of.status ?? 200, {
    ...(of.version !== undefined && { ETag: `"${of.version}"` }),
    ...(of.location !== undefined && { Location: of.location }),
    ...(of.isReplay && { 'Idempotent-Replayed': 'true' }),
    ...of.headers,
  });
}

/** 200 for every method unless the endpoint says otherwise: a POST that moves a case creates nothing. */
export class AnswerInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next.handle().pipe(
      map((value: unknown) => {
        const response = context.switchToHttp().getResponse<Response>();
        if (response.headersSent) return value;
        if (!(value instanceof Answer)) {
          if (response.statusCode === 201) response.status(200);
          return value;
        }
        response.status(value.status).set(value.headers);
        return value.body;
      }),
    );
  }
}
