import type { WholeAlert } from '../api/alert.js';
import { chinaTime } from '../shown/china-time.js';
import { Section } from './section.js';
import { TIER_NAMES } from '../shown/tier.js';
import { SCHEME_WORDS, VERDICT_WORDS, wordOf } from '../shown/words.js';

/** What people decided on the entity, and how its case ended: also what was withdrawn or replaced since. */
export function JudgementsSection({ whole }: { readonly whole: WholeAlert }) {
  const { decisions, outcomes } = whole.alert;
  if (decisions.length + outcomes.length === 0) return null;
  return (
    <Section id="judgements" title="人工判断" aside="后面的取代前面的">
      <ul className="alert-told">
        {decisions.map(({ id, at, by, to, because, modelTier, modelScore }) => (
          <li key={`decision-${id}`}>
            {chinaTime(at)}　{by}{' '}
            <b>{to === null ? '撤回人工等级' : `定为${wordOf(TIER_NAMES, to)}`}</b>：{because}
            <span className="soft">
              （当时模型为{wordOf(TIER_NAMES, modelTier)}，指数 {modelScore.toFixed(1)}）
            </span>
          </li>
        ))}
        {outcomes.map(({ id, at, by, verdict, scheme, because, exposedOn, losses, people }) => (
          <li key={`outcome-${id}`}>
            {chinaTime(at)}　{by} 记为<b>{wordOf(VERDICT_WORDS, verdict)}</b>
            {scheme !== null && `（${wordOf(SCHEME_WORDS, scheme)}）`}：{because}
            {exposedOn !== null && `，${exposedOn} 暴露`}
            {losses !== null && `，损失 ${losses.toLocaleString('zh-CN')} 元`}
            {people !== null && `，${people.toLocaleString('zh-CN')} 人`}
          </li>
        ))}
      </ul>
    </Section>
  );
}
