import type { Request, Response } from 'express';
import type { House } from '@risk/assembly';

type Place = Pick<House, 'environment'>;

/** Behind https the name itself forbids browsers to take the cookie from anybody else (RFC 6265bis). */
export const isSecure = ({ environment }: Place): boolean =>
  environment.publicUrl?.startsWith('https://') ?? false;
const nameAt = (place: Place): string => (isSecure(place) ? '__Host-risk' : 'risk');

/** The token that a browser shows; null when it shows none. */
export const tokenIn = (request: Request, place: Place): string | null =>
  cookieIn(request, nameAt(place));

/** What a browser keeps under a name; null when it keeps nothing. */
export function cookieIn(request: Request, name: string): string | null {
  for (const pair of (request.headers.cookie ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return null;
}

/** No script reads it, no foreign page sends it along, and it goes with the browser. */
export function giveToken(response: Response, place: Place, token: string): void {
  response.cookie(nameAt(place), token, attributesAt(place));
}

export function takeToken(response: Response, place: Place): void {
  response.clearCookie(nameAt(place), attributesAt(place));
}

const attributesAt = (place: Place) => ({
  ...{ httpOnly: true, sameSite: 'lax' as const, path: '/' },
  secure: isSecure(place),
});
