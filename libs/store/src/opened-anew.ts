/**
 * Whether an alert was taken up again between two moments: by a person who opened it anew, or by a rise of what was
 * refuted. What was said of it before is history then: the alert has no outcome until somebody says the next one.
 */
export const openedAnew = (alert: string, since: string, until: string): string => `exists (
  select from alert_change again
  where again.alert_id = ${alert} and again.at > ${since} and again.at < ${until}
    and (again.kind = 'reopened' or again.kind = 'upgraded' and (
      select was.kind from alert_change was
      where was.alert_id = again.alert_id and was.id < again.id
        and was.kind in ('confirmed', 'refuted', 'transferred', 'closed', 'reopened')
      order by was.id desc limit 1
    ) = 'refuted'))`;

/** The same of any alert about these entities: of the whole, the outcome is history. */
export const isHistory = (parts: string, since: string, until: string): string => `exists (
  select from alert its where its.entity_id in (${parts}) and ${openedAnew('its.id', since, until)})`;
