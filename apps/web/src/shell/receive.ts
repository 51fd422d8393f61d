import { languages } from '#wording';
import { type RequestHandler } from 'express';
import { type SeenRequest } from './seen-request.js';

/** The first look at a request: in which language to answer, and that nothing of it is kept by anybody on the way. */
export function receive(): RequestHandler {
  return (request, response, next) => {
    const asked = request.acceptsLanguages([...languages]);
    const language = asked === 'cy' ? 'cy' : 'en';
    (request as SeenRequest).teg = { language, caller: null, does: null, isPage: false };
    response.set({ 'Content-Language': language, Vary: 'Accept-Language, Authorization', 'Cache-Control': 'no-store' });
    next();
  };
}
