import type { DutyKind, Tier } from '@risk/domain';
import { effectiveTier, tierRank } from '../person-tiers.js';

/** Something that a unit owes, with the alert that it is about. */
export interface DutyLine {
  readonly id: string;
  readonly alertId: string | null;
  readonly entityName: string | null;
  readonly tier: Tier | null;
  readonly stage: string | null;
  readonly unit: string;
  readonly role: string;
  readonly kind: DutyKind;
  readonly subject: string;
  readonly because: string;
  readonly openedAt: Date;
  readonly dueAt: Date;
  readonly firstDueAt: Date;
  readonly doneAt: Date | null;
  readonly doneBy: string | null;
  readonly voidBecause: string | null;
  readonly pausedAt: Date | null;
  readonly sample: boolean;
}

/** The columns of a duty `d` and its alert `a`. */
export const DUTY_COLUMNS = `
  d.id, d.alert_id as "alertId", a.entity_name as "entityName", ${effectiveTier('a')} as tier, a.stage,
  d.unit, d.role, d.kind, d.subject, d.because, d.opened_at as "openedAt", d.due_at as "dueAt",
  d.first_due_at as "firstDueAt", d.done_at as "doneAt", d.done_by as "doneBy",
  d.void_because as "voidBecause", d.paused_at as "pausedAt", d.sample
`;

/** Duties `d` with their alerts `a`. */
export const DUTY = `
  select ${DUTY_COLUMNS} from duty d left join alert a on a.id = d.alert_id
`;

/** Neither done nor void. */
export const STANDING = 'd.done_at is null and d.void_at is null';

/** What is paused comes last, then the earliest, then the gravest. */
export const MOST_URGENT_FIRST = `
  order by d.paused_at is not null, d.due_at, ${tierRank(effectiveTier('a'))}, d.id
`;
