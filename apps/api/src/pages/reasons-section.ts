import {
  DIMENSIONS,
  ELEMENTS,
  cutsText,
  dimensionName,
  elementName,
  suppressionText,
  weightsText,
  type IndexReason,
  type RiskIndex,
} from '@risk/domain';
import { html, type Html } from './html.js';

const FIRST_REASONS = 12;

/** Why the index is what it is: dimensions, elements, reasons, and what it was measured by. */
export const whyThisIndex = (index: RiskIndex): Html =>
  html`${dimensions(index)} ${reasons(index)}`;

function dimensions(index: RiskIndex): Html {
  return html`<section>
    <h2>五个维度与法定要件</h2>
    <ul class="bars">
      ${DIMENSIONS.map(
        (d) =>
          html`<li>
            <span>${dimensionName(d)}</span
            ><meter min="0" max="100" value="${index.dimensions[d]}"></meter
            ><b>${index.dimensions[d].toFixed(0)}</b>
          </li>`,
      )}
    </ul>
    <p>
      触及要件：${
        ELEMENTS.filter((e) => index.elements[e])
          .map(elementName)
          .join('、') || '尚无'
      }
      ${index.missing.length > 0 ? `　尚缺信息：${index.missing.join('、')}` : ''}
    </p>
    ${measuredBy(index)}
  </section>`;
}

/** What the score was measured by when it was given, which may no longer be in force. */
function measuredBy({ weights, cuts }: RiskIndex): Html | null {
  if (!weights || !cuts) return null;
  return html`<p>衡量标准：维度权重 ${weightsText(weights)}；分级 ${cutsText(cuts)}</p>`;
}

/** The strongest reasons at once; the weaker ones on demand. */
function reasons({ reasons: all, suppressed }: RiskIndex): Html {
  const rest = all.slice(FIRST_REASONS);
  return html`<section>
    <h2>预警理由</h2>
    ${suppressed ? html`<p>不计：${suppressionText(suppressed)}</p>` : null}
    <ol>
      ${all.slice(0, FIRST_REASONS).map(reasonItem)}
    </ol>
    ${
      rest.length === 0
        ? null
        : html`<details>
            <summary>其余 ${rest.length} 条较弱的理由</summary>
            <ol start="${FIRST_REASONS + 1}">
              ${rest.map(reasonItem)}
            </ol>
          </details>`
    }
  </section>`;
}

const reasonItem = (r: IndexReason): Html =>
  html`<li>
    ${r.because}${r.quote === undefined ? null : html`<q>${r.quote}</q>`}
    <small>${dimensionName(r.dimension)} ${r.points.toFixed(1)} 分，${r.times} 条记录</small>
  </li>`;
