import type { Trial, TrialSignal } from '../../api/trial.js';

/** A reason that one of two trials has, or that weighs otherwise in it. */
export interface SignalDifference {
  readonly kind: 'added' | 'removed' | 'changed';
  readonly signal: TrialSignal;
  /** What it weighed in the edition in force; null where it was not there. */
  readonly before: number | null;
}

const keyOf = ({ engine, code }: TrialSignal): string => `${engine} ${code}`;
const weightOf = ({ weight, counts }: TrialSignal): number => (counts ? weight : 0);

/** The reasons that differ between the edition in force and another, what is new first. */
export function signalDifference(inForce: Trial, other: Trial): readonly SignalDifference[] {
  const before = new Map(inForce.signals.map((signal) => [keyOf(signal), signal]));
  const after = new Map(other.signals.map((signal) => [keyOf(signal), signal]));
  const added = other.signals
    .filter((signal) => !before.has(keyOf(signal)))
    .map((signal) => ({ kind: 'added' as const, signal, before: null }));
  const changed = other.signals.flatMap((signal) => {
    const was = before.get(keyOf(signal));
    if (!was || weightOf(was) === weightOf(signal)) return [];
    return [{ kind: 'changed' as const, signal, before: weightOf(was) }];
  });
  const removed = inForce.signals
    .filter((signal) => !after.has(keyOf(signal)))
    .map((signal) => ({ kind: 'removed' as const, signal, before: weightOf(signal) }));
  return [...added, ...changed, ...removed];
}
