import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import type { Bearer, Person, Session } from '@risk/access';

/** Who is at the door. */
export interface Caller {
  readonly person: Person;
  /** The login; null of a program with a token. */
  readonly session: Session | null;
  /** What a program may deliver; null of a person. */
  readonly bearer: Bearer | null;
}

const callers = new WeakMap<Request, Caller>();

export const callerOf = (request: Request): Caller | null => callers.get(request) ?? null;

export function nameCaller(request: Request, caller: Caller): void {
  callers.set(request, caller);
}

/** Who is at a door that does not stand open. */
export function askerOf(request: Request): Caller {
  const caller = callers.get(request);
  if (!caller) throw new Error('a door without a rule asked who is there');
  return caller;
}

/** The person at the door, as an argument of what answers. */
export const Asker = createParamDecorator(
  (_: unknown, context: ExecutionContext): Person =>
    askerOf(context.switchToHttp().getRequest<Request>()).person,
);
