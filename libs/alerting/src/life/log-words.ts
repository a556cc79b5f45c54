import { refuseStale } from '@risk/domain';
import { STEP_KINDS, stepTitle, type StepKind } from './steps.js';
import type { LogEntry } from './ports.js';

const OTHER_WORDS: Readonly<Record<string, string>> = {
  raised: '首次预警',
  upgraded: '升级',
  lowered: '降级',
  differs: '模型与人工不同',
  merged: '并入另一件',
  absorbed: '并入了另一件',
  unmerged: '撤销合并',
  released: '分出了另一件',
};

const isStep = (kind: string): kind is StepKind => (STEP_KINDS as string[]).includes(kind);

/** What happened, in a word. */
export const logWord = (kind: string): string =>
  isStep(kind) ? stepTitle(kind) : (OTHER_WORDS[kind] ?? kind);

/** What needs not have been seen by whoever decides: it moves nothing. */
const ASIDE = new Set(['acknowledged', 'noted', 'paused', 'resumed']);

/** Refuses whoever decides on an alert without having seen what happened to it last. */
export function refuseUnseen(log: readonly LogEntry[], seen: string | null): void {
  const earlier = log.map((entry) => ({
    ...entry,
    by: entry.by ?? '系统',
    because: entry.because ?? '依据新的线索',
  }));
  const last = earlier.findLastIndex(({ kind }) => !ASIDE.has(kind));
  const weighty = earlier.filter(
    ({ id, kind }, i) => i === last || !ASIDE.has(kind) || id === seen,
  );
  refuseStale(weighty, seen, ({ kind }) => logWord(kind));
}
