import type { Request } from 'express';
import {
  toldAt,
  toldFilters,
  type AuditDetail,
  type AuditEvent,
  type AuditOutcome,
  type Permission,
  type Person,
  type Told,
  type WordAt,
} from '@risk/access';
import type { House } from '@risk/assembly';
import { RiskError } from '@risk/kit';
import { fromOf } from './from-of.js';
import { bodyOf } from '../json-body.js';
import type { Reach } from './permit.js';

/** What of a request goes on the trail: the door, the id, and closed words, for sentences may name people. */
export interface Happening {
  readonly person: Person | null;
  readonly action: string;
  /** Which of the deeds of the action. */
  readonly deed?: string | null;
  readonly subject: string | null;
  readonly outcome: AuditOutcome;
  readonly refersTo?: string | null;
  /** Why it was refused or failed: the kind alone. */
  readonly because?: string;
  /** How many rows left the house. */
  readonly rows?: number;
}

/** Puts on the trail what somebody did or tried at a door. Answers the number of the line. */
export async function noteAtDoor(
  { audit, clock }: Pick<House, 'audit' | 'clock'>,
  request: Request,
  happening: Happening,
): Promise<string | null> {
  const { person, action, subject, outcome, refersTo = null } = happening;
  const event: AuditEvent = {
    at: clock.now(),
    ...{ who: person?.name ?? '', accountId: accountOf(person), roles: person?.roles ?? [] },
    ...{ action, subject, outcome, refersTo, from: fromOf(request) },
    detail: detailOf(request, happening),
  };
  const [seq] = await audit.record.run([event]);
  return seq ?? null;
}

/** As what passing a door is written down, as far as the request has told by now. */
export const toldOf = (permission: Permission, request: Request): Told =>
  toldAt(doorOf(request), permission, (place) => wordIn(request, place));

function wordIn(request: Request, { in: place, name }: WordAt): unknown {
  if (place === 'address') return request.params[name];
  return (bodyOf(request) as Readonly<Record<string, unknown>> | null)?.[name];
}

function detailOf(request: Request, { action, deed, because, rows }: Happening): AuditDetail {
  const asked = action === 'lists.save' ? toldFilters(request.query) : null;
  return {
    door: doorOf(request),
    ...(deed === undefined || deed === null ? {} : { deed }),
    ...(because === undefined ? {} : { because }),
    ...(asked === null ? {} : { asked }),
    ...(rows === undefined ? {} : { rows }),
  };
}

/** The thing that a door of this reach leads to: `alert:12`. */
export function subjectOf(reach: Reach, request: Request): string | null {
  if (reach.kind === 'unit') return `unit:${textOf(request.params[reach.param])}`;
  if (reach.kind === 'message') return `unit:${textOf(request.params[reach.unit])}`;
  const id = reach.kind === 'among' ? request.params[reach.param] : request.params['id'];
  if (id === undefined) return null;
  return `${reach.kind === 'among' ? reach.what : kindIn(request)}:${textOf(id)}`;
}

/** How a failure stands on the trail: refused when the house said no, failed when it could not. */
export function outcomeOf(error: unknown): Pick<Happening, 'outcome' | 'because'> {
  if (!(error instanceof RiskError)) return { outcome: 'failed', because: 'error' };
  return { outcome: error.kind === 'unavailable' ? 'failed' : 'refused', because: error.kind };
}

/** Services have no account: their ids are of another table. */
const accountOf = (person: Person | null): string | null =>
  person?.kind === 'person' ? person.id : null;

const doorOf = (request: Request): string => `${request.method} ${patternOf(request)}`;

/** The address as it was declared, without what somebody typed into it. */
function patternOf(request: Request): string {
  const { route } = request as { route?: { path?: unknown } };
  return typeof route?.path === 'string' ? route.path : '?';
}

/** `accounts` of /api/accounts/:id, as far as it tells. */
const kindIn = (request: Request): string =>
  patternOf(request)
    .replace(/^\/api/, '')
    .split('/')[1] ?? '?';

const LONGEST_ID = 60;
const textOf = (value: unknown): string => String(value).slice(0, LONGEST_ID);
