import { alertPage } from './alert-page.js';
import { bulletinNotice } from './bulletin-notice.js';
import { digestPage } from './digest-page.js';
import { dutyPage } from './duty-page.js';
import { saidPage } from './said-page.js';
import { setInType, type ComposedNotice } from './notice-page.js';
import type { NoticeWords, Writing } from './writing.js';
import { progressPage } from './progress-page.js';
import type { LeasedNotice } from './ports.js';

type Composing = (notice: LeasedNotice, words: NoticeWords, now: Date) => ComposedNotice;

/** A kind that is written as a page and then set in type. */
const page =
  (write: Writing): Composing =>
  (notice, words, now) =>
    setInType(write(notice, words, now));

/** How each kind is written; one line to add one. */
const COMPOSING: Readonly<Record<LeasedNotice['kind'], Composing>> = {
  alert: page(alertPage),
  reminder: page(dutyPage),
  escalation: page(dutyPage),
  progress: page(progressPage),
  digest: page(digestPage),
  flood: page(saidPage),
  bulletin: bulletinNotice,
};

/** Writes a notice to one recipient as things stand now, with masked quotes and never who reported. */
export const composeNotice: Composing = (notice, words, now) =>
  COMPOSING[notice.kind](notice, words, now);
