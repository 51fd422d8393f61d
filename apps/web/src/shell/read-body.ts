import { raw, type RequestHandler } from 'express';
import { notSignedIn, refuse } from './refused-request.js';
import { type SeenRequest } from './seen-request.js';
import { readJson } from './strict-json.js';

const limit = 1024 * 1024;
const limitOfDocuments = 8 * 1024 * 1024;

const json = /^application\/json\s*(?:;\s*charset="?utf-8"?\s*)?$/i;

/** Reads the body of a command as strict JSON. Nobody's body is read; a command without a body is one with no fields. */
export function readBody(): RequestHandler {
  const readers = {
    ordinary: raw({ type: () => true, inflate: false, limit }),
    document: raw({ type: () => true, inflate: false, limit: limitOfDocuments }),
  };
  return (request, response, next) => {
    if (request.method === 'GET' || request.method === 'HEAD' || !request.path.startsWith('/api/')) return next();
    if (!(request as SeenRequest).teg.caller) return next(notSignedIn());
    const type = request.headers['content-type'];
    if (type !== undefined && !json.test(type)) return next(refuse('wrongMediaType'));
    const isDocument = request.path.endsWith('/documents');
    readers[isDocument ? 'document' : 'ordinary'](request, response, (error?: unknown) => {
      if (error) return next(error);
      const bytes: unknown = request.body;
      const length = bytes instanceof Uint8Array ? bytes.length : 0;
      if (length > 0 && type === undefined) return next(refuse('wrongMediaType'));
      if (length === 0) {
        request.body = {};
        return next();
      }
      const read = readJson(bytes as Uint8Array);
      if (!read.ok) return next(refuse('invalid', { faults: read.faults }));
      request.body = read.value;
      next();
    });
  };
}
