import { Controller, Get, Req, Res } from '@nestjs/common';
import { PersonDirectory } from '#people';
import { fill, type Language } from '#wording';
import { type Request, type Response } from 'express';
import { Endpoint } from '../../shell/endpoint.js';
import { escaped, pageDocument, pageLanguage } from '../../shell/page-document.js';
import { sessionCookie } from '../../shell/session.js';
import { WebSettings } from '../../shell/web-settings.js';
import cy from './home.cy.json' with { type: 'json' };
import en from './home.en.json' with { type: 'json' };

const words = { en, cy } satisfies Record<Language, typeof en>;

@Controller()
export class HomePage {
  constructor(
    private readonly directory: PersonDirectory,
    private readonly settings: WebSettings,
  ) {}

  @Get()
  @Endpoint({
    does: 'seeHome',
    says: 'The first page: what Teg is, who is signed in.',
    isPublic: true,
    answers: { 200: 'text/html' },
  })
  async see(@Req() request: Request, @Res() response: Response): Promise<void> {
    const language = pageLanguage(request);
    const session = await sessionCookie(this.settings).read(request);
    const person = session && (await this.directory.bySubject(session.subject));
    const text = words[language];
    const who = person
      ? fill(text.signedInAs, { email: person.email, roles: person.roles, organisation: person.organisation })
      : text.notSignedIn;
    const other = language === 'en' ? 'cy' : 'en';
    const body = [
      `<nav><a href="/?lang=${other}" lang="${other}" hreflang="${other}">${escaped(text.otherLanguage)}</a></nav>`,
      `<main><h1>${escaped(text.title)}</h1>`,
      `<p>${escaped(text.tagline)}</p>`,
      ...(this.settings.isDemonstration ? [`<p><strong>${escaped(text.demonstration)}</strong></p>`] : []),
      `<p>${escaped(text.what)}</p>`,
      `<p>${escaped(who)}</p>`,
      person
        ? `<form method="post" action="/sign-out"><button type="submit">${escaped(text.signOut)}</button></form>`
        : `<p><a href="/sign-in">${escaped(text.signIn)}</a></p>`,
      `<ul><li><a href="/openapi.json">${escaped(text.apiDescription)}</a></li><li><a href="/health">${escaped(text.health)}</a></li></ul></main>`,
    ].join('\n');
    if (request.query['lang'] === language) {
      response.cookie('teg_language', language, {
        httpOnly: true,
        sameSite: 'lax',
        secure: this.settings.baseUrl.startsWith('https:'),
        maxAge: 365 * 86_400_000,
      });
    }
    response
      .set('Content-Language', language)
      .type('html')
      .send(pageDocument({ language, title: text.title, body }));
  }
}
