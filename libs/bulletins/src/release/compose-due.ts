import { scopeText } from '@risk/domain';
import { days, type Clock, type Log } from '@risk/kit';
import { whyOf } from '../compose/compose-bulletin.js';
import { lastSlot, slotsBetween, slotText, type Slot } from '../schedule/slots.js';
import type { BulletinSource } from '../source.js';
import type { Bulletin } from './bulletin.js';
import type { MakeBulletin } from './make-bulletin.js';
import { orderOf, type Plan } from './plan.js';
import type { FinishBulletins } from './finish-bulletins.js';
import { seriesKey, type BulletinStore, type OperatorWarning } from './ports.js';
import { seriesOf, seriesText, type Series } from './series.js';

interface Hands {
  readonly source: Pick<BulletinSource, 'hasReal' | 'begunAt'>;
  readonly store: Pick<BulletinStore, 'latest'>;
  readonly make: MakeBulletin;
  readonly finish: FinishBulletins;
  readonly warning: OperatorWarning;
  readonly clock: Clock;
  readonly log: Log;
}

/** What is known before anything is made. */
interface Setting {
  readonly samples: boolean;
  readonly begunAt: Date;
  readonly now: Date;
  /** The end of what each series told last, by its key. */
  readonly told: ReadonlyMap<string, Date>;
}

/**
 * Makes every issue that fell due since the last one, each once: also after a downtime and when several clocks
 * look at the same time, since an issue is found by what is kept and kept under its key.
 */
export class ComposeDue {
  constructor(
    private readonly plan: Plan,
    private readonly hands: Hands,
  ) {}

  /** Answers what was made now. */
  async run(): Promise<Bulletin[]> {
    const setting = await this.setting();
    if (!setting) return [];
    const made: Bulletin[] = [];
    const failures: string[] = [];
    for (const series of seriesOf(this.plan.policy, this.plan.city)) {
      const failure = await this.makeAll(series, setting, made);
      if (failure !== null) failures.push(failure);
    }
    await this.hands.finish.run(failures);
    return made;
  }

  /** A series waits for the issue that cannot be made: those after it would leave a gap. Others go on. */
  private async makeAll(
    series: Series,
    setting: Setting,
    made: Bulletin[],
  ): Promise<string | null> {
    try {
      for (const slot of this.dueSlots(series, setting)) {
        const bulletin = await this.make(series, slot, setting.samples);
        if (bulletin) made.push(bulletin);
      }
      return null;
    } catch (error) {
      const what = seriesText(series);
      this.hands.log.error('a bulletin cannot be made', { series: what, error: String(error) });
      return `${what}：${whyOf(error)}`;
    }
  }

  /** Nothing was received yet: there is nothing to tell, not even silence. */
  private async setting(): Promise<Setting | null> {
    const { source, store, clock } = this.hands;
    const now = clock.now();
    const samples = !(await source.hasReal(now));
    const begunAt = await source.begunAt(samples);
    if (!begunAt) return null;
    return { samples, begunAt, now, told: await store.latest(samples) };
  }

  private dueSlots(series: Series, { begunAt, now, told: toldBy }: Setting): readonly Slot[] {
    const { rhythm, scope, catchUp } = series;
    const { calendar } = this.plan;
    const told = toldBy.get(seriesKey(rhythm.kind, scopeText(scope)));
    if (told) {
      const missed = slotsBetween(rhythm, calendar, told, now).filter(
        ({ span }) => span.until > told,
      );
      return missed.slice(-catchUp);
    }
    // A series begins with its next issue; the city sees at once what it will get.
    const cityTold = toldBy.get(seriesKey('daily', 'city'));
    const first = lastSlot(rhythm, calendar, now);
    const isNew = cityTold
      ? first.at > cityTold && now.getTime() - first.at.getTime() < days(1)
      : scope.kind === 'city';
    return isNew && first.span.until > begunAt ? [first] : [];
  }

  private async make(series: Series, slot: Slot, samples: boolean): Promise<Bulletin | null> {
    const bulletin = await this.hands.make.run(orderOf(this.plan, series, slot, samples));
    if (bulletin)
      this.hands.log.info('a bulletin was composed', {
        bulletin: bulletin.id,
        what: slotText(slot),
        scope: bulletin.scope,
        state: bulletin.state,
      });
    return bulletin;
  }
}
