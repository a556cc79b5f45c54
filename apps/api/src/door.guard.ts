import { timingSafeEqual, createHash } from 'node:crypto';
import { UnauthorizedException, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { Forbidden } from '@risk/kit';

/** Paths that answer without a token. */
const OPEN_PATHS = new Set(['/api/health', '/api/health/live', '/style.css', '/favicon.svg']);
/** The receipt in the path is what its reader was given. */
const RECEIPT = /^\/read\/\d{1,18}\/[\w-]{24}$/;

const LOOPBACK_HOSTS = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

/**
 * Until accounts exist: on loopback no token is needed, but then the Host header must be loopback too
 * (against DNS rebinding); with RISK_TOKEN every request shows it. Writes from foreign pages are refused.
 */
export class DoorGuard implements CanActivate {
  constructor(private readonly token: string | null) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<Request>();
    if (OPEN_PATHS.has(request.path)) return true;
    refuseForeignPages(request);
    if (RECEIPT.test(request.path)) return true;
    if (this.token === null) return refuseForeignHosts(request);
    if (!sameText(shownToken(request), this.token)) throw new UnauthorizedException();
    return true;
  }
}

function refuseForeignHosts(request: Request): true {
  if (LOOPBACK_HOSTS.test(request.headers.host ?? '')) return true;
  throw new Forbidden('没有设置 RISK_TOKEN 时，只接受本机（localhost）访问');
}

function refuseForeignPages({ headers }: Request): void {
  const site = headers['sec-fetch-site'];
  const crossSite = site === 'cross-site' || site === 'same-site';
  const foreign =
    headers.origin !== undefined && !headers.origin.endsWith(`//${headers.host ?? ''}`);
  if ((crossSite && headers['sec-fetch-mode'] !== 'navigate') || foreign) {
    throw new Forbidden('不接受其他网站发来的请求');
  }
}

function shownToken({ headers }: Request): string {
  const [scheme, value] = (headers.authorization ?? '').split(' ', 2);
  if (scheme?.toLowerCase() === 'bearer') return value ?? '';
  if (scheme?.toLowerCase() !== 'basic') return '';
  const pair = Buffer.from(value ?? '', 'base64').toString('utf8');
  return pair.slice(pair.indexOf(':') + 1);
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
const sameText = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b));
