import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import { type Reader } from '#ledger';
import { type Language } from '#wording';
import { type Response } from 'express';
import { escaped, pageDocument, pageLanguage } from './page-document.js';
import { type ProblemBody, problemOf, refusalOf } from './problem.js';
import { RefusedRequest, type WebRefusal } from './refused-request.js';
import { referenceIn, type SeenRequest } from './seen-request.js';

/** Every answer that is no 2xx: noted in the access log where a person is known, then told as problem+json. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly reader: Reader,
    private readonly say: (line: string) => void,
  ) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const request = host.switchToHttp().getRequest<SeenRequest>();
    const response = host.switchToHttp().getResponse<Response>();
    const refusal = refusalOf(error);
    if (refusal.because === 'broken') this.say(lineOf(error, refusal.reference));
    if (response.headersSent) {
      // Half of a stream is out: only a broken connection tells the reader that it is not whole.
      response.destroy();
      return;
    }
    await this.note(request, refusal);
    if (refusal.because === 'unavailable') response.set('Retry-After', '5');
    if (error instanceof RefusedRequest) response.set(error.headers);
    response.removeHeader('ETag');
    const { isPage } = request.teg;
    const language = isPage ? pageLanguage(request) : request.teg.language;
    const problem = problemOf(refusal, language);
    response.status(problem.status).set('Content-Language', language);
    if (isPage) response.type('html').send(problemPage(problem, language));
    else response.type('application/problem+json').send(JSON.stringify(problem));
  }

  private async note(request: SeenRequest, refusal: WebRefusal): Promise<void> {
    const { caller, does } = request.teg;
    const isNoted = refusal.because !== 'unavailable' && refusal.because !== 'broken' && refusal.code !== 'repeated';
    if (!caller || !isNoted) return;
    const of = referenceIn(request.path) ?? undefined;
    try {
      await this.reader.noteRefusal(caller.id, { what: does ?? 'requestRead', of }, refusal.because);
    } catch (error) {
      // The refusal stands even when it cannot be noted: nothing was shown.
      this.say(lineOf(error, undefined));
    }
  }
}

function problemPage({ title, detail, reference }: ProblemBody, language: Language): string {
  const told = [detail, ...(typeof reference === 'string' ? [reference] : [])].map((text) => `<p>${escaped(text)}</p>`).join('');
  return pageDocument({ language, title, body: `<main><h1>${escaped(title)}</h1>${told}<p><a href="/">Teg</a></p></main>` });
}

/** What the log tells of an error: where it happened and its code. Its message may hold what somebody typed, so it stays out. */
function lineOf(error: unknown, reference: string | undefined): string {
  const { name, code, constraint, stack } = error as { name?: string; code?: string; constraint?: string; stack?: string };
  const at = (stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8)
    .map((line) => line.trim());
  return JSON.stringify({ level: 'error', reference, name, code, constraint, at });
}
