import { setTimeout as sleep } from 'node:timers/promises';

/** Waits for a fact, and says which one did not come true. */
export async function until(
  fact: () => boolean | Promise<boolean>,
  within = 20_000,
): Promise<void> {
  for (let waited = 0; !(await fact()); waited += 5) {
    if (waited > within) throw new Error(`still not so: ${fact.toString()}`);
    await sleep(5);
  }
}
