import type { Paper } from '@risk/domain';
import { printable } from '../printable.js';
import { STAND_INS } from './layout.js';
import { offGridStyles } from './off-grid-styles.js';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};
const escaped = (text: string): string =>
  printable(text).replace(/[&<>"]/g, (char) => ENTITIES[char] ?? char);

/** The document's properties with the paper's own day for its moments: docx would ask the clock. */
function coreProperties({ title, signature, date }: Paper): string {
  const moment = `${date}T00:00:00Z`;
  return `${XML}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escaped(title)}</dc:title><dc:creator>${escaped(signature?.unit ?? '')}</dc:creator><cp:revision>1</cp:revision><dcterms:created xsi:type="dcterms:W3CDTF">${moment}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${moment}</dcterms:modified></cp:coreProperties>`;
}

/** Which font stands in where one is missing; charset 86 is GB2312. */
function fontTable(): string {
  const fonts = Object.entries(STAND_INS)
    .map(
      ([name, standIn]) =>
        `<w:font w:name="${name}"><w:altName w:val="${standIn}"/><w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="default"/></w:font>`,
    )
    .join('');
  return `${XML}<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${fonts}</w:fonts>`;
}

/** Parts that are written here and not by docx; letters keep its styles, and with them their bytes. */
export const fixedParts = (paper: Paper): readonly { path: string; data: string }[] => [
  { path: 'docProps/core.xml', data: coreProperties(paper) },
  { path: 'word/fontTable.xml', data: fontTable() },
  ...(paper.masthead ? [{ path: 'word/styles.xml', data: `${XML}${offGridStyles()}` }] : []),
];
