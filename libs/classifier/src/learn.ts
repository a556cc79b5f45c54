import type { Scheme } from '@risk/domain';
import { featuresOf } from './features.js';
import { trainBayes, weightsOf, type BayesWeights } from './train-bayes.js';
import { chooseVocabulary } from './vocabulary.js';

/** A text with what it is. */
export interface Example {
  /** Folded like the texts that will be judged. */
  readonly text: string;
  readonly label: Scheme;
  /** Lexicon codes found in it. */
  readonly codes?: readonly string[] | undefined;
  /** Examples of one origin; they are held out together, so that the figures do not flatter. */
  readonly group?: string | undefined;
}

/** What is to be learnt and how. */
export interface Learning {
  readonly labels: readonly Scheme[];
  readonly vocabularySize: number;
  readonly smoothing: number;
}

/** Chooses a vocabulary of the examples and learns its weights. */
export function learn(
  examples: readonly Example[],
  { labels, vocabularySize, smoothing }: Learning,
): BayesWeights {
  const featured = examples.map(({ text, codes, label }) => ({
    features: featuresOf(text, codes),
    label,
  }));
  const vocabulary = chooseVocabulary(featured, vocabularySize);
  return weightsOf(trainBayes(featured, vocabulary, smoothing), vocabulary, labels);
}
