import type { Request, Response } from 'express';
import type { House } from '@risk/assembly';

type Place = Pick<House, 'environment'>;

const isSecure = ({ environment }: Place): boolean =>
  environment.publicUrl?.startsWith('https://') ?? false;

/** Behind https the name itself forbids browsers to take the cookie from anybody else (RFC 6265bis). */
export const cookieName = (place: Place, name: string): string =>
  isSecure(place) ? `__Host-${name}` : name;

const SESSION = 'risk';

/** The token that a browser shows; null when it shows none. */
export const tokenIn = (request: Request, place: Place): string | null =>
  cookieIn(request, cookieName(place, SESSION));

/** What a browser keeps under a name; null when it keeps nothing. */
export function cookieIn(request: Request, name: string): string | null {
  for (const pair of (request.headers.cookie ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return null;
}

export function giveToken(response: Response, place: Place, token: string): void {
  response.cookie(cookieName(place, SESSION), token, cookieAttributes(place));
}

export function takeToken(response: Response, place: Place): void {
  response.clearCookie(cookieName(place, SESSION), cookieAttributes(place));
}

/** No script reads it, no foreign page sends it along with a deed, and it goes with the browser. */
export const cookieAttributes = (place: Place) => ({
  ...{ httpOnly: true, sameSite: 'lax' as const, path: '/' },
  secure: isSecure(place),
});
