import { setFlagsFromString } from 'node:v8';

/** How far the heap may grow beyond what was alive at the last full collection, in hundredths of that. */
const GROWTH = 100;

/**
 * Tells V8 how the heap of this process is to be kept; to be called before there is much in it. It grows to twice what
 * is alive and no further before it is collected again: left alone, V8 lets a process on a machine with much memory
 * grow fourfold; the pipeline then held 600 MB and more, of which two thirds were garbage, and was no faster. A limit
 * of the heap would have to be given before the process begins, in each place where one is begun; this holds wherever
 * the app runs, and never ends a process that really needs more.
 *
 * And what is made anew begins among what is young. While the heap is small V8 may come to believe that what a place
 * makes lives long, and puts all of it among the old from then on; texts of a batch are forgotten with the batch, and
 * the old garbage kept the young alive: each collection of the young took five milliseconds instead of one.
 */
export function tendHeap(): void {
  setFlagsFromString(`--heap-growing-percent=${GROWTH}`);
  setFlagsFromString('--no-allocation-site-pretenuring');
}
