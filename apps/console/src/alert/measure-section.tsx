import type { WholeAlert } from '../api/alert.js';
import { Section } from './section.js';
import { surenessOf } from './sureness.js';
import { TIER_NAMES } from '../shown/tier.js';
import { ELEMENT_WORDS, wordOf } from '../shown/words.js';
import { DimensionBars } from '../shown/dimension-bars.js';

/** The five dimensions as bars, the four elements as ticks, and how far all of it can be trusted. */
export function MeasureSection({ whole }: { readonly whole: WholeAlert }) {
  const { index, elements } = whole;
  const { dimensions, weights, cuts, version } = index;
  return (
    <>
      <Section id="dimensions" title="五个维度">
        <DimensionBars dimensions={dimensions} weights={weights ?? null} />
        {cuts && (
          <p className="soft">
            {(['red', 'orange', 'yellow', 'blue'] as const)
              .map((tier) =>
                cuts[tier] > 100
                  ? `${wordOf(TIER_NAMES, tier)}暂不分配`
                  : `${wordOf(TIER_NAMES, tier)} ${String(cuts[tier])} 分起`,
              )
              .join('，')}
          </p>
        )}
      </Section>
      <Section id="elements" title="法定要件" aside="线索触及，不是认定">
        <ul className="alert-elements">
          {elements.map(({ element, touched, by }) => (
            <li key={element} className={touched ? 'touched' : ''}>
              <span aria-hidden="true">{touched ? '☑' : '☐'}</span>{' '}
              <b>{wordOf(ELEMENT_WORDS, element)}</b>
              {touched ? ' 触及' : ' 未触及'}
              {by.length > 0 && `：${titlesOf(by)}`}
            </li>
          ))}
        </ul>
      </Section>
      <Section id="sureness" title="把握与疑问">
        <ul className="alert-sureness">
          {surenessOf(whole).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <p className="soft alert-version">
          词库 {version.lexicon} 规则 {version.rules} 模型 {version.model} 评分 {version.scoring}
        </p>
      </Section>
    </>
  );
}

const FIRST_TITLES = 3;

/** The strongest rules that touched an element; how many more. */
function titlesOf(by: readonly { readonly title: string }[]): string {
  const titles = [...new Set(by.map(({ title }) => title))];
  const more = titles.length > FIRST_TITLES ? `等 ${String(titles.length)} 条` : '';
  return `${titles.slice(0, FIRST_TITLES).join('、')}${more}`;
}
