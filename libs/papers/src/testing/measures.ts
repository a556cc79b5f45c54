import { columnWidths } from '../docx/table-of.js';

export { CHARACTER, CHARACTER_SPACE } from '../docx/layout.js';
export { CLOSER } from '../docx/off-grid-styles.js';

/** The widths of two columns with these shares. */
export const columnsFit = (shares: readonly number[] | undefined): number[] =>
  columnWidths({ kind: 'table', head: ['甲', '乙'], rows: [], shares });
