import type { Person } from '../accounts/account.js';
import type { Role } from './roles.js';

/** Whose inbox a message lies in, and whom of that unit it was sent to. */
export interface Addressed {
  readonly unit: string;
  /** The key of a contact: `jrb/liaison`, `jrb/liaison-2`, `jrb/head`, `convener`. */
  readonly recipient: string;
}

type Seat = 'liaison' | 'head' | 'convener';

/**
 * Who sits where messages are sent to. What went to the head is there because the liaison did nothing: it
 * stays unread until the head reads it. The convener has no account; the head of the office reads for him.
 */
const SITS: Readonly<Record<Seat, readonly Role[]>> = {
  liaison: ['liaison', 'police', 'monitor', 'verifier'],
  head: ['head', 'director'],
  convener: ['director'],
};

/** Whether a message was sent to this person: to the own unit, and to the post that the person holds there. */
export const isSentTo = ({ unit, roles }: Pick<Person, 'unit' | 'roles'>, to: Addressed): boolean =>
  unit === to.unit && SITS[seatOf(to.recipient)].some((role) => roles.includes(role));

/** What was kept before recipients had keys bears the code of the unit, and went to the liaison. */
function seatOf(recipient: string): Seat {
  if (recipient === 'convener') return 'convener';
  return recipient.endsWith('/head') ? 'head' : 'liaison';
}
