import { setImmediate as nextTurn } from 'node:timers/promises';
import { renderDocx, renderMail, renderPdf, renderXlsx } from '@risk/papers';
import { SPECIMEN, SPECIMEN_SHEETS } from './specimen.js';

/** What a bulletin becomes, in the order in which it is printed. */
const STEPS: readonly (() => Promise<unknown>)[] = [
  () => renderMail(SPECIMEN),
  () => renderDocx(SPECIMEN),
  () => renderPdf(SPECIMEN),
  () => renderXlsx(SPECIMEN_SHEETS, SPECIMEN.date),
];

let rehearsal: Promise<void> | undefined;
let isOver = false;

/**
 * Prints a specimen, once in a process or thread, while the database still answers: painter, fonts and libraries take
 * longer to open than a bulletin takes to be printed.
 */
export function rehearsePrint(): void {
  rehearsal ??= rehearse();
}

/** Breaks it off for good, at the end of its step: what is not open yet is opened on the way. */
export async function endRehearsal(): Promise<void> {
  isOver = true;
  await rehearsal;
}

async function rehearse(): Promise<void> {
  for (const step of STEPS) {
    await nextTurn();
    if (isOver) return;
    // What fails here fails again with the bulletin, and then somebody is told.
    await step().catch(() => undefined);
  }
}
