import { seconds, type Milliseconds } from '@risk/kit';

/** How fast notices go out, and how soon it is seen that a sender died. */
export interface Pace {
  /** Messages of one channel under way at one time. */
  readonly atOnce: number;
  /** How long a sender may keep a notice before it begins to send it. */
  readonly lease: Milliseconds;
  /** How long a sending may take; longer than any notifier waits, shorter than a minute. */
  readonly sending: Milliseconds;
  /** How often a channel that is down is tried with one notice. */
  readonly probe: Milliseconds;
}

export const PACE: Pace = {
  atOnce: 20,
  lease: seconds(30),
  sending: seconds(50),
  probe: seconds(5),
};
