import { useKeys } from '../shown/use-keys.js';
import type { OpenDialog } from './dialogs.js';
import { KEYS, type KeyAct } from './keys.js';
import type { Triage } from './use-triage.js';

interface QueueKeys {
  readonly triage: Triage;
  /** Opens the alert that somebody is at. */
  readonly open: () => void;
  readonly ask: (dialog: OpenDialog) => void;
}

const toSearch = (): void =>
  document.querySelector<HTMLInputElement>('.queue-filters .search input')?.focus();

/** From alert to alert by the keyboard, and what can be done with each. */
export function useQueueKeys({ triage, open, ask }: QueueKeys): void {
  const asking = (dialog: OpenDialog, isPossible: boolean): void => {
    if (isPossible) ask(dialog);
  };
  const acts: Readonly<Record<KeyAct, () => void>> = {
    next: () => triage.move(1),
    previous: () => triage.move(-1),
    open,
    acknowledge: triage.acknowledge,
    assign: () => asking('assign', triage.isPossible('entrusted')),
    decide: () => asking('decide', triage.isDecidable),
    note: () => asking('note', triage.isPossible('noted')),
    pick: triage.pickCurrent,
    undo: () => void triage.acts.undo(),
    search: toSearch,
    help: () => ask('help'),
    leave: triage.leave,
  };
  useKeys(Object.fromEntries(KEYS.flatMap(({ keys, act }) => keys.map((key) => [key, acts[act]]))));
}
