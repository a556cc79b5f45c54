/** Whether a duty `d` counts for its unit: it was not ended, or it was late already when it was. */
export const COUNTS = `(d.void_at is null or d.void_at > d.due_at and d.paused_at is null)`;

/** The same as a source of rows, each kind by an index of its own. */
export const COUNTED_DUTIES = `(
  select * from duty where void_at is null
  union all
  select * from duty where void_at > due_at and paused_at is null
)`;
