/** One file of natural; by its index a corpus for tagging English would be loaded too, and into every process. */
declare module 'natural/lib/natural/classifiers/bayes_classifier.js' {
  import { BayesClassifier } from 'natural/lib/natural/classifiers/index.js';
  export default BayesClassifier;
}
