import { MACHINE, type AccessPolicy } from '@risk/access';
import { TokenBuckets, type Clock } from '@risk/kit';
import type { Caller } from '../access/caller.js';
import { refuseOver } from './refuse-over.js';

/** Holds back a login that asks more than a person does, and a service that asks more than it needs. */
export class CallerLimits {
  private readonly logins: TokenBuckets;
  private readonly services: TokenBuckets;

  constructor(clock: Clock, { login, token }: Pick<AccessPolicy['limits'], 'login' | 'token'>) {
    this.logins = new TokenBuckets(clock, login);
    this.services = new TokenBuckets(clock, token);
  }

  take({ person, bearer }: Pick<Caller, 'person' | 'bearer'>): void {
    if (bearer && person.id === MACHINE) return;
    const buckets = bearer ? this.services : this.logins;
    const refusal = refuseOver(buckets.take(person.id));
    if (refusal) throw refusal;
  }
}
