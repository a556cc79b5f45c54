import type { Person } from '@risk/access';
import type { House } from '@risk/assembly';
import type { AlertLife } from '@risk/store';
import { may, onlySeen } from './access/must.js';

/** The life of an alert without the alerts beside it, and the files, that the asker may not see. */
export async function lifeSeen(house: House, id: string, asker: Person): Promise<AlertLife> {
  const life = await house.alerts.book.lifeOf(id);
  const goal = life.mergedInto === null ? [] : [{ id: life.mergedInto }];
  const [seenGoal] = await onlySeen(house, 'alert', goal, asker);
  return {
    ...life,
    mergedInto: seenGoal?.id ?? null,
    members: await onlySeen(house, 'alert', life.members, asker),
    group: await onlySeen(house, 'alert', life.group, asker),
    files: may(asker, 'attachments.read') ? life.files : [],
  };
}
