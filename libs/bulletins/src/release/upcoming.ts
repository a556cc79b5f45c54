import { scopeText, type PeriodicKind } from '@risk/domain';
import { nextSlot, slotTitle } from '../schedule/slots.js';
import type { Plan } from './plan.js';
import { seriesKey } from './ports.js';
import { seriesOf } from './series.js';

/** The issue that a series brings next. */
export interface UpcomingIssue {
  readonly kind: PeriodicKind;
  readonly scope: string;
  /** What it will be called: 2026年11月30日. */
  readonly title: string;
  /** When it is composed. */
  readonly at: Date;
  /** Whether it waits for a signature, or goes out by itself. */
  readonly release: 'straight' | 'signed';
  /** Until when the latest issue of the series told; null while there was none. */
  readonly toldUntil: Date | null;
}

/** What comes out next in each series, the earliest first; those of the city before the others. */
export function upcomingOf(
  { policy, city, calendar }: Plan,
  told: ReadonlyMap<string, Date>,
  now: Date,
): UpcomingIssue[] {
  return seriesOf(policy, city)
    .map(({ rhythm, scope, release }) => {
      const slot = nextSlot(rhythm, calendar, now);
      const text = scopeText(scope);
      const toldUntil = told.get(seriesKey(rhythm.kind, text)) ?? null;
      return {
        kind: rhythm.kind,
        scope: text,
        title: slotTitle(slot),
        at: slot.at,
        release,
        toldUntil,
      };
    })
    .sort((a, b) => rank(a) - rank(b) || a.at.getTime() - b.at.getTime());
}

const rank = ({ scope }: UpcomingIssue): number => (scope === 'city' ? 0 : 1);
