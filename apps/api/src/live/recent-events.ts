import type { AlertSignal } from '@risk/store';
import { eventOf, gathered, type LiveEvent } from './live-event.js';

const KEPT = 500;

/** The latest events of this process, so that whoever was away for a moment misses nothing. */
export class RecentEvents {
  private readonly events: LiveEvent[] = [];
  private last = 0;

  /** The process is named so that a place in another one's order is not taken for one in this. */
  constructor(private readonly process: string) {}

  add(signal: AlertSignal): LiveEvent {
    return this.keep(eventOf(signal, this.last + 1));
  }

  /** That something happened of which nothing is known. */
  addLost(): LiveEvent {
    return this.keep({ raised: [], changed: [], at: this.last + 1, isLost: true });
  }

  nameOf = ({ at }: Pick<LiveEvent, 'at'>): string => `${this.process}-${String(at)}`;

  get latest(): string {
    return this.nameOf({ at: this.last });
  }

  /** All that happened after a place; null begins now. */
  since(place: string | null): AlertSignal & { readonly isLost: boolean } {
    if (place === null) return { raised: [], changed: [], isLost: false };
    const at = this.placeOf(place);
    const first = this.events[0]?.at ?? this.last + 1;
    if (at === null || at > this.last || at < first - 1)
      return { raised: [], changed: [], isLost: true };
    const missed = this.events.filter((event) => event.at > at);
    return { ...gathered(missed), isLost: missed.some(({ isLost }) => isLost) };
  }

  private keep(event: LiveEvent): LiveEvent {
    this.last = event.at;
    this.events.push(event);
    if (this.events.length > KEPT) this.events.shift();
    return event;
  }

  private placeOf(place: string): number | null {
    const [process, at] = place.split('-');
    const number = Number(at);
    return process === this.process && Number.isInteger(number) ? number : null;
  }
}
