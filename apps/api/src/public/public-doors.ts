import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { NextFunction, Request, Response } from 'express';
import type { PublicPage } from '@risk/settings';

/** All that a server of citizens' pages answers; where it stands there is nothing else to reach. */
const PATHS: ReadonlySet<string> = new Set([
  '/report',
  '/report/learn',
  '/report/status',
  '/report/style.css',
  '/favicon.svg',
]);

const cameByPublicDoor = new WeakSet<IncomingMessage>();
const pathOf = ({ url = '/' }: IncomingMessage): string => url.split('?', 1)[0] ?? '/';

/** What a page says that is not there; as shut as all others. */
const NOWHERE = {
  'content-type': 'text/plain; charset=utf-8',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
};

/** A server of its own for the pages of citizens, over the same doors: a proxy before it reaches nothing else. */
export function publicServer(doors: RequestListener): Server {
  return createServer((request, response) => {
    const path = pathOf(request);
    if (PATHS.has(path)) {
      cameByPublicDoor.add(request);
      doors(request, response);
      return;
    }
    request.resume();
    if (path === '/') response.writeHead(303, { ...NOWHERE, location: '/report' }).end();
    else response.writeHead(404, NOWHERE).end('没有这个页面\n');
  });
}

/** Keeps the pages of citizens where they belong: nowhere when switched off, at their own place when they have one. */
export function keepPublicApart(page: PublicPage | null) {
  return (request: Request, response: Response, next: NextFunction): void => {
    // The doors behind know no difference of case, so neither may the one before them.
    const path = request.path.toLowerCase();
    const isPublic = path === '/report' || path.startsWith('/report/');
    const isShut = page === null || (page.ownPlace !== null && !cameByPublicDoor.has(request));
    if (isPublic && isShut) response.writeHead(404, NOWHERE).end('没有这个页面\n');
    else next();
  };
}
