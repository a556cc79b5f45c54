import type { NextFunction, Request, Response } from 'express';
import { HttpException } from '@nestjs/common';
import { NotFound } from '@risk/kit';
import type { Door } from './access/doors-with-rules.js';

/** An address as it was declared, and what may be done there. */
interface Address {
  readonly pattern: RegExp;
  readonly methods: ReadonlySet<string>;
}

const NOT_ALLOWED = 405;
const UNSUPPORTED = 415;
/** How a body may be wrapped: no door unwraps any, and a bomb is not unwrapped by accident. */
const PLAIN = /^(identity)?$/i;
/** No id, name or code has it, and no database keeps it. */
const NUL = '%00';

/**
 * Answers what no door does: 405 with what may be done at an address that is there, the same list to whoever asks
 * for it (OPTIONS), 415 to bodies that are wrapped, and 404 to an address with NUL in it. Nobody of another site is told anything (no CORS).
 */
export function knownMethods(doors: readonly Door[]) {
  const addresses = addressesOf(doors);
  return (request: Request, response: Response, next: NextFunction): void => {
    if (!PLAIN.test(request.headers['content-encoding'] ?? '')) {
      next(new HttpException('wrapped', UNSUPPORTED));
      return;
    }
    if (request.path.includes(NUL)) {
      next(new NotFound('没有这个地址：里面有空字符'));
      return;
    }
    const found = addresses.filter(({ pattern }) => pattern.test(request.path));
    const methods = new Set(found.flatMap((address) => [...address.methods]));
    const isAsking = request.method === 'OPTIONS';
    if (methods.size === 0 || (methods.has(request.method) && !isAsking)) {
      next();
      return;
    }
    response.setHeader('Allow', [...methods].sort().join(', '));
    if (isAsking) response.status(204).end();
    else next(new HttpException('method', NOT_ALLOWED));
  };
}

function addressesOf(doors: readonly Door[]): readonly Address[] {
  const byPath = new Map<string, Set<string>>();
  for (const { path, method } of doors) {
    const methods = byPath.get(path) ?? new Set(['OPTIONS']);
    byPath.set(path, methods.add(method));
    if (method === 'GET') methods.add('HEAD');
  }
  return [...byPath].map(([path, methods]) => ({ pattern: patternOf(path), methods }));
}

/** `/api/alerts/:id` as Express reads it: without regard to case, with or without a slash at the end. */
function patternOf(path: string): RegExp {
  const parts = path
    .split('/')
    .map((part) =>
      /^[:*]/.test(part) ? wildcard(part) : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'),
    );
  return new RegExp(`^${parts.join('/')}/?$`, 'i');
}

const wildcard = (part: string): string => (part.startsWith('*') ? '.*' : '[^/]+');
