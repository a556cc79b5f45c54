import type { WholeAlert } from '../api/alert.js';
import { TIER_NAMES } from '../shown/tier.js';
import { FEED_WORDS, wordOf } from '../shown/words.js';

/** Below it a tie between a record and the entity may well be wrong. */
const DOUBTFUL = 0.8;
/** So close to the cut below that little would lower the tier. */
const CLOSE = 3;

/** How far an index can be trusted, sentence by sentence: what it rests on, and what speaks against it. */
export function surenessOf({ alert, index, entity }: WholeAlert): string[] {
  return [
    restsOn(entity),
    ...(entity.provisional ? ['主体只在来件中被提到，没有登记信息核对，可能与同名的混在一起'] : []),
    ...(alert.uscc === null ? ['统一社会信用代码未知：按名称认定，请先核对是哪一家'] : []),
    ...doubtOf(entity.leastConfidence),
    ...nearCut(index),
    ...(index.missing.length > 0
      ? [`尚缺信息：${index.missing.join('、')}（缺的不按没有计）`]
      : []),
  ];
}

function restsOn({ records }: WholeAlert['entity']): string {
  const told = Object.entries(records).map(
    ([feed, n]) => `${wordOf(FEED_WORDS, feed)} ${String(n)} 条`,
  );
  return told.length === 0 ? '现在没有有效的来件支持' : `依据：${told.join('、')}`;
}

function doubtOf(confidence: number | null): string[] {
  if (confidence === null || confidence >= DOUBTFUL) return [];
  return [`有来件认定到本主体的把握只有 ${String(Math.round(confidence * 100))}%`];
}

function nearCut({ score, tier, cuts }: WholeAlert['index']): string[] {
  if (tier === 'none' || !cuts) return [];
  const above = score - cuts[tier];
  if (above < 0 || above >= CLOSE) return [];
  return [`只比${wordOf(TIER_NAMES, tier)}的起点高 ${above.toFixed(1)} 分，少一条理由就可能降级`];
}
