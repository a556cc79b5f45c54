import { NotFound } from '@risk/kit';

/** Row ids are whole numbers; anything else cannot exist. */
export function rowId(what: string, text: string): string {
  if (/^\d{1,18}$/.test(text)) return text;
  throw new NotFound(`没有${what}“${text}”`);
}
