import { TIER_WORDS, type AnyTier } from './tier.js';

export { TIER_WORDS, TIERS, type Tier } from './tier.js';

/** How many of four strokes are filled: read without colours too. */
const SIGNS: Readonly<Record<AnyTier, string>> = {
  ...{ red: '▮▮▮▮', orange: '▮▮▮', yellow: '▮▮', blue: '▮', none: '' },
};

interface TierMarkProps {
  /** Null where nothing is to be marked. */
  readonly tier: AnyTier | null;
  /** Whether a person set it, and not the model. */
  readonly isByPerson?: boolean;
}

/** A tier: a word and a sign on its colour; what gives no alert says so without a colour. */
export function TierMark({ tier, isByPerson = false }: TierMarkProps) {
  if (tier === null) return null;
  return (
    <span className={`tier ${tier}`} title={isByPerson ? '人工定级' : undefined}>
      <i aria-hidden="true">{SIGNS[tier]}</i>
      {tier === 'none' ? '未达预警' : `${TIER_WORDS[tier]}色`}
      {isByPerson && '（人工）'}
    </span>
  );
}
