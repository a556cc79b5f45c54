import { StreamableFile } from '@nestjs/common';
import { exportList, type ListExport } from '@risk/assembly';
import { chinaDay, XLSX_MEDIA } from '@risk/kit';
import { savedAs } from '../saved-as.js';

/** A list as a workbook to be saved, named after the list and the day. */
export const listFile = <Row>(list: ListExport<Row>, now: Date): StreamableFile =>
  new StreamableFile(exportList(list), {
    ...{ type: XLSX_MEDIA, disposition: savedAs(`${list.name}-${chinaDay(now)}.xlsx`) },
  });
