import { BulkBar } from './bulk-bar.js';
import type { OpenDialog } from './dialogs.js';
import { DoneBar } from './done-bar.js';
import type { Triage } from './use-triage.js';

interface QueueBarsProps {
  readonly triage: Triage;
  readonly ask: (dialog: OpenDialog) => void;
}

/** What was done last, and what can be done with all that is chosen. */
export function QueueBars({ triage, ask }: QueueBarsProps) {
  const { acts, chosen, isPossible, chooseAll, leave, nameOf, acknowledge } = triage;
  const { last, undo, forget, deed } = acts;
  return (
    <div className="queue-bars">
      {last && <DoneBar {...{ last, nameOf, undo, forget }} />}
      {chosen && (
        <BulkBar
          target={chosen}
          can={isPossible}
          act={(act) => (act === 'acknowledge' ? acknowledge() : ask(act))}
          isRunning={deed.isRunning}
          {...{ chooseAll, leave }}
        />
      )}
    </div>
  );
}
