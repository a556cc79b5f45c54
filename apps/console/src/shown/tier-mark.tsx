/** A tier of alert, from the most urgent down. */
export type Tier = 'red' | 'orange' | 'yellow' | 'blue';

export const TIERS: readonly Tier[] = ['red', 'orange', 'yellow', 'blue'];

export const TIER_WORDS: Readonly<Record<Tier, string>> = {
  ...{ red: '红', orange: '橙', yellow: '黄', blue: '蓝' },
};

/** How many of four strokes are filled: read without colours too. */
const SIGNS: Readonly<Record<Tier, string>> = {
  ...{ red: '▮▮▮▮', orange: '▮▮▮', yellow: '▮▮', blue: '▮' },
};

interface TierMarkProps {
  readonly tier: Tier;
  /** Whether a person set it, and not the model. */
  readonly isByPerson?: boolean;
}

/** A tier: a word and a sign on its colour. */
export function TierMark({ tier, isByPerson = false }: TierMarkProps) {
  return (
    <span className={`tier ${tier}`} title={isByPerson ? '人工定级' : undefined}>
      <i aria-hidden="true">{SIGNS[tier]}</i>
      {TIER_WORDS[tier]}色{isByPerson && '（人工）'}
    </span>
  );
}
