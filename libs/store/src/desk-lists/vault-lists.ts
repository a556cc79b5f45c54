import type { VaultLook } from '@risk/cases';
import type { Sight } from '@risk/domain';
import type { Listed, ListQuestion } from '@risk/kit';
import { seesVaultRequest } from '../access/sight-sql.js';
import type { Database } from '../database.js';
import { listPage, type ListTable } from '../list-page.js';
import { Conditions } from './conditions.js';

/** A request for a look, what became of it, and how often it was used. */
export interface VaultRequestRow {
  readonly id: string;
  readonly by: string;
  readonly unit: string;
  readonly because: string;
  readonly recordIds: readonly string[];
  readonly at: Date;
  readonly approvedBy: string | null;
  readonly approvedUnit: string | null;
  readonly approvedBecause: string | null;
  readonly approvedAt: Date | null;
  /** Until when it may be used. */
  readonly expiresAt: Date | null;
  /** Looks so far, one for each record and each time. */
  readonly looks: number;
  readonly lookedAt: Date | null;
}

export const VAULT_REQUEST_SORTS = ['at', 'unit'] as const;
export type VaultRequestSort = (typeof VAULT_REQUEST_SORTS)[number];
export const VAULT_LOOK_SORTS = ['at', 'unit', 'record'] as const;
export type VaultLookSort = (typeof VAULT_LOOK_SORTS)[number];
export const VAULT_REQUEST_STATES = ['waiting', 'open', 'ended'] as const;
export type VaultRequestState = (typeof VAULT_REQUEST_STATES)[number];

/** Whose requests and looks somebody is shown. */
export interface VaultScope {
  readonly sight: Sight;
  /** Only those of this person; null for whoever approves or reviews. */
  readonly by: string | null;
}

export interface VaultRequestQuestion extends ListQuestion<VaultRequestSort>, VaultScope {
  readonly state: VaultRequestState | null;
  readonly now: Date;
}

export interface VaultLookQuestion extends ListQuestion<VaultLookSort>, VaultScope {
  readonly recordId: string | null;
}

const REQUESTS: ListTable<VaultRequestSort> = {
  select: `r.id, r.requested_by as by, r.unit, r.because, r.requested_at as at,
    array(select record_id::text from vault_request_record where request_id = r.id
      order by record_id) as "recordIds",
    a.approved_by as "approvedBy", a.unit as "approvedUnit", a.because as "approvedBecause",
    a.approved_at as "approvedAt", a.expires_at as "expiresAt",
    (select count(*)::int from vault_look l where l.request_id = r.id) as looks,
    (select max(l.looked_at) from vault_look l where l.request_id = r.id) as "lookedAt"`,
  from: 'vault_request r left join vault_approval a on a.request_id = r.id',
  sorts: {
    at: { sql: 'r.requested_at', type: 'timestamptz' },
    unit: { sql: 'r.unit', type: 'text' },
  },
  key: 'r.id',
};

const LOOKS: ListTable<VaultLookSort> = {
  select: `l.id, l.request_id as "requestId", l.record_id::text as "recordId", l.looked_by as by, r.unit,
    l.because, l.approved_by as "approvedBy", l.looked_at as at`,
  from: 'vault_look l join vault_request r on r.id = l.request_id',
  sorts: {
    at: { sql: 'l.looked_at', type: 'timestamptz' },
    unit: { sql: 'r.unit', type: 'text' },
    record: { sql: 'l.record_id', type: 'bigint' },
  },
  key: 'l.id',
};

/** Waiting for a second person, to be used, or over; `now` is a placeholder. */
const STATES: Readonly<Record<VaultRequestState, (now: string) => string>> = {
  waiting: (now) => `a.request_id is null and ${now}::timestamptz is not null`,
  open: (now) => `a.expires_at > ${now}::timestamptz`,
  ended: (now) => `a.expires_at <= ${now}::timestamptz`,
};

const within = ({ sight, by }: VaultScope): Conditions =>
  new Conditions()
    .seenBy(sight, seesVaultRequest)
    .about(by, (place) => `r.requested_by = ${place}`);

/** One page of the requests for looks at reporters that somebody sees. */
export function vaultRequests(
  database: Database,
  question: VaultRequestQuestion,
): Promise<Listed<VaultRequestRow>> {
  const { state, now } = question;
  const conditions = within(question);
  if (state !== null) conditions.about(now, STATES[state]);
  return listPage<VaultRequestRow, VaultRequestSort>(
    database,
    REQUESTS,
    conditions.filter,
    question,
  );
}

/** One page of the looks at reporters; who reported stands in none of them. */
export function vaultLooks(
  database: Database,
  question: VaultLookQuestion,
): Promise<Listed<VaultLook>> {
  const conditions = within(question).about(
    question.recordId,
    (place) => `l.record_id = ${place}::bigint`,
  );
  return listPage<VaultLook, VaultLookSort>(database, LOOKS, conditions.filter, question);
}
