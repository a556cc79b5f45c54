import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import type { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { catchError, concatMap, from, switchMap, throwError, type Observable } from 'rxjs';
import type { House } from '@risk/assembly';
import { noteAtDoor, outcomeOf, subjectOf } from './audit-door.js';
import { callerOf, type Caller } from './caller.js';
import { DOOR_RULE, type DoorRule } from './permit.js';

/**
 * Notes who passed which door: of a reading, before the answer leaves; of a deed, before it begins and again when
 * it ended, so that nothing is done that left no line, even if the house dies in between. What cannot be
 * noted is not answered.
 */
export class AuditTrailInterceptor implements NestInterceptor {
  constructor(
    private readonly house: House,
    private readonly reflector: Reflector,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<Request>();
    const rule = this.reflector.get<DoorRule | undefined>(DOOR_RULE, context.getHandler());
    const caller = callerOf(request);
    if (!rule || !('permission' in rule) || !caller || isDelivery(caller)) return next.handle();
    const { permission: action, reach } = rule;
    const what = { person: caller.person, action, subject: subjectOf(reach, request) };
    const note = (
      more: Pick<Parameters<typeof noteAtDoor>[2], 'outcome' | 'because' | 'refersTo'>,
    ) => from(noteAtDoor(this.house, request, { ...what, ...more }));
    const begun = request.method === 'GET' ? from([null]) : note({ outcome: 'begun' });
    return begun.pipe(
      switchMap((refersTo) =>
        next.handle().pipe(
          concatMap((answer: unknown) =>
            note({ outcome: 'done', refersTo }).pipe(switchMap(() => [answer])),
          ),
          catchError((error: unknown) =>
            note({ ...outcomeOf(error), refersTo }).pipe(switchMap(() => throwError(() => error))),
          ),
        ),
      ),
    );
  }
}

/** What other systems deliver is on the ledger of the intake, record by record. */
const isDelivery = ({ bearer }: Caller): boolean => bearer !== null;
