import { wholeThen } from './entities-then.js';

const TURNS = `'confirmed', 'refuted', 'transferred', 'closed', 'reopened'`;

/**
 * When alerts were taken up again before a moment: by a person who opened them anew, or by a rise of what was refuted.
 * What was said of them before is history then: an alert has no outcome until somebody says the next one.
 */
const takenUp = (until: string): string => `
  select again.alert_id, again.at from alert_change again where again.kind = 'reopened' and again.at < ${until}
  union all
  select again.alert_id, again.at
  from alert_change was join alert_change again on again.alert_id = was.alert_id and again.id > was.id
  where was.kind = 'refuted' and again.kind = 'upgraded' and again.at < ${until} and not exists (
    select from alert_change turn where turn.alert_id = was.alert_id and turn.kind in (${TURNS})
      and turn.id > was.id and turn.id < again.id)`;

/** Whether one alert was taken up again between two moments. */
export const openedAnew = (alert: string, since: string, until: string): string => `exists (
  select from (${takenUp(until)}) up where up.alert_id = ${alert} and up.at > ${since})`;

/** Whether any alert about a whole entity was: of the whole, the outcome is history. Worked out once a statement. */
export const isHistory = (whole: string, since: string, until: string): string => `exists (
  select from (
    select ${wholeThen('its.entity_id', until)} as whole_id, max(up.at) as at
    from (${takenUp(until)}) up join alert its on its.id = up.alert_id group by 1
  ) anew where anew.whole_id = ${whole} and anew.at > ${since})`;
