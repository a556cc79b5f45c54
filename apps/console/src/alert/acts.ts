import type { DeedKind, WholeAlert } from '../api/alert.js';
import { wordOf } from '../shown/words.js';
import { STEPS } from './words.js';
import { isStanding } from './deadline-of.js';

/** The forms behind the acts. */
export type DialogKind =
  | 'step'
  | 'decide'
  | 'verify'
  | 'entry'
  | 'conclude'
  | 'hand-over'
  | 'receipt'
  | 'tier'
  | 'outcome'
  | 'silence';

/** Something that can be done with an alert from its screen. */
export interface Act {
  /** Unique; of plain steps the code of the step. */
  readonly code: string;
  readonly title: string;
  /** The key that begins it while nobody types. */
  readonly key: string | null;
  readonly dialog: DialogKind;
  /** Whether it stands in the first row of buttons. */
  readonly isMain: boolean;
}

interface ActRule {
  readonly code: string;
  readonly title?: string;
  readonly key?: string;
  readonly dialog: DialogKind;
  readonly isMain?: boolean;
  /** Of what the server allows, one of these has to be open. */
  readonly steps?: readonly string[];
  readonly deeds?: readonly DeedKind[];
  /** Whether it makes sense now, beyond being allowed. */
  readonly isApt?: (whole: WholeAlert) => boolean;
}

const owes = ({ duties, may }: WholeAlert, kind: string): boolean =>
  duties.some((one) => one.unit === may.unit && one.kind === kind && isStanding(one));
/** Only the own deadline of answering is paused and resumed. */
const runs = ({ duties, may }: WholeAlert, isPaused: boolean): boolean =>
  duties.some(
    (one) =>
      one.unit === may.unit &&
      one.kind === 'answer' &&
      isStanding(one) &&
      (one.pausedAt !== null) === isPaused,
  );

const isVerified = ({ may }: WholeAlert): boolean => may.deeds.includes('verification-entry');

/** One line an act, in the order of the buttons. */
const RULES: readonly ActRule[] = [
  {
    ...{ code: 'acknowledged', key: 'a', dialog: 'step', isMain: true, steps: ['acknowledged'] },
    isApt: (whole) => whole.alert.stage === 'raised' || owes(whole, 'acknowledge'),
  },
  { code: 'entrusted', key: 'g', dialog: 'step', isMain: true, steps: ['entrusted'] },
  { code: 'assigned', key: 'p', dialog: 'step', isMain: true, steps: ['assigned'] },
  {
    ...{ code: 'verify', title: '提出核查', key: 'v', dialog: 'verify', isMain: true },
    deeds: ['verify'],
  },
  {
    ...{ code: 'verifying', key: 'v', dialog: 'step', isMain: true, steps: ['verifying'] },
    isApt: ({ may }) => !may.deeds.includes('verify'),
  },
  {
    ...{ code: 'entry', title: '记核查', key: 'e', dialog: 'entry', isMain: true },
    deeds: ['verification-entry'],
  },
  {
    ...{ code: 'conclude', title: '核查结论', key: 'd', dialog: 'conclude', isMain: true },
    deeds: ['verification-entry'],
  },
  {
    ...{ code: 'decide', title: '研判', key: 'd', dialog: 'decide', isMain: true },
    ...{ steps: ['refuted', 'closed'], isApt: (whole) => !isVerified(whole) },
  },
  {
    ...{ code: 'hand-over', title: '移送公安', key: 'h', dialog: 'hand-over', isMain: true },
    deeds: ['hand-over'],
  },
  {
    ...{ code: 'receipt', title: '登记回执', key: 'h', dialog: 'receipt', isMain: true },
    deeds: ['receipt'],
  },
  { code: 'answered', key: 'r', dialog: 'step', isMain: true, steps: ['answered'] },
  {
    ...{ code: 'followed', dialog: 'step', isMain: true, steps: ['followed'] },
    isApt: (whole) => owes(whole, 'follow'),
  },
  { code: 'noted', key: 'n', dialog: 'step', isMain: true, steps: ['noted'] },
  { code: 'reopened', dialog: 'step', isMain: true, steps: ['reopened'] },
  { code: 'tier', title: '人工定级', key: 't', dialog: 'tier', deeds: ['tier'] },
  { code: 'outcome', title: '登记结论', key: 'o', dialog: 'outcome', deeds: ['outcome'] },
  { code: 'disputed', dialog: 'step', steps: ['disputed'] },
  { code: 'paused', dialog: 'step', steps: ['paused'], isApt: (whole) => runs(whole, false) },
  { code: 'resumed', dialog: 'step', steps: ['resumed'], isApt: (whole) => runs(whole, true) },
  { code: 'silence', title: '静默', dialog: 'silence', deeds: ['silence'] },
];

/** What the keys of the screen do besides; the same as in the queue wherever it is there as well. */
export const SCREEN_KEYS = [
  { code: 'next', key: 'j', words: '队列里的下一件' },
  { code: 'previous', key: 'k', words: '队列里的上一件' },
  { code: 'files', key: 'f', words: '到附件，上传' },
  { code: 'help', key: '?', words: '这份说明' },
] as const;

/** Which key begins what, where it can be done. */
export const ACT_KEYS: readonly { readonly code: string; readonly key: string }[] = RULES.flatMap(
  ({ code, key }) => (key === undefined ? [] : [{ code, key }]),
);

/** What can be done now: what the server allows and makes sense, each key given once. */
export function actsOf(whole: WholeAlert): Act[] {
  const { steps, deeds } = whole.may;
  const open = RULES.filter(
    (rule) =>
      ((rule.steps ?? []).some((step) => steps.includes(step)) ||
        (rule.deeds ?? []).some((deed) => deeds.includes(deed))) &&
      (rule.isApt?.(whole) ?? true),
  );
  const taken = new Set<string>();
  return open.map(({ code, title, key, dialog, isMain = false }) => {
    const isFree = key !== undefined && !taken.has(key);
    if (isFree) taken.add(key);
    return { code, title: title ?? wordOf(STEPS, code), key: isFree ? key : null, dialog, isMain };
  });
}
