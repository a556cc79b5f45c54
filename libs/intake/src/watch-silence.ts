import {
  chinaDay,
  chinaTime,
  days,
  hours,
  type Clock,
  type Log,
  type Milliseconds,
} from '@risk/kit';
import type { LedgerStore } from './ports.js';

/** How often a source is expected to speak. */
export interface Rhythm {
  readonly source: string;
  readonly title: string;
  readonly expectEveryMs: Milliseconds;
  /** Whether silence counts on this day (yyyy-mm-dd); an office that rests is not silent. */
  readonly counts: (day: string) => boolean;
}

/** A source that has been silent for longer than its rhythm allows. */
export interface Silence {
  readonly source: string;
  readonly sentence: string;
}

/** Raises an operational warning for each silent feed and clears it when the feed speaks again. */
export class WatchSilence {
  constructor(
    private readonly ledger: LedgerStore,
    private readonly rhythms: readonly Rhythm[],
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  async run(): Promise<Silence[]> {
    const now = this.clock.now();
    const heard = await this.ledger.lastHeard();
    const silences = this.rhythms.flatMap((rhythm) =>
      silenceOf(rhythm, heard.get(rhythm.source), now),
    );
    for (const rhythm of this.rhythms) {
      const silence = silences.find((s) => s.source === rhythm.source);
      const changed = await this.ledger.warn(rhythm.source, silence?.sentence ?? null, now);
      if (changed && silence) this.log.warn('feed fell silent', { source: rhythm.source });
      if (changed && !silence) this.log.info('feed speaks again', { source: rhythm.source });
    }
    return silences;
  }
}

/** A source never heard is not silent: it is not connected yet. */
export function silenceOf(rhythm: Rhythm, heard: Date | undefined, now: Date): Silence[] {
  if (!heard) return [];
  const silent = countedSilence(rhythm, heard, now);
  if (silent <= rhythm.expectEveryMs) return [];
  const inHours = (span: Milliseconds): number => Math.floor(span / hours(1));
  const sentence = `“${rhythm.title}”已 ${inHours(silent)} 小时没有数据，最近一次收到在 ${chinaTime(heard)}，超出约定的 ${inHours(rhythm.expectEveryMs)} 小时；没有数据不等于没有风险，请联系数据提供单位。`;
  return [{ source: rhythm.source, sentence }];
}

/** How long a source has been silent on days that count; days are cut at midnight in China. */
function countedSilence({ counts, expectEveryMs }: Rhythm, heard: Date, now: Date): Milliseconds {
  let silent = 0;
  for (let from = heard.getTime(); from < now.getTime() && silent <= expectEveryMs + days(60);) {
    const day = chinaDay(new Date(from));
    const midnight = Date.parse(`${day}T00:00:00+08:00`) + days(1);
    const until = Math.min(midnight, now.getTime());
    if (counts(day)) silent += until - from;
    from = until;
  }
  return silent;
}
