import type { WholeAlert } from '../../api/alert.js';

/** What a form about an alert is handed. */
export interface DialogProps {
  readonly whole: WholeAlert;
  /** Asks for the alert anew. */
  readonly again: () => Promise<void>;
  readonly close: () => void;
  /** Called once it is done: what was done, and whether whoever did it is through with the alert for now. */
  readonly done: (said: string, isThrough?: boolean) => void;
}
