import { Invalid, NotFound } from '@risk/kit';
import { refuseMixed } from '../rights/roles.js';
import type { Rights } from './account.js';

/** The units and regions that rights can be of. */
export interface City {
  readonly office: string;
  readonly units: ReadonlySet<string>;
  readonly regions: ReadonlySet<string>;
}

/** Refuses rights over what does not exist, and rights that may not lie in one hand. */
export function refuseStrangeRights({ unit, roles, regions }: Rights, city: City): void {
  if (!city.units.has(unit)) throw new Invalid(`unit：units.yaml 里没有代码为“${unit}”的单位`);
  const isOffice = unit === city.office;
  refuseMixed(roles, isOffice);
  if (regions === null) return;
  if (!isOffice) throw new Invalid('regions：成员单位按通知到本单位的预警查看，不另设区域');
  if (regions.length === 0) throw new Invalid('regions：至少选一个区域，全市则留空');
  const stranger = regions.find((code) => !city.regions.has(code));
  if (stranger !== undefined)
    throw new Invalid(`regions：regions.yaml 里没有代码为“${stranger}”的区域`);
}

/** An account that is there, or a refusal. */
export function presentAccount<T>(account: T | null): T {
  if (account === null) throw new NotFound('没有这个账号');
  return account;
}
