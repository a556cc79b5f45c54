import type { Database } from '../database.js';

/** A view of the queue that somebody keeps: a name for a query. */
export interface KeptView {
  readonly id: string;
  readonly name: string;
  /** As it stands in the address. */
  readonly query: string;
  /** Whether the whole unit has it, and not one person alone. */
  readonly isShared: boolean;
  readonly madeBy: string;
}

/** Whose views: those of the unit, and a person's own. */
export interface ViewOwner {
  readonly id: string;
  readonly unit: string;
}

/** A view to be kept. */
export interface ViewDraft {
  readonly name: string;
  readonly query: string;
  readonly isShared: boolean;
  readonly madeBy: string;
  readonly at: Date;
}

/** What becomes of a view; undefined leaves it. */
export interface ViewChange {
  readonly name?: string | undefined;
  readonly query?: string | undefined;
  /** Its place among those of its kind, from 1; whatever stands there makes room. */
  readonly place?: number | undefined;
}

/** Nobody looks through more. */
export const MOST_VIEWS = 30;

const OF = '(owner = $1 or owner is null and unit = $2)';

const LIST = `
  select id, name, query, owner is null as "isShared", made_by as "madeBy" from alert_view
  where ${OF} order by owner is not null, place, id limit ${String(2 * MOST_VIEWS)}
`;

const ADD = `
  insert into alert_view (unit, owner, name, query, place, made_by, made_at)
  select $2, case when $5 then null else $1::bigint end, $3, $4,
    (select coalesce(max(place), 0) + 1 from alert_view where ${OF}), $6, $7
  where (select count(*) from alert_view where ${OF} and (owner is null) = $5) < ${String(MOST_VIEWS)}
  on conflict do nothing returning id
`;

const CHANGE = `
  update alert_view set name = coalesce($4, name), query = coalesce($5, query)
  where id = $3 and ${OF}
    and not exists (select from alert_view other where other.id <> $3 and other.unit = alert_view.unit
      and other.owner is not distinct from alert_view.owner and other.name = $4)
  returning id
`;

/** All of the kind, shared or own, stand anew from 1 without gaps; the one that moves goes between two others. */
const PLACE = `
  with kind as (
    select id, row_number() over (order by place, id) as at from alert_view
    where ${OF} and (owner is null) = (select owner is null from alert_view where id = $3 and ${OF})
  ), stood as (
    select id, row_number() over (order by
      case when id <> $3 then at when at < $4 then $4 + 0.5 else $4 - 0.5 end) as at from kind
  )
  update alert_view set place = stood.at from stood where alert_view.id = stood.id
`;

/** Views of the queue in PostgreSQL: those of a unit and those of a person. */
export class PgViews {
  constructor(private readonly database: Database) {}

  /** The shared ones first, each kind in its order. */
  list({ id, unit }: ViewOwner): Promise<KeptView[]> {
    return this.database.rows<KeptView>(LIST, [id, unit]);
  }

  async find({ id, unit }: ViewOwner, viewId: string): Promise<KeptView | null> {
    const views = await this.list({ id, unit });
    return views.find((view) => view.id === viewId) ?? null;
  }

  /** Answers the id; null when the name is taken or there are too many. */
  async add({ id, unit }: ViewOwner, draft: ViewDraft): Promise<string | null> {
    const { name, query, isShared, madeBy, at } = draft;
    const values = [id, unit, name, query, isShared, madeBy, at];
    const [row] = await this.database.rows<{ id: string }>(ADD, values);
    return row?.id ?? null;
  }

  /** Whether it was changed; not when the new name is taken. */
  async change({ id, unit }: ViewOwner, viewId: string, change: ViewChange): Promise<boolean> {
    const { name, query, place } = change;
    const values = [id, unit, viewId, name ?? null, query ?? null];
    const isChanged = (await this.database.rows(CHANGE, values)).length === 1;
    if (isChanged && place !== undefined) await this.place({ id, unit }, viewId, place);
    return isChanged;
  }

  private async place({ id, unit }: ViewOwner, viewId: string, place: number): Promise<void> {
    await this.database.rows(PLACE, [id, unit, viewId, place]);
  }

  async remove({ id, unit }: ViewOwner, viewId: string): Promise<boolean> {
    const sql = `delete from alert_view where id = $3 and ${OF} returning id`;
    return (await this.database.rows(sql, [id, unit, viewId])).length === 1;
  }
}
