import 'reflect-metadata';
import { RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { endpointKey, type EndpointDescription } from '../../shell/endpoint.js';

export type ApiRoute = { readonly method: string; readonly path: string; readonly description: EndpointDescription };

/** The controllers of this process: Nest needs a class to hand the list over by. */
export class ApiControllers {
  constructor(readonly all: readonly Type[]) {}
}

/** Every route of these controllers, with `{parameter}` in its path. */
export function apiRoutes(controllers: readonly Type[]): readonly ApiRoute[] {
  return controllers.flatMap((controller) => {
    const prototype = controller.prototype as { [name: string]: unknown };
    return Object.getOwnPropertyNames(prototype).flatMap((name) => {
      const handler = prototype[name];
      if (typeof handler !== 'function' || !Reflect.hasMetadata(METHOD_METADATA, handler)) return [];
      const description = Reflect.getMetadata(endpointKey, handler) as EndpointDescription | undefined;
      if (!description) throw new Error(`${controller.name}.${name} has no @Endpoint`);
      const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod].toLowerCase();
      return pathsOf(controller).flatMap((above) => pathsOf(handler).map((path) => ({ method, path: joined(above, path), description })));
    });
  });
}

function pathsOf(target: object): readonly string[] {
  const paths = Reflect.getMetadata(PATH_METADATA, target) as string | readonly string[] | undefined;
  return typeof paths === 'string' ? [paths] : (paths ?? ['']);
}

const joined = (above: string, path: string): string =>
  `/${[above, path]
    .flatMap((part) => part.split('/'))
    .filter((part) => part !== '')
    .join('/')}`.replace(/:(\w+)/g, '{$1}');
