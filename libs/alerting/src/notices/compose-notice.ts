import { alertPage } from './alert-page.js';
import { digestPage } from './digest-page.js';
import { dutyPage } from './duty-page.js';
import { saidPage } from './said-page.js';
import { setInType, type ComposedNotice } from './notice-page.js';
import type { NoticeWords, Writing } from './writing.js';
import { progressPage } from './progress-page.js';
import type { LeasedNotice } from './ports.js';

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
