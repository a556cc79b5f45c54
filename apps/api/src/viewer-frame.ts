import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import type { Request } from 'express';
import { map, type Observable } from 'rxjs';
import type { Person } from '@risk/access';
import { callerOf } from './access/caller.js';
import { framedFor } from './pages/html.js';

/** Puts into the frame of a page what only its viewer has: the pages that are open, the name, the way out. */
export class ViewerFrame implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<Request>();
    return next.handle().pipe(map((answer: unknown) => framed(answer, callerOf(request)?.person)));
  }
}

const framed = (answer: unknown, viewer: Person | undefined): unknown =>
  typeof answer === 'string' && viewer ? framedFor(viewer, answer) : answer;
