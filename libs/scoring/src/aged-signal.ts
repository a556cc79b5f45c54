import type { Signal } from '@risk/domain';

/** A signal that an entity carries, with when it last happened and how many said so. */
export interface AgedSignal extends Pick<
  Signal,
  'code' | 'dimension' | 'weight' | 'because' | 'elements' | 'scheme' | 'halfLifeDays'
> {
  readonly occurredAt: Date;
  /** Records that say so. */
  readonly times: number;
  /** Independent persons (or sources) among them; at least 1 is assumed. */
  readonly persons: number;
}

const DAY = 86_400_000;

/** Points that are left of a signal after its age; never decays without a half-life, never grows. */
export function decayed(
  signal: Pick<AgedSignal, 'weight' | 'halfLifeDays' | 'occurredAt'>,
  at: Date,
): number {
  if (signal.halfLifeDays === null) return signal.weight;
  const age = Math.max(0, at.getTime() - signal.occurredAt.getTime()) / DAY;
  return signal.weight * 2 ** (-age / signal.halfLifeDays);
}
