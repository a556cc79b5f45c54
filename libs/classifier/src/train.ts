import { SCHEMES, type Scheme } from '@risk/domain';
import { groupBy, Invalid } from '@risk/kit';
import { fitCalibration, shiftPrior, type Outcome } from './fit-calibration.js';
import { figuresOf } from './figures.js';
import { heldOutOutcomes } from './hold-out.js';
import { learn, type Example } from './learn.js';
import { versionOf, WEIGHT_UNIT, type ClassifierModel } from './model.js';

/** How to train; everything has a default. */
export interface TrainOptions {
  /** natural's Bayes costs examples times vocabulary. */
  readonly vocabularySize?: number;
  readonly folds?: number;
  readonly lengthPower?: number;
  readonly smoothing?: number;
  /** Share of ordinary texts among those that will be judged. */
  readonly ordinaryShare?: number;
  /** Told after each fold. */
  readonly onProgress?: (done: number, of: number) => void;
}

const VOCABULARY_SIZE = 3000;
const FOLDS = 5;
/** Pseudo-examples a class and feature; measured best between 1 and 100. */
const SMOOTHING = 20;
/** 本地默认: nine texts in ten are ordinary; about 99 in 100 letters are, but doubt should be seen. */
const ORDINARY_SHARE = 0.9;
/** Measured best between 0 (plain sum) and 1 (mean). */
const LENGTH_POWER = 0.5;

/** Trains a model, fits its probabilities on held-out folds and measures it there. */
export function train(examples: readonly Example[], options: TrainOptions = {}): ClassifierModel {
  const { vocabularySize = VOCABULARY_SIZE, smoothing = SMOOTHING, folds = FOLDS } = options;
  const labels = labelsOf(examples);
  const learning = { labels, vocabularySize, smoothing };
  const outcomes: Outcome[] = [];
  for (let fold = 0; fold < folds; fold++) {
    outcomes.push(...heldOutOutcomes(examples, learning, { fold, folds }));
    options.onProgress?.(fold + 1, folds + 1);
  }
  const fitted = fitCalibration(outcomes, labels.length, options.lengthPower ?? LENGTH_POWER);
  const ordinary = { at: labels.indexOf('none'), share: options.ordinaryShare ?? ORDINARY_SHARE };
  const calibration = shiftPrior(fitted, outcomes, ordinary);
  const { vocabulary, weights } = learn(examples, learning);
  options.onProgress?.(folds + 1, folds + 1);
  const model = {
    kind: 'bayes-1' as const,
    labels: [...labels],
    vocabulary: [...vocabulary],
    weights: Array.from(weights, (value) => Math.round(value * WEIGHT_UNIT)),
    calibration: { ...calibration, bias: [...calibration.bias] },
    heldOut: figuresOf(outcomes, labels, calibration),
    trainedOn: examples.length,
  };
  return { ...model, version: versionOf(model) };
}

/** The labels in the order of the taxonomy; training needs two at least. */
function labelsOf(examples: readonly Example[]): Scheme[] {
  const heaps = groupBy(examples, (example) => example.label);
  const labels = SCHEMES.filter((scheme) => heaps.has(scheme));
  if (labels.length < 2) throw new Invalid('训练样本至少要有两个类别', { labels });
  return labels;
}
