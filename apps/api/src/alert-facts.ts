import type { NoticeQuestion } from '@risk/alerting';
import type { Person } from '@risk/access';
import type { House } from '@risk/assembly';
import { may, onlySeen } from './access/must.js';
import { lifeSeen } from './life-seen.js';
import { namesOf } from './names-of.js';
import type { AlertFacts } from './pages/alert-page.js';

const MOST_NOTICES = 300;
const ANY: NoticeQuestion = {
  ...{ state: null, alertId: null, unit: null, channel: null, before: null },
  limit: MOST_NOTICES + 1,
};

/** Gathers all that the page of an alert shows; null when there is no such alert. */
export async function alertFacts(
  house: House,
  id: string,
  asker: Person,
): Promise<AlertFacts | null> {
  const { overview, notices, desk, clock } = house;
  const alert = await overview.alert(id);
  if (!alert) return null;
  const told = await notices.history.list({ ...ANY, alertId: id });
  return {
    alert,
    life: await lifeSeen(house, id, asker),
    notices: told.slice(0, MOST_NOTICES).reverse(),
    hasEarlierNotices: told.length > MOST_NOTICES,
    verifications: may(asker, 'verifications.read') ? await desk.verifications.ofAlert(id) : [],
    handOvers: may(asker, 'handovers.read')
      ? await onlySeen(house, 'handover', await desk.handOvers.ofAlert(id), asker)
      : [],
    names: namesOf(house),
    now: clock.now(),
  };
}
