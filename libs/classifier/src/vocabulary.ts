import type { Scheme } from '@risk/domain';

/** An example as the engine sees it. */
export interface FeaturedExample {
  readonly features: readonly string[];
  readonly label: Scheme;
}

/** A feature in fewer examples than this is an accident. */
const RARE = 3;

type Counts = Map<Scheme, number>;

/** The features that tell most about the label (largest chi-square of one class against the rest). */
export function chooseVocabulary(examples: readonly FeaturedExample[], limit: number): string[] {
  const classes = countBy(examples);
  const tables = new Map<string, Counts>();
  for (const { features, label } of examples) {
    for (const feature of features) {
      const table = tables.get(feature) ?? new Map<Scheme, number>();
      table.set(label, (table.get(label) ?? 0) + 1);
      tables.set(feature, table);
    }
  }
  return [...tables]
    .map(([feature, table]) => ({ feature, worth: worthOf(table, classes, examples.length) }))
    .filter(({ worth }) => worth > 0)
    .sort((a, b) => b.worth - a.worth || (a.feature < b.feature ? -1 : 1))
    .slice(0, limit)
    .map(({ feature }) => feature)
    .sort();
}

function countBy(examples: readonly FeaturedExample[]): Counts {
  const counts: Counts = new Map();
  for (const { label } of examples) counts.set(label, (counts.get(label) ?? 0) + 1);
  return counts;
}

/** The largest chi-square of a feature over the classes; 0 when it is too rare to tell. */
function worthOf(table: Counts, classes: Counts, total: number): number {
  let having = 0;
  for (const count of table.values()) having += count;
  if (having < RARE) return 0;
  let best = 0;
  for (const [label, count] of table) {
    best = Math.max(best, chiSquare(count, having, classes.get(label) ?? 0, total));
  }
  return best;
}

/** Chi-square of the two-by-two table: with and without the feature, in and out of the class. */
export function chiSquare(both: number, having: number, inClass: number, total: number): number {
  const expected = (having * inClass) / total;
  const spread = expected * (1 - having / total) * (1 - inClass / total);
  return spread === 0 ? 0 : (both - expected) ** 2 / spread;
}
