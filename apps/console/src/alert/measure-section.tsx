import type { Dimension } from '../api/codes.js';
import type { WholeAlert } from '../api/alert.js';
import { Section } from './section.js';
import { surenessOf } from './sureness.js';
import { TIER_NAMES } from '../shown/tier.js';
import { DIMENSION_WORDS, ELEMENT_WORDS, wordOf } from '../shown/words.js';

const ORDER = Object.keys(DIMENSION_WORDS) as Dimension[];

/** The five dimensions as bars, the four elements as ticks, and how far all of it can be trusted. */
export function MeasureSection({ whole }: { readonly whole: WholeAlert }) {
  const { index, elements } = whole;
  const { dimensions, weights, cuts, version } = index;
  return (
    <>
      <Section id="dimensions" title="五个维度">
        <ul className="alert-bars">
          {ORDER.map((dimension) => (
            <li key={dimension}>
              <span>{wordOf(DIMENSION_WORDS, dimension)}</span>
              <meter min={0} max={100} value={dimensions[dimension]}>
                {dimensions[dimension].toFixed(0)}
              </meter>
              <b>{dimensions[dimension].toFixed(0)}</b>
              {weights && <small className="soft">权重 {weights[dimension]}</small>}
            </li>
          ))}
        </ul>
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
