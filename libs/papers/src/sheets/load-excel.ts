import type ExcelJS from 'exceljs';

/** Loaded for the first sheet that is written: its four hundred files took a tenth of the start of every process. */
export const loadExcel = async (): Promise<typeof ExcelJS> => (await import('exceljs')).default;
