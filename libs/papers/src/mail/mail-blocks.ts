import { chartText, type Block, type Chart, type HeadingLevel } from '@risk/domain';
import { assertNever } from '@risk/kit';
import type { Placed } from './mail-image.js';
import { mailTable } from './mail-table.js';
import { INK, PALE_INK, font, inHtml, p } from './styles.js';

const HEADINGS: Record<HeadingLevel, string> = {
  1: `padding:22px 0 6px;${font(18, 1.5)};font-weight:bold`,
  2: `padding:14px 0 4px;${font(17, 1.5)};font-weight:bold`,
  3: `padding:8px 0 2px;${font(16, 1.5)};font-weight:bold`,
  4: `padding:6px 0 0;${font(16, 1.5)};color:${PALE_INK}`,
};

/** A block of the body in HTML; headings come with their numbers. */
export function mailBlock(block: Block, placed: ReadonlyMap<Chart, Placed>): string {
  switch (block.kind) {
    case 'heading':
      return heading(block.level, block.text);
    case 'paragraph':
      return p(block.text, 'padding:2px 0 6px;text-indent:32px');
    case 'table':
      return mailTable(block);
    case 'chart':
      return picture(block.chart, placed);
    default:
      return assertNever(block);
  }
}

const heading = (level: HeadingLevel, text: string): string =>
  `<h${level + 1} style="margin:0;color:${INK};${HEADINGS[level]}">${inHtml(text)}</h${level + 1}>`;

/** Word's engine goes by the attribute, phones by the style. */
function picture(chart: Chart, placed: ReadonlyMap<Chart, Placed>): string {
  const found = placed.get(chart);
  if (!found) throw new Error(`the chart “${chart.title}” was not drawn`);
  const { image, width } = found;
  return [
    '<p style="margin:0;padding:10px 0 2px;text-align:center">',
    `<img src="cid:${image.cid}" alt="${inHtml(chartText(chart))}" width="${width}" border="0" style="width:100%;max-width:${width}px;height:auto"></p>`,
    p(chart.title, `padding-bottom:12px;${font(14, 1.5)};text-align:center;color:${PALE_INK}`),
  ].join('');
}
