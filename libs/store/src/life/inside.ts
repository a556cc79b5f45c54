/** The ids of an alert and of all that live on in it, as a query; the alert is an id, or a placeholder of one. */
export const insideOf = (alert: string): string => `
  with recursive inside (id) as (
    select ${alert}::bigint
    union all
    select member.id from inside join alert member on member.merged_into = inside.id
  ) select id from inside`;

/** The same in one look for the many into which nothing was merged. */
export const isInside = (alertId: string, alert: string): string => `(${alertId} = ${alert}
  or exists (select from alert member where member.merged_into = ${alert}) and ${alertId} in (${insideOf(alert)}))`;
