import type { NextFunction, Request, Response } from 'express';
import type { House } from '@risk/assembly';

/** Where nobody declared a door: all of these are one. */
const NO_DOOR = 'none';

/** Counts every answer by its door, and how long it took; doors are named as they were declared, never as they were typed. */
export function countAnswers({ meters, clock }: Pick<House, 'meters' | 'clock'>) {
  return (request: Request, response: Response, next: NextFunction): void => {
    const begun = clock.now().getTime();
    response.once('close', () => {
      const seconds = (clock.now().getTime() - begun) / 1000;
      const { method } = request;
      meters.answered({ method, door: doorOf(request), status: response.statusCode, seconds });
    });
    next();
  };
}

function doorOf(request: Request): string {
  const { route } = request as { route?: { path?: unknown } };
  return typeof route?.path === 'string' ? route.path : NO_DOOR;
}
