import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import { PersonDirectory } from '#people';
import { type Request, type Response } from 'express';
import { Endpoint } from '../../shell/endpoint.js';
import { notSignedIn } from '../../shell/refused-request.js';
import { SealedCookie, sessionCookie } from '../../shell/session.js';
import { WebSettings } from '../../shell/web-settings.js';
import { SignInFlow } from './sign-in-flow.js';

const minutes = 60;

@Controller()
export class SignInPage {
  private readonly flow: SignInFlow;
  private readonly begun: SealedCookie<{ state: string; nonce: string; verifier: string }>;

  constructor(
    private readonly directory: PersonDirectory,
    private readonly settings: WebSettings,
  ) {
    this.flow = new SignInFlow(settings);
    this.begun = new SealedCookie('teg_sign_in', 10 * minutes, settings);
  }

  @Get('sign-in')
  @Endpoint({
    does: 'beginSignIn',
    says: 'Leads a browser to the identity provider.',
    isPublic: true,
    answers: { 303: 'redirect' },
  })
  async begin(@Req() request: Request, @Res() response: Response): Promise<void> {
    // Cookies belong to a host: whoever came by another name of ours goes to the one that the provider knows first.
    if (request.headers.host !== new URL(this.settings.baseUrl).host)
      return response.redirect(303, `${this.settings.baseUrl}/sign-in`);
    const { address, ...begun } = await this.flow.begin();
    await this.begun.set(response, begun);
    response.redirect(303, address);
  }

  @Get('signed-in')
  @Endpoint({
    does: 'endSignIn',
    says: 'Where the identity provider leads a browser back to.',
    isPublic: true,
    answers: { 303: 'redirect' },
    refuses: ['notSignedIn'],
  })
  async end(@Req() request: Request, @Res() response: Response): Promise<void> {
    const begun = await this.begun.read(request);
    this.begun.clear(response);
    const subject = begun && (await this.flow.end(request.originalUrl, begun));
    if (!subject) throw notSignedIn('tokenInvalid');
    if (!(await this.directory.bySubject(subject))) throw notSignedIn('personUnknown');
    await sessionCookie(this.settings).set(response, { subject });
    response.redirect(303, '/');
  }

  /** A form of another site cannot sign anybody out: the cookie does not come with it. */
  @Post('sign-out')
  @Endpoint({ does: 'signOut', says: 'Ends the session of a browser.', isPublic: true, answers: { 303: 'redirect' } })
  signOut(@Res() response: Response): void {
    sessionCookie(this.settings).clear(response);
    response.redirect(303, '/');
  }
}
