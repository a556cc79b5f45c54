import type { CategoryGuess, Scheme } from '@risk/domain';
import { clausesOf, codeFeature } from './features.js';
import { GramTable } from './gram-table.js';
import { checkModel, WEIGHT_UNIT, type ClassifierModel } from './model.js';
import { calibrate, type Calibration } from './scoring-rule.js';
import type { BayesWeights } from './train-bayes.js';

/** Says what kind of scheme a text resembles. */
export interface Classifier {
  readonly version: string;
  /** All schemes, `none` among them, most probable first; the probabilities add up to 1. */
  readonly predict: (foldedText: string, codes?: readonly string[]) => CategoryGuess[];
}

/** The evidence of a text: a sum a label, and how many features spoke. */
interface Evidence {
  readonly sums: Float64Array;
  readonly features: number;
}

/** Sums the weights of a text's features; each feature counts once. */
type Weigh = (foldedText: string, codes?: readonly string[]) => Evidence;

/** Lays the weights out for fast reading. */
export function weigher({ labels, vocabulary, weights }: BayesWeights): Weigh {
  const grams = new GramTable(vocabulary);
  const codeRows = new Map(vocabulary.map((feature, at) => [feature, at]));
  const seenAt = new Int32Array(vocabulary.length);
  let round = 0;
  return (foldedText, codes = []) => {
    const sums = new Float64Array(labels.length);
    let features = 0;
    round += 1;
    const take = (row: number): void => {
      if (seenAt[row] === round) return;
      seenAt[row] = round;
      features += 1;
      const from = row * labels.length;
      for (let at = 0; at < labels.length; at++)
        sums[at] = (sums[at] ?? 0) + (weights[from + at] ?? 0);
    };
    for (const clause of clausesOf(foldedText)) grams.each(clause, take);
    for (const code of codes) {
      const row = codeRows.get(codeFeature(code));
      if (row !== undefined) take(row);
    }
    return { sums, features };
  };
}

/** Makes a classifier of a model; the model is checked first. */
export function loadClassifier(content: unknown): Classifier {
  const model = checkModel(content);
  const weigh = weigher(weightsIn(model));
  return {
    version: model.version,
    predict: (foldedText, codes) => {
      const { sums, features } = weigh(foldedText, codes);
      return ranked(sums, features, model.labels, model.calibration);
    },
  };
}

const weightsIn = ({ labels, vocabulary, weights }: ClassifierModel): BayesWeights => ({
  labels,
  vocabulary,
  weights: Float64Array.from(weights, (value) => value / WEIGHT_UNIT),
});

function ranked(
  sums: Float64Array,
  features: number,
  labels: readonly Scheme[],
  calibration: Calibration,
): CategoryGuess[] {
  calibrate(sums, features, calibration);
  return labels
    .map((code, at) => ({ code, probability: sums[at] ?? 0 }))
    .sort((a, b) => b.probability - a.probability);
}
