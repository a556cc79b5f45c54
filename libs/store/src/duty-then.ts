/**
 * The deadline of a duty, row `d`, that stood at a moment. Only the present one stands on the duty; those
 * that ended are kept beside it with the moment at which they did.
 */
export const dueThen = (moment: string): string => `coalesce((
    select old.due_at from duty_deadline old
    where old.duty_id = d.id and old.ended_at >= ${moment} order by old.id limit 1
  ), d.due_at)`;

/** Whether the clock of a duty was held at a moment: only answers are paused, until resumed or risen; the log says when. */
export const pausedThen = (moment: string): string => `(d.kind = 'answer' and coalesce((
    select c.kind from alert_change c
    where c.alert_id = d.alert_id
      and (c.unit = d.unit and c.kind in ('paused', 'resumed') or c.kind = 'upgraded')
      and c.at >= d.opened_at and c.at < ${moment} order by c.id desc limit 1
  ) = 'paused', false))`;

/** Whether a duty was owed at a moment: neither done nor void yet. */
export const owedThen = (moment: string): string => `(d.opened_at < ${moment}
    and (d.done_at is null or d.done_at >= ${moment}) and (d.void_at is null or d.void_at >= ${moment}))`;
