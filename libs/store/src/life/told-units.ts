import { isInside } from './inside.js';

/**
 * Who was told of an alert, or of one that lives on in it, each unit in the part that it has now; who was only
 * reminded or called up was not told. Once the alert was assigned, that unit leads and whoever led before is in
 * copy; those who lead an alert that was merged into it assist, as long as somebody leads here.
 */
export const toldOf = (alert: string): string => `
  select distinct on (unit) unit, addressee ->> 'unitName' as "unitName", role,
    addressee ->> 'because' as because, coalesce((addressee ->> 'waits')::boolean, false) as waits
  from (
    select told.id, unit, addressee, case
      when part = 'lead' and not is_own and bool_or(is_own and part = 'lead') over () then 'assist' else part
      end as role
    from (
      select n.id, n.unit, n.addressee, n.alert_id = ${alert} as is_own, case
        when n.addressee ->> 'role' = 'lead' and n.alert_id = ${alert} and n.unit <> (
          select c.detail ->> 'toUnit' from alert_change c
          where c.alert_id = ${alert} and c.kind = 'assigned' order by c.id desc limit 1
        ) then 'copy' else n.addressee ->> 'role' end as part
      from notice n where ${isInside('n.alert_id', alert)} and n.kind = 'alert'
    ) told
  ) parts
  order by unit, array_position(array['lead', 'assist', 'copy'], role), id desc
`;
