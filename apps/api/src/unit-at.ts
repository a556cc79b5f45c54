import type { House } from '@risk/assembly';
import { NotFound } from '@risk/kit';

/** The unit of the joint meeting with this code; refused when there is none. */
export function unitAt({ engines }: Pick<House, 'engines'>, code: string) {
  const unit = engines.routing.units.units.find((one) => one.code === code);
  if (!unit) throw new NotFound(`没有单位“${code}”`);
  return unit;
}
