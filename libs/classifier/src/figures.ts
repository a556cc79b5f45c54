import type { Scheme } from '@risk/domain';
import type { Outcome } from './fit-calibration.js';
import type { ClassFigures, ClassifierModel } from './model.js';
import { calibrate, type Calibration } from './scoring-rule.js';

interface Judged {
  readonly truth: number;
  readonly guess: number;
  /** Probability given to the truth. */
  readonly probability: number;
}

const share = (part: number, whole: number): number =>
  whole === 0 ? 0 : Math.round((part / whole) * 10_000) / 10_000;

/** Precision and recall on examples that the weights have not seen. */
export function figuresOf(
  outcomes: readonly Outcome[],
  labels: readonly Scheme[],
  calibration: Calibration,
): ClassifierModel['heldOut'] {
  const judged = outcomes.map((outcome) => judge(outcome, calibration));
  const loss = judged.reduce(
    (sum, { probability }) => sum - Math.log(Math.max(probability, 1e-12)),
    0,
  );
  return {
    accuracy: share(judged.filter(({ truth, guess }) => truth === guess).length, judged.length),
    logLoss: Math.round((loss / judged.length) * 10_000) / 10_000,
    classes: labels.map((label, at) => classFigures(label, at, judged)),
  };
}

function judge({ evidence, features, truth }: Outcome, calibration: Calibration): Judged {
  const probabilities = Float64Array.from(evidence);
  calibrate(probabilities, features, calibration);
  const guess = probabilities.indexOf(Math.max(...probabilities));
  return { truth, guess, probability: probabilities[truth] ?? 0 };
}

function classFigures(label: Scheme, at: number, judged: readonly Judged[]): ClassFigures {
  const real = judged.filter(({ truth }) => truth === at);
  const said = judged.filter(({ guess }) => guess === at);
  const right = real.filter(({ guess }) => guess === at).length;
  return {
    label,
    examples: real.length,
    precision: share(right, said.length),
    recall: share(right, real.length),
  };
}
