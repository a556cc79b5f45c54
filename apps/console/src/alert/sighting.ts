import type { WholeAlert } from '../api/alert.js';
import { lastId } from '../api/last-id.js';

/** What somebody saw last when a form was opened; the server refuses whoever missed something since. */
export interface Sighting {
  readonly step: string | null;
  readonly decision: string | null;
  readonly outcome: string | null;
  /** Of the verification that is open. */
  readonly entry: string | null;
}

/** What is on the screen now. */
export function sightingOf({ alert, verifications, may }: WholeAlert): Sighting {
  const open = verifications.find(({ isOpen }) => isOpen);
  return {
    step: may.seen,
    decision: lastId(alert.decisions),
    outcome: lastId(alert.outcomes),
    entry: open ? lastId(open.entries) : null,
  };
}

/** The lines of the log that came after what was seen. */
export const since = ({ life }: WholeAlert, step: string | null): WholeAlert['life']['log'] => {
  const at = life.log.findIndex(({ id }) => id === step);
  return life.log.slice(at + 1);
};
