import type { Person } from '@risk/access';
import type { House } from '@risk/assembly';
import type { AlertLife } from '@risk/store';
import { may, onlySeen } from './access/must.js';

/** The life of an alert without the alerts beside it, what is owed because of them, and the files, that the asker may not see. */
export async function lifeSeen(house: House, id: string, asker: Person): Promise<AlertLife> {
  const { mergedInto, members, group, files, duties, ...life } = await house.alerts.book.lifeOf(id);
  const goal = mergedInto === null ? [] : [{ id: mergedInto }];
  const beside = await onlySeen(house, 'alert', [...goal, ...members, ...group], asker);
  const seen = new Set(beside.map((alert) => alert.id));
  return {
    ...life,
    duties: duties.filter(
      ({ alertId }) => alertId === id || (alertId !== null && seen.has(alertId)),
    ),
    mergedInto: mergedInto !== null && seen.has(mergedInto) ? mergedInto : null,
    members: members.filter((alert) => seen.has(alert.id)),
    group: group.filter((alert) => seen.has(alert.id)),
    files: may(asker, 'attachments.read') ? files : [],
  };
}
