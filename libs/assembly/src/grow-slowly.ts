import { setFlagsFromString } from 'node:v8';

/** How far the heap may grow beyond what was alive at the last full collection, in hundredths of that. */
const GROWTH = 100;

/**
 * Lets the heap of this process grow to twice what is alive and no further before it is collected again. Left alone, V8
 * lets a process on a machine with much memory grow fourfold: the pipeline then held 600 MB and more, of which two
 * thirds were garbage, and was no faster. A limit of the heap would have to be given before the process begins, in each
 * place where one is begun; this holds wherever the app runs, and never ends a process that really needs more.
 */
export function growSlowly(): void {
  setFlagsFromString(`--heap-growing-percent=${GROWTH}`);
}
