export { assertNever } from './assert-never.js';
export { pathText, refuse, repeated, shaped, type ConfigProblem } from './checked-config.js';
export { Clock, SystemClock } from './clock.js';
export { derivedKey, keyIdOf } from './derived-key.js';
export { eachOperation } from './each-operation.js';
export { digestsOf, type Digests } from './digests.js';
export { pathsOf, type DescribedDoor } from './described-doors.js';
export { days, hours, minutes, seconds, type Milliseconds } from './duration.js';
export {
  Conflict,
  Forbidden,
  Invalid,
  NotFound,
  RiskError,
  Throttled,
  Unauthenticated,
  Unavailable,
  Unreadable,
  isRetryable,
  type ErrorKind,
} from './errors.js';
export { escapeHtml } from './escape-html.js';
export { cleanText, readForm, rowIdText, type FormFault } from './form.js';
export { canonicalJson, fingerprintOf } from './fingerprint.js';
export {
  chinaDay,
  chinaMidnight,
  chinaMoment,
  chinaTime,
  daysBetween,
  eachDay,
  isCalendarDay,
  wholeDays,
} from './china-time.js';
export { everyRow, MOST_COUNTED, type Listed, type ListQuestion } from './listed.js';
export { chunksOf, groupBy, uniqueBy } from './lists.js';
export { jsonText } from './json-text.js';
export { Log, SilentLog } from './log.js';
export { DOCX_MEDIA, XLSX_MEDIA } from './media.js';
export { mergedApart } from './merged-apart.js';
export { networkOf } from './network-of.js';
export { shown, type ShownForm } from './shown-form.js';
export { Throttle } from './throttle.js';
export { ToldLately } from './told-lately.js';
export { TokenBuckets, type Pace } from './token-buckets.js';
export { Transaction, UnitOfWork } from './unit-of-work.js';
export { wordsOfIssue } from './words-of-issue.js';
export { entriesOf, openPart } from './zip-entries.js';
