import { wholeThen } from './entities-then.js';

/**
 * Whether an alert was taken up again between two moments: by a person who opened it anew, or by a rise of what was
 * refuted. What was said of it before is history then: the alert has no outcome until somebody says the next one.
 */
export const openedAnew = (alert: string, since: string, until: string): string => `exists (
  select from alert_change again
  where again.alert_id = ${alert} and again.at > ${since} and again.at < ${until}
    and (again.kind = 'reopened' or again.kind = 'upgraded' and (
      select was.kind from alert_change was
      where was.alert_id = again.alert_id and was.id < again.id and was.kind in (${TURNS})
      order by was.id desc limit 1
    ) = 'refuted'))`;

const TURNS = `'confirmed', 'refuted', 'transferred', 'closed', 'reopened'`;

/** The same of all alerts there are, found from the few that were refuted or opened anew. */
const takenUp = (until: string): string => `
  select again.alert_id, again.at from alert_change again where again.kind = 'reopened' and again.at < ${until}
  union all
  select again.alert_id, again.at
  from alert_change was join alert_change again on again.alert_id = was.alert_id and again.id > was.id
  where was.kind = 'refuted' and again.kind = 'upgraded' and again.at < ${until} and not exists (
    select from alert_change turn where turn.alert_id = was.alert_id and turn.kind in (${TURNS})
      and turn.id > was.id and turn.id < again.id)`;

/** The same of any alert about a whole entity: of the whole, the outcome is history. Worked out once a statement. */
export const isHistory = (whole: string, since: string, until: string): string => `exists (
  select from (
    select ${wholeThen('its.entity_id', until)} as whole_id, max(up.at) as at
    from (${takenUp(until)}) up join alert its on its.id = up.alert_id group by 1
  ) anew where anew.whole_id = ${whole} and anew.at > ${since})`;
