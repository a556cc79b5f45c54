/** The ids of an alert and of all that live on in it, as a query; the alert is an id, or a placeholder of one. */
const insideOf = (alert: string): string => `
  with recursive inside (id) as (
    select ${alert}::bigint
    union all
    select member.id from inside join alert member on member.merged_into = inside.id
  ) select id from inside`;

/** Whether an id is one of them; the ids are found first, so that what is asked about is looked up by its index. */
export const isInside = (alertId: string, alert: string): string =>
  `${alertId} = any (array(${insideOf(alert)}))`;
