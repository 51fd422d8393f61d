import { type Request, type Response } from 'express';
import { type JWTPayload, jwtVerify, SignJWT } from 'jose';
import { type WebSettings } from './web-settings.js';

type Sealing = Pick<WebSettings, 'sessionSecret' | 'baseUrl' | 'machineNow'>;

/** A cookie of our pages: signed, for this browser only, expiring by machine time. What it holds is not secret from its owner. */
export class SealedCookie<T extends { readonly [name: string]: string }> {
  constructor(
    private readonly name: string,
    private readonly seconds: number,
    private readonly settings: Sealing,
  ) {}

  async set(response: Response, value: T): Promise<void> {
    const expiresAt = Math.floor(this.settings.machineNow() / 1000) + this.seconds;
    const text = await new SignJWT({ ...value })
      .setProtectedHeader({ alg: 'HS256' })
      .setAudience(this.name)
      .setExpirationTime(expiresAt)
      .sign(this.key());
    response.cookie(this.name, text, { ...this.attributes(), maxAge: this.seconds * 1000 });
  }

  clear(response: Response): void {
    response.clearCookie(this.name, this.attributes());
  }

  /** What the browser's cookie says; null where there is none, or it was altered, or it has expired. */
  async read(request: Request): Promise<(T & JWTPayload) | null> {
    const text = cookieOf(request, this.name);
    if (text === null) return null;
    try {
      const { payload } = await jwtVerify<T>(text, this.key(), {
        audience: this.name,
        algorithms: ['HS256'],
        currentDate: new Date(this.settings.machineNow()),
      });
      return payload;
    } catch {
      return null;
    }
  }

  private attributes(): { httpOnly: true; sameSite: 'lax'; secure: boolean; path: string } {
    return { httpOnly: true, sameSite: 'lax', secure: this.settings.baseUrl.startsWith('https:'), path: '/' };
  }

  private key(): Uint8Array {
    return new TextEncoder().encode(this.settings.sessionSecret);
  }
}

/** Who is signed in to the pages, for a working day. */
export const sessionCookie = (settings: Sealing): SealedCookie<{ subject: string }> =>
  new SealedCookie('teg_session', 12 * 3600, settings);

export function cookieOf(request: Request, name: string): string | null {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const [key, value = ''] = part.trim().split('=', 2);
    if (key === name) return /^[\w.-]+$/.test(value) ? value : null;
  }
  return null;
}
