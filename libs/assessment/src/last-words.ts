import { groupBy } from '@risk/kit';
import type { EntityProfile } from './ports.js';

/** What several records of one batch tell of each firm: the last word on each point. */
export function lastWords<Told extends EntityProfile>(profiles: readonly Told[]): Told[] {
  const told = groupBy(profiles, (p) => p.entityId);
  return [...told.values()].map((ofOne) => ofOne.reduce(lastWord<Told>));
}

const lastWord = <Told extends EntityProfile>(told: Told, now: Told): Told => ({
  ...now,
  regionCode: now.regionCode ?? told.regionCode,
  address: now.address ?? told.address,
  businessAddress: now.businessAddress ?? told.businessAddress,
  establishedOn: now.establishedOn ?? told.establishedOn,
  parentKeys: now.parentKeys.length > 0 ? now.parentKeys : told.parentKeys,
  ties: { ...told.ties, ...now.ties },
});
