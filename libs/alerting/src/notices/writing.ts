import type { NoticePage } from './notice-page.js';
import type { LeasedNotice } from './ports.js';

/** What writing needs from outside. */
export interface NoticeWords {
  /** Takes out of quotes and reasons what identifies a person. */
  readonly mask: (text: string) => string;
  readonly unitName: (code: string) => string;
  /** Where the reader of a bulletin says that it was read; null while nobody knows the address of the house. */
  readonly receiptLink: (notice: string, receipt: string) => string | null;
}

/** Writes one kind of notice as things stand now. */
export type Writing = (notice: LeasedNotice, words: NoticeWords, now: Date) => NoticePage;
