import { isHigher, tierColour } from '@risk/domain';
import { chinaTime } from '@risk/kit';
import type { HushCause, Occasion, Silence, Surroundings, TellingPolicy } from './ports.js';

/** Only reasons that carry an alert count against a rule that is new. */
const CARRYING_REASONS = 3;

/**
 * Why nobody is told of an occasion now; null when everybody is. What a person decided is told, unless the
 * alert lives on in another one.
 */
export function hushOf(
  occasion: Occasion,
  around: Surroundings,
  policy: TellingPolicy,
): HushCause | null {
  if (occasion.merged) return intoMerged(occasion);
  if (occasion.source === 'person') return null;
  return (
    inhibited(occasion, around, policy) ??
    silenced(occasion, around) ??
    flooding(occasion, around, policy)
  );
}

/** A merged alert speaks for itself only when it rises above the one that it was merged into. */
function intoMerged({ merged, tier }: Occasion): HushCause | null {
  if (!merged || isHigher(tier, merged.tier)) return null;
  return {
    cause: 'merged',
    causeId: merged.into,
    because: `已并入预警 ${merged.into}（${tierColour(merged.tier)}）`,
  };
}

function inhibited(
  { alertId, tier }: Occasion,
  { kin }: Surroundings,
  { inhibit }: TellingPolicy,
): HushCause | null {
  const over = inhibit.filter(({ what }) => what.includes(tier)).map(({ by }) => by);
  const stronger = kin.get(alertId)?.find((one) => over.includes(one.tier));
  if (!stronger) return null;
  const { alertId: causeId, entityName, tier: by } = stronger;
  return {
    cause: 'inhibited',
    causeId,
    because: `关联主体${entityName}的${tierColour(by)}预警 ${causeId} 正在处置，不另行打扰`,
  };
}

function silenced(occasion: Occasion, { silences }: Surroundings): HushCause | null {
  const silence = silences.find((one) => covers(one, occasion));
  if (!silence) return null;
  const { id, owner, because, endsAt } = silence;
  return {
    cause: 'silence',
    causeId: id,
    because: `${owner}设了静默，至 ${chinaTime(endsAt)}：${because}`,
  };
}

/** Whether a silence covers an occasion: all that it names must fit. */
export function covers(silence: Silence, { verdict, tier }: Occasion): boolean {
  const { entityId, scheme, region, code, tiers } = silence;
  return (
    tiers.includes(tier) &&
    (entityId === null || entityId === verdict.entityId) &&
    (scheme === null || scheme === verdict.index.scheme) &&
    (region === null || region === verdict.regionCode) &&
    (code === null || verdict.index.reasons.some((reason) => reason.code === code))
  );
}

function flooding(
  { verdict }: Occasion,
  { newCodes }: Surroundings,
  { flood }: TellingPolicy,
): HushCause | null {
  const code = carryingCodes(verdict.index).find((one) => (newCodes.get(one) ?? 0) > flood.perHour);
  if (code === undefined) return null;
  return {
    cause: 'flood',
    code,
    because: `新规则 ${code} 一小时内引发的预警超过 ${flood.perHour} 件，暂不发送，待人工决定`,
  };
}

/** The codes that carry an index: those of its strongest reasons. */
export const carryingCodes = ({ reasons }: Occasion['verdict']['index']): string[] =>
  reasons.slice(0, CARRYING_REASONS).map(({ code }) => code);
