import type { NextFunction, Request, Response } from 'express';
import { networkOf, TokenBuckets, type Clock, type Pace } from '@risk/kit';
import { fromOf } from '../access/from-of.js';
import { isOwnMachine } from '../access/own-machine.js';
import { refuseOver } from './refuse-over.js';

/** Files that are the same for everybody and cost nothing. */
const FREE = /^\/(style\.css|favicon\.svg|report\/style\.css|workbench\/assets\/[^/]+)$/;

/** Holds back an address that asks more than people do, before anything is looked up for it. */
export function addressLimit(clock: Clock, pace: Pace) {
  const buckets = new TokenBuckets(clock, pace);
  return (request: Request, _response: Response, next: NextFunction): void => {
    const from = fromOf(request) ?? '';
    // The machine itself: its programs, and a proxy that nobody said is trusted, behind which all look alike.
    if (FREE.test(request.path) || isOwnMachine(from)) next();
    else next(refuseOver(buckets.take(networkOf(from))));
  };
}
