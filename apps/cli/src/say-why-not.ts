import type { WhyNotHigher, WhyNotHigherStory } from '@risk/assembly';
import { tierName } from '@risk/domain';

/** The section 为什么没有更高 of an explanation: what is lacking to the next tier, and what came nearest. */
export function sayWhyNot({ record, entities }: WhyNotHigherStory): string[] {
  return [
    '7. 为什么没有更高',
    ...(record ? sayOne('本条', record) : []),
    ...entities.flatMap((entity) => sayOne(entity.name, entity)),
  ];
}

function sayOne(who: string, { score, next, nearest }: WhyNotHigher): string[] {
  const lacking = next
    ? `，距${tierName(next.tier)}（${next.from} 分）还差 ${next.points.toFixed(1)} 分`
    : '，已是最高等级';
  const near = nearest.map((rule) => `   · ${rule.says}；若成立，得分为 ${rule.score.toFixed(1)}`);
  return [
    `   ${who}：按现行版本 ${score.toFixed(1)} 分${lacking}`,
    ...(near.length > 0 ? near : ['   · 没有接近成立而能提高得分的规则']),
  ];
}
