/**
 * Makes one digest of all small notices of a recipient and channel that lie due at `$1`. Rows are locked, so
 * that each goes into one digest whoever gathers; the key keeps two digests of one moment apart, and what
 * could not be gathered now is gathered at the next look.
 */
export const GATHER = `
  with due as (
    select n.id, n.recipient, n.channel from notice n
    where n.state = 'gathering' and n.digest_id is null and n.not_before <= $1
    order by n.not_before, n.id limit $3
    for update skip locked
  ), heads as (
    select distinct on (due.recipient, due.channel, n.sample)
      due.recipient, due.channel, n.sample, n.unit, n.addressee
    from due join notice n on n.id = due.id
    order by due.recipient, due.channel, n.sample, n.id desc
  ), made as (
    insert into notice (alert_id, step, kind, unit, recipient, channel, addressee, state, not_before, sample,
      created_at)
    select null, $2 || case when h.sample then '#sample' else '' end, 'digest', h.unit, h.recipient, h.channel,
      h.addressee || '{"dueAt": null, "acknowledgeBy": null}', 'pending', $1, h.sample, $1
    from heads h
    on conflict on constraint notice_once do nothing
    returning id, recipient, channel, sample
  ), items as (
    update notice n set digest_id = made.id
    from due, made
    where n.id = due.id and n.recipient = made.recipient and n.channel = made.channel
      and n.sample = made.sample
  )
  select id from made
`;
