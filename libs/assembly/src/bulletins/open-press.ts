import { setImmediate as nextTurn } from 'node:timers/promises';
import { OPENINGS } from '@risk/papers';

let opening: Promise<void> | undefined;
let isOver = false;

/** Opens what printing needs while the database still answers, once in a process or thread. */
export function openPress(): void {
  opening ??= open();
}

/** Leaves it at what is open when the step at hand is done, for good: the rest is opened on the way. */
export async function leaveOpening(): Promise<void> {
  isOver = true;
  await opening;
}

async function open(): Promise<void> {
  for (const step of OPENINGS) {
    await nextTurn();
    if (isOver) return;
    // What fails here fails again with the bulletin, and then somebody is told.
    await step().catch(() => undefined);
  }
}
