import { CHARACTER, FONT, SIZE } from './layout.js';

/**
 * What makes 28 characters of size three fit without the help of the grid: each stands a quarter of
 * a point closer. The next coarser step, 0.2 pt, would leave room for 27 only.
 */
export const CLOSER = CHARACTER - SIZE.three * 10;

const FACE = `<w:rFonts w:ascii="${FONT.body}" w:cs="${FONT.body}" w:eastAsia="${FONT.body}" w:hAnsi="${FONT.body}"/>`;
const SIZES = `<w:sz w:val="${SIZE.three}"/><w:szCs w:val="${SIZE.three}"/>`;
const OFF_GRID = '<w:pPr><w:snapToGrid w:val="0"/></w:pPr>';

/** Twips between the text of a cell and its lines. */
const CELL_MARGINS = `<w:tblCellMar>${Object.entries({ top: 40, left: 85, bottom: 40, right: 85 })
  .map(([side, width]) => `<w:${side} w:w="${width}" w:type="dxa"/>`)
  .join('')}</w:tblCellMar>`;

/**
 * Styles that say the 28 characters of a line themselves and leave the section's grid to say it too.
 *
 * LibreOffice gives a character of 16 pt two cells of a grid of 15.8 pt, so only 14 to 19 stand on a
 * line; Word and WPS read both ways alike. The size in Normal is LibreOffice's measure for the grid.
 * docx cannot write snapToGrid of a paragraph, therefore the part is written here.
 */
export const offGridStyles = (): string =>
  [
    '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults>',
    `<w:rPrDefault><w:rPr>${FACE}<w:snapToGrid w:val="0"/><w:spacing w:val="${CLOSER}"/>${SIZES}<w:lang w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault>`,
    `<w:pPrDefault>${OFF_GRID}</w:pPrDefault></w:docDefaults>`,
    `<w:style w:type="paragraph" w:styleId="Normal" w:default="1"><w:name w:val="Normal"/><w:qFormat/>${OFF_GRID}<w:rPr>${SIZES}</w:rPr></w:style>`,
    '<w:style w:type="table" w:styleId="TableNormal" w:default="1"><w:name w:val="Normal Table"/>',
    `<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>${CELL_MARGINS}</w:tblPr></w:style></w:styles>`,
  ].join('');
