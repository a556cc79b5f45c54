import type { Request } from 'express';
import type { AuditEvent, AuditOutcome, Person } from '@risk/access';
import type { House } from '@risk/assembly';
import { RiskError } from '@risk/kit';
import { fromOf } from './from-of.js';
import type { Reach } from './permit.js';

/** What of a request goes on the trail; of what was asked, only the address of the door and the id. */
interface Happening {
  readonly person: Person | null;
  readonly action: string;
  readonly subject: string | null;
  readonly outcome: AuditOutcome;
  readonly refersTo?: string | null;
  /** Why it was refused or failed; the kind alone, for sentences may name people. */
  readonly because?: string;
}

/** Puts on the trail what somebody did or tried at a door. Answers the number of the line. */
export async function noteAtDoor(
  { audit, clock }: Pick<House, 'audit' | 'clock'>,
  request: Request,
  { person, because, refersTo = null, ...what }: Happening,
): Promise<string | null> {
  const door = `${request.method} ${patternOf(request)}`;
  const event: AuditEvent = {
    at: clock.now(),
    ...{ who: person?.name ?? '', accountId: accountOf(person), roles: person?.roles ?? [] },
    ...{ ...what, refersTo, from: fromOf(request) },
    detail: because === undefined ? { door } : { door, because },
  };
  const [seq] = await audit.record.run([event]);
  return seq ?? null;
}

/** The thing that a door of this reach leads to: `alert:12`. */
export function subjectOf(reach: Reach, request: Request): string | null {
  if (reach.kind === 'unit') return `unit:${textOf(request.params[reach.param])}`;
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
