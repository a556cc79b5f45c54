import { LawBook, type ClaimedSums, type LawBasis } from '@risk/bulletins';
import { thresholdsOf } from '@risk/cases';
import type { RuleEngine } from '@risk/rules';

/** What the rules in force rest on, and the thresholds that hand-overs are held against. */
export class LawShelf extends LawBook {
  constructor(private readonly rules: () => Pick<RuleEngine, 'cards'>) {
    super();
  }

  basesOf(codes: readonly string[]): readonly LawBasis[] {
    const { cards } = this.rules();
    return codes.flatMap((code) => {
      const card = cards.get(code);
      if (!card) return [];
      return card.sources.map(({ law, article = null, from = null, to = null }) => ({
        ...{ code, title: card.title, law, article },
        ...{ effectiveFrom: from, effectiveTo: to },
      }));
    });
  }

  reachedBy(sums: ClaimedSums): readonly string[] {
    return thresholdsOf({ ...sums, aggravated: [] })
      .filter(({ reached }) => reached === true)
      .map(({ crime, grade, law, article }) => `${crime}（${grade}）：${law}${article}`);
  }
}
