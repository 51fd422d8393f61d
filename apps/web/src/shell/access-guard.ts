import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { may } from '#people';
import { endpointKey, type EndpointDescription } from './endpoint.js';
import { notSignedIn, refuse } from './refused-request.js';
import { type SeenRequest } from './seen-request.js';

/** Lets nobody in who is not signed in or whose roles do not include it. A role is necessary, never enough: the command asks further. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const description = this.reflector.get<EndpointDescription | undefined>(endpointKey, context.getHandler());
    if (!description) throw new Error(`${context.getClass().name}.${context.getHandler().name} has no @Endpoint`);
    const { teg } = context.switchToHttp().getRequest<SeenRequest>();
    teg.does = description.does;
    teg.isPage = Object.values(description.answers).some((answer) => answer === 'text/html' || answer === 'redirect');
    if (description.isPublic) return true;
    if (!teg.caller) throw notSignedIn();
    if (description.action && !may(teg.caller, description.action)) throw refuse('notYours');
    return true;
  }
}
