import { alertPage } from './alert-page.js';
import { digestPage } from './digest-page.js';
import { dutyPage } from './duty-page.js';
import { saidPage } from './said-page.js';
import { setInType, type ComposedNotice, type NoticePage } from './notice-page.js';
import { progressPage } from './progress-page.js';
import type { LeasedNotice } from './ports.js';

export type { ComposedNotice } from './notice-page.js';

/** What writing needs from outside. */
export interface NoticeWords {
  /** Takes out of quotes and reasons what identifies a person. */
  readonly mask: (text: string) => string;
  readonly unitName: (code: string) => string;
}

export type Writing = (notice: LeasedNotice, words: NoticeWords, now: Date) => NoticePage;

/** How each kind is written; one line to add one. */
const PAGES: Readonly<Record<LeasedNotice['kind'], Writing>> = {
  alert: alertPage,
  reminder: dutyPage,
  escalation: dutyPage,
  progress: progressPage,
  digest: digestPage,
  flood: saidPage,
};

/** Writes a notice to one recipient as things stand now, with masked quotes and never who reported. */
export function composeNotice(notice: LeasedNotice, words: NoticeWords, now: Date): ComposedNotice {
  return setInType(PAGES[notice.kind](notice, words, now));
}
