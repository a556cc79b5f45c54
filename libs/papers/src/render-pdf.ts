import type { Paper } from '@risk/domain';
import { refuseUnfit } from './refuse-unfit.js';

/**
 * Writes a paper as PDF in the layout of GB/T 9704-2012; the same paper always gives the same bytes. What prints it is
 * loaded with the first one: reading fonts takes longer than most commands.
 */
export async function renderPdf(paper: Paper): Promise<Buffer> {
  refuseUnfit(paper);
  const { printPdf } = await import('./pdf/print-pdf.js');
  return printPdf(paper);
}
