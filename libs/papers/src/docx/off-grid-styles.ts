import { FONT, SIZE } from './layout.js';

/**
 * Twips that make 28 characters of size three fit without the help of the grid: 28 × 15.7 pt. A
 * quarter of a point fits too, but so tightly that LibreOffice loses a comma at the end of the line.
 */
export const CLOSER = -6;

const FACE = `<w:rFonts w:ascii="${FONT.body}" w:cs="${FONT.body}" w:eastAsia="${FONT.body}" w:hAnsi="${FONT.body}"/>`;
const SIZES = `<w:sz w:val="${SIZE.three}"/><w:szCs w:val="${SIZE.three}"/>`;
/** Nor does a page end a line early for the sake of the next one: 22 lines are 22 lines. */
const OFF_GRID = '<w:pPr><w:widowControl w:val="0"/><w:snapToGrid w:val="0"/></w:pPr>';

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
    `<w:style w:type="paragraph" w:styleId="Normal" w:default="1"><w:name w:val="Normal"/><w:qFormat/>${OFF_GRID}<w:rPr>${SIZES}</w:rPr></w:style></w:styles>`,
  ].join('');
