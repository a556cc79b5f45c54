import { exportList, type ListExport } from '@risk/assembly';
import { chinaDay, XLSX_MEDIA } from '@risk/kit';
import { savedAs } from '../saved-as.js';
import { CountedFile, Leaving } from './counted-file.js';

/** A list as a workbook to be saved, named after the list and the day. */
export function listFile<Row>(list: ListExport<Row>, now: Date): CountedFile {
  const leaving = new Leaving();
  const bytes = exportList({ ...list, onEnd: leaving.end });
  const name = savedAs(`${list.name}-${chinaDay(now)}.xlsx`);
  return new CountedFile(bytes, { type: XLSX_MEDIA, disposition: name }, leaving);
}
