import { randomBytes } from 'node:crypto';
import type { OnModuleDestroy } from '@nestjs/common';
import type { House } from '@risk/assembly';
import { seesWholeCity, type Sight } from '@risk/domain';
import { seconds, Throttled } from '@risk/kit';
import type { AlertSignal } from '@risk/store';
import { gathered, type LiveEvent, type LiveNews } from './live-event.js';
import { RecentEvents } from './recent-events.js';

/** Somebody who listens. */
export interface Listener {
  /** The account, so that nobody holds more lines than a desk needs. */
  readonly who: string;
  readonly sight: Sight;
  tell(news: LiveNews): void;
  end(): void;
}

/** What happens within a moment is told at once. */
const MOMENT = seconds(1);
/** A browser opens six lines to a host in all; beyond some the screen asks by itself. */
export const MOST_LINES = 4;

/**
 * Tells everybody who looks at the queue what happens to alerts: one ear for the whole process, however many
 * listen, and one question for each sight, however many share it.
 */
export class LiveAlerts implements OnModuleDestroy {
  private readonly events = new RecentEvents(randomBytes(4).toString('hex'));
  private readonly listeners = new Set<Listener>();
  private gathering: AlertSignal[] = [];
  private begun: Promise<void> | null = null;

  constructor(private readonly house: House) {}

  /** Lets somebody listen from now on; answers how to stop. */
  async follow(listener: Listener): Promise<() => void> {
    const own = [...this.listeners].filter(({ who }) => who === listener.who);
    if (own.length >= MOST_LINES) throw new Throttled('同时打开的实时连接过多，界面改为定时刷新');
    const leave = (): boolean => this.listeners.delete(listener);
    this.listeners.add(listener);
    try {
      await this.begin();
    } catch (error) {
      leave();
      throw error;
    }
    return leave;
  }

  /** What happened since a place, as far as somebody may see it. */
  async since(place: string | null, sight: Sight): Promise<LiveNews> {
    await this.begin();
    const { isLost, ...signal } = this.events.since(place);
    return { ...(await this.seen(signal, sight)), isLost, last: this.events.latest };
  }

  async onModuleDestroy(): Promise<void> {
    for (const listener of this.listeners) listener.end();
    if (this.begun) await this.house.alerts.signals.close();
  }

  /** The ear is put to the database when somebody first listens; one that could not be is tried again. */
  private begin(): Promise<void> {
    this.begun ??= this.house.alerts.signals
      .listen({
        heard: (signal) => {
          this.gather(signal);
        },
        missed: () => void this.tellAll(this.events.addLost()),
      })
      .catch((error: unknown) => {
        this.begun = null;
        throw error;
      });
    return this.begun;
  }

  private gather(signal: AlertSignal): void {
    this.gathering.push(signal);
    if (this.gathering.length > 1) return;
    setTimeout(() => {
      const told = gathered(this.gathering);
      this.gathering = [];
      void this.tellAll(this.events.add(told));
    }, MOMENT).unref();
  }

  private async tellAll(event: LiveEvent): Promise<void> {
    const bySight = new Map<string, Promise<AlertSignal>>();
    for (const listener of this.listeners) {
      const key = JSON.stringify(listener.sight);
      const seen = bySight.get(key) ?? this.seen(event, listener.sight);
      bySight.set(key, seen);
      seen.then(
        (signal) => {
          this.tell(listener, signal, event);
        },
        () => {
          // Not known what may be told: that something happened is.
          this.tell(listener, { raised: [], changed: [] }, { ...event, isLost: true });
        },
      );
    }
    await Promise.allSettled(bySight.values());
  }

  private tell(listener: Listener, { raised, changed }: AlertSignal, event: LiveEvent): void {
    const { isLost } = event;
    if (raised.length + changed.length === 0 && !isLost) return;
    listener.tell({ raised, changed, isLost, last: this.events.nameOf(event) });
  }

  private async seen({ raised, changed }: AlertSignal, sight: Sight): Promise<AlertSignal> {
    if (seesWholeCity(sight)) return { raised, changed };
    const visible = await this.house.access.sight.among('alert', [...raised, ...changed], sight);
    const isSeen = (id: string): boolean => visible.has(id);
    return { raised: raised.filter(isSeen), changed: changed.filter(isSeen) };
  }
}
