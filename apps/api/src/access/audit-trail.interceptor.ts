import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import type { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { catchError, concatMap, from, of, switchMap, throwError, type Observable } from 'rxjs';
import type { House } from '@risk/assembly';
import { CountedFile } from '../lists/counted-file.js';
import { noteAtDoor, outcomeOf, subjectOf, toldOf, type Happening } from './audit-door.js';
import { callerOf, type Caller } from './caller.js';
import { DOOR_RULE, type DoorRule } from './permit.js';

type Outcome = Pick<Happening, 'outcome' | 'because' | 'refersTo' | 'rows'>;

/**
 * Notes who passed which door: of a reading, before the answer leaves; of a deed, before it begins and again when
 * it ended, so that nothing is done that left no line, even if the house dies in between. A list that is saved is
 * noted like a deed, and ends only when the trail says how many rows it held. What cannot be noted is not answered.
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
    const what = { person: caller.person, subject: subjectOf(rule.reach, request) };
    // What is done may be known only when the request was read.
    const note = (outcome: Outcome) =>
      noteAtDoor(this.house, request, {
        ...what,
        ...toldOf(rule.permission, request),
        ...outcome,
      });
    const isLooking = isLook(request) && toldOf(rule.permission, request).action !== 'lists.save';
    const begun = isLooking ? of(null) : from(note({ outcome: 'begun' }));
    return begun.pipe(
      switchMap((refersTo) =>
        next.handle().pipe(
          concatMap((answer: unknown) => {
            if (answer instanceof CountedFile) return of(notedAtEnd(answer, note, refersTo));
            return from(note({ outcome: 'done', refersTo })).pipe(switchMap(() => [answer]));
          }),
          catchError((error: unknown) =>
            from(note({ ...outcomeOf(error), refersTo })).pipe(
              switchMap(() => throwError(() => error)),
            ),
          ),
        ),
      ),
    );
  }
}

/** A list that leaves row by row; how many they were, its end tells. */
function notedAtEnd(
  file: CountedFile,
  note: (outcome: Outcome) => Promise<unknown>,
  refersTo: string | null,
): CountedFile {
  file.leaving.listen(async (rows, isWhole) => {
    const end = isWhole
      ? ({ outcome: 'done' } as const)
      : ({ outcome: 'failed', because: 'cut' } as const);
    await note({ ...end, refersTo, rows });
  });
  return file;
}

const isLook = ({ method }: Request): boolean => method === 'GET' || method === 'HEAD';

/** What other systems deliver is on the ledger of the intake, record by record. */
const isDelivery = ({ bearer }: Caller): boolean => bearer !== null;
