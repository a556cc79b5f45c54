import type { Person } from '@risk/access';
import type { WholeBulletin } from '@risk/bulletins';
import { BULLETIN_STATES, type BulletinState } from '@risk/domain';
import { NotFound } from '@risk/kit';
import { may } from './access/must.js';

/** Whoever works on drafts sees all; whoever only reads sees what was issued. */
export const openStates = (person: Person): readonly BulletinState[] =>
  may(person, 'bulletins.make') || may(person, 'bulletins.review') || may(person, 'bulletins.sign')
    ? BULLETIN_STATES
    : ['issued'];

/** A bulletin that somebody may see as far as it has come; otherwise it is as if it did not exist. */
export function seenBulletin<T extends Pick<WholeBulletin, 'state'>>(
  person: Person,
  bulletin: T,
): T {
  if (openStates(person).includes(bulletin.state)) return bulletin;
  throw new NotFound('没有找到');
}
