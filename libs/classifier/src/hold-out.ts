import type { Scheme } from '@risk/domain';
import { weigher } from './classifier.js';
import type { Outcome } from './fit-calibration.js';
import { learn, type Example, type Learning } from './learn.js';

/** Learns without one fold and says what that learning makes of it. */
export function heldOutOutcomes(
  examples: readonly Example[],
  learning: Learning,
  { fold, folds }: { readonly fold: number; readonly folds: number },
): Outcome[] {
  const foldOf = foldsOf(examples, folds);
  const seen = examples.filter((_, i) => foldOf[i] !== fold);
  const weigh = weigher(learn(seen, learning));
  return examples
    .filter((_, i) => foldOf[i] === fold)
    .map(({ text, codes, label }) => {
      const { sums, features } = weigh(text, codes);
      return { evidence: sums, features, truth: learning.labels.indexOf(label) };
    });
}

/** The fold of each example: groups one after the other within each label, so that all are spread. */
function foldsOf(examples: readonly Example[], folds: number): number[] {
  const foldOfGroup = new Map<string, number>();
  const groups = new Map<Scheme, number>();
  return examples.map(({ label, group }, i) => {
    const key = group === undefined ? `#${i}` : `${label}/${group}`;
    const known = foldOfGroup.get(key);
    if (known !== undefined) return known;
    const number = groups.get(label) ?? 0;
    groups.set(label, number + 1);
    foldOfGroup.set(key, number % folds);
    return number % folds;
  });
}
