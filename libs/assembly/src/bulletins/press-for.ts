import type { BulletinPress } from '@risk/bulletins';
import { BulletinPapers } from './bulletin-papers.js';
import { PrintInThread } from './print-in-thread.js';

/** What runs for days prints beside its work, until it is closed; a command waits for its paper anyway. */
export function pressFor(
  staysOpen: boolean,
  closers: (() => Promise<void> | void)[],
): BulletinPress {
  const press = staysOpen ? new PrintInThread() : new BulletinPapers();
  closers.push(() => press.close());
  return press;
}
