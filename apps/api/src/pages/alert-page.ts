import {
  DIMENSIONS,
  ELEMENTS,
  cutsText,
  dimensionName,
  elementName,
  schemeName,
  suppressionText,
  tierName,
  weightsText,
  type AlertChange,
  type IndexReason,
  type RiskIndex,
} from '@risk/domain';
import { chinaTime } from '@risk/kit';
import type { AlertDetail } from '@risk/store';
import { html, page, type Html } from './html.js';
import { judgements, tierLine } from './judgement-section.js';

const FIRST_REASONS = 12;
const ROLES: Readonly<Record<string, string>> = { lead: '主办', assist: '协办', copy: '抄送' };
const STATES: Readonly<Record<string, string>> = {
  pending: '待发送',
  leased: '待发送',
  sending: '发送中',
  sent: '已发送',
  refused: '未能送达',
  unknown: '是否送达不明，请核实',
};
const KINDS: Readonly<Record<AlertChange['kind'], string>> = {
  raised: '首次预警为',
  upgraded: '升级为',
  lowered: '降低为',
  differs: '模型判断与人工等级不同，模型为',
};

/** Draws one alert: why, since when, who was told. */
export function alertPage(alert: AlertDetail, regionName: (code: string | null) => string): string {
  const tier = alert.personTier ?? alert.tier;
  return page(
    alert.entityName,
    html`${alert.sample ? html`<p class="sample">本件为<strong>样例</strong>，单位和人员均为虚构。</p>` : ''}
      <h1><mark class="${tier}">${tierName(tier)}</mark> ${alert.entityName}</h1>
      ${tierLine(alert)}
      <p>
        疑似${schemeName(alert.index.scheme)} · 风险指数 ${alert.index.score.toFixed(1)} ·
        ${regionName(alert.regionCode)} · 统一社会信用代码 ${alert.uscc ?? '未知'} · 预警编号
        ${alert.id}
      </p>
      ${dimensions(alert.index)} ${reasons(alert.index)} ${judgements(alert)} ${timeline(alert)}
      ${notices(alert)}
      <p class="version">
        词库 ${alert.index.version.lexicon} · 规则 ${alert.index.version.rules} · 模型
        ${alert.index.version.model} · 评分 ${alert.index.version.scoring}
      </p>`,
  );
}

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

function timeline({ changes }: AlertDetail): Html {
  return html`<section>
    <h2>经过</h2>
    <ul>
      ${changes.map((c) => html`<li>${chinaTime(c.at)}　${KINDS[c.kind]}${tierName(c.to)}${c.news.length > 0 ? `：${c.news.slice(0, 3).join('；')}` : ''}</li>`)}
    </ul>
  </section>`;
}

function notices({ notices: list }: AlertDetail): Html {
  return html`<section>
    <h2>通知了谁</h2>
    <table>
      <thead>
        <tr>
          <th>单位</th>
          <th>职责</th>
          <th>为什么</th>
          <th>反馈时限</th>
          <th>状态</th>
        </tr>
      </thead>
      <tbody>
        ${list.map(
          (n) =>
            html`<tr>
              <td>${n.unitName}</td>
              <td>${ROLES[n.role] ?? n.role}</td>
              <td>${n.because}</td>
              <td>${n.dueAt === null ? '' : chinaTime(new Date(n.dueAt))}</td>
              <td>
                ${STATES[n.state] ?? n.state}${n.settledAt ? ` ${chinaTime(n.settledAt)}` : ''}
              </td>
            </tr>`,
        )}
      </tbody>
    </table>
  </section>`;
}
