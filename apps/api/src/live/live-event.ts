import type { AlertSignal } from '@risk/store';

/** Something that happened to alerts, with its place in the order of this process. */
export interface LiveEvent extends AlertSignal {
  readonly at: number;
  /** More happened than is told: whoever hears it asks anew. */
  readonly isLost: boolean;
}

/** What happened, as far as somebody may see it. */
export interface LiveNews extends AlertSignal {
  /** Where to go on from. */
  readonly last: string;
  readonly isLost: boolean;
}

/** More at once than a screen could show. */
export const MOST_TOLD = 200;

/** Several signals as one; who is new is not named twice. */
export function gathered(signals: readonly AlertSignal[]): AlertSignal {
  const raised = new Set(signals.flatMap((signal) => signal.raised));
  const changed = new Set(signals.flatMap((signal) => signal.changed));
  return { raised: [...raised], changed: [...changed].filter((id) => !raised.has(id)) };
}

/** A signal as an event: beyond some size it only says that much happened. */
export function eventOf(signal: AlertSignal, at: number): LiveEvent {
  const isLost = signal.raised.length + signal.changed.length > MOST_TOLD;
  return isLost ? { raised: [], changed: [], at, isLost } : { ...signal, at, isLost };
}
