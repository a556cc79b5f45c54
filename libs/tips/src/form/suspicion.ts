import type { TipPolicy } from '../policy.js';

/** What is known of somebody who sends a form, before anything that was written is looked at. */
export interface Sending {
  /** How long the form was open. */
  readonly tookMs: number;
  /** Whether a field was filled in that no person sees. */
  readonly filledTrap: boolean;
  /** Reports from this address within the hour, this one not counted. */
  readonly fromAddress: number;
  /** Reports of everybody within the minute. */
  readonly ofAll: number;
  /** Whether the question that was asked is answered right. */
  readonly isAnswered: boolean;
}

/** `pass` is taken, `ask` has to answer a question first, `refuse` may come later. */
export type Entrance = 'pass' | 'ask' | 'refuse';

/** Lets people pass, asks whoever might be a script, and refuses a flood. */
export function entranceOf(sending: Sending, policy: TipPolicy): Entrance {
  const { fromAddress, ofAll, isAnswered } = sending;
  if (fromAddress >= policy.perAddress.most || ofAll >= policy.ofAll.most) return 'refuse';
  return isAnswered || !isSuspicious(sending, policy) ? 'pass' : 'ask';
}

const isSuspicious = (
  { tookMs, filledTrap, fromAddress, ofAll }: Sending,
  { fastest, perAddress, ofAll: all }: TipPolicy,
): boolean => tookMs < fastest || filledTrap || fromAddress >= perAddress.ask || ofAll >= all.ask;
