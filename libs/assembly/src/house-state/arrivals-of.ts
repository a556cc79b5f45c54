import { FEEDS } from '@risk/domain';
import type { Freshness, SourceLine } from '../intake/source-board.js';
import type { FeedState } from './house-state.js';

/** What came in, summed up by feed, and how many sources stand how. */
export function arrivalsOf(lines: readonly SourceLine[]): {
  readonly feeds: FeedState[];
  readonly sources: Readonly<Record<Freshness, number>>;
} {
  const standing = (freshness: Freshness): number =>
    lines.filter((line) => line.freshness === freshness).length;
  return {
    feeds: FEEDS.map((feed) => {
      const own = lines.filter((line) => line.feed === feed);
      const heard = own.flatMap(({ lastAt }) => (lastAt === null ? [] : [lastAt.getTime()]));
      return {
        feed,
        lastAt: heard.length === 0 ? null : new Date(Math.max(...heard)),
        today: sum(own.map(({ today }) => today.received)),
        week: sum(own.map(({ week }) => week.received)),
        weekDeadLettered: sum(own.map(({ week }) => week.deadLettered)),
      };
    }),
    sources: {
      ...{ late: standing('late'), fresh: standing('fresh') },
      ...{ free: standing('free'), never: standing('never') },
    },
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
