import type { Scheme } from '@risk/domain';
import { groupBy } from '@risk/kit';
import BayesClassifier from 'natural/lib/natural/classifiers/bayes_classifier.js';
import type { FeaturedExample } from './vocabulary.js';

/** What natural's naive Bayes learnt: log P(feature | class), features by classes. */
export interface BayesWeights {
  readonly labels: readonly Scheme[];
  readonly vocabulary: readonly string[];
  /** Row after row, one row a feature, one column a label; each row centred on 0. */
  readonly weights: Float64Array;
}

/** The numbers that natural learns. */
interface Learnt {
  readonly classFeatures: Readonly<Record<string, Readonly<Record<number, number>>>>;
  readonly classTotals: Readonly<Record<string, number>>;
  readonly smoothing: number;
}

/** natural's classifier with the parts that its declarations keep protected. */
interface NaturalBayes {
  readonly classifier: Learnt & { addExample(vector: readonly number[], label: string): void };
  readonly docs: unknown[];
  addDocument(features: string[], label: string): void;
  train(): void;
  classify(features: string[]): string;
  getClassifications(features: string[]): { label: string; value: number }[];
}

/**
 * Trains natural's naive Bayes. Small classes are told as often as large ones: its smoothing is
 * absolute, so that otherwise every unknown word would speak for the smallest class. The examples
 * are handed over as vectors, because turning texts into them is what natural is slow at.
 */
export function trainBayes(
  examples: readonly FeaturedExample[],
  vocabulary: readonly string[],
  smoothing: number,
): NaturalBayes {
  const bayes = numberedBayes(vocabulary, smoothing);
  const column = new Map(vocabulary.map((feature, at) => [feature, at]));
  const repeats = repeatsOf(examples);
  for (const { features, label } of examples) {
    const vector = vectorOf(features, column);
    for (let n = repeats.get(label) ?? 1; n > 0; n--) bayes.classifier.addExample(vector, label);
  }
  bayes.train();
  return bayes;
}

function vectorOf(features: readonly string[], column: ReadonlyMap<string, number>): number[] {
  const vector = new Array<number>(column.size).fill(0);
  for (const feature of features) {
    const at = column.get(feature);
    if (at !== undefined) vector[at] = 1;
  }
  return vector;
}

/** How often each class is told, so that all classes have about as many examples. */
function repeatsOf(examples: readonly FeaturedExample[]): Map<Scheme, number> {
  const heaps = groupBy(examples, ({ label }) => label);
  const largest = Math.max(...[...heaps.values()].map((heap) => heap.length));
  return new Map([...heaps].map(([label, heap]) => [label, Math.round(largest / heap.length)]));
}

/** natural numbers its features as documents bring them: one document fixes the order and goes again. */
function numberedBayes(vocabulary: readonly string[], smoothing: number): NaturalBayes {
  const bayes = new BayesClassifier(undefined, smoothing) as unknown as NaturalBayes;
  bayes.addDocument([...vocabulary], 'order');
  bayes.docs.length = 0;
  return bayes;
}

/** Reads log P(feature | class) out of natural's classifier, so that prediction needs no natural. */
export function weightsOf(
  bayes: NaturalBayes,
  vocabulary: readonly string[],
  labels: readonly Scheme[],
): BayesWeights {
  const { classFeatures, classTotals, smoothing } = bayes.classifier;
  const weights = new Float64Array(vocabulary.length * labels.length);
  // A label that had no example has never been seen with any feature.
  const largest = Math.max(...Object.values(classTotals));
  vocabulary.forEach((_, feature) => {
    const row = labels.map((label) =>
      Math.log((classFeatures[label]?.[feature] ?? smoothing) / (classTotals[label] ?? largest)),
    );
    const mean = row.reduce((sum, value) => sum + value, 0) / row.length;
    weights.set(
      row.map((value) => value - mean),
      feature * labels.length,
    );
  });
  return { labels, vocabulary, weights };
}
