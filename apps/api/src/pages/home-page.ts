import {
  FEEDS,
  TIERS,
  bothTiers,
  feedName,
  schemeName,
  tierName,
  type EngineVersions,
  type Tier,
} from '@risk/domain';
import { chinaTime } from '@risk/kit';
import type { AlertLine, Overview, WorkFigures } from '@risk/store';
import { html, page, type Html } from './html.js';
import { stageWord } from './words.js';

/** What the first screen shows. */
export interface HomeFacts {
  readonly figures: Overview;
  /** What waits for somebody. */
  readonly work: WorkFigures;
  readonly alerts: readonly AlertLine[];
  readonly regions: readonly { readonly regionCode: string | null; readonly alerts: number }[];
  readonly regionName: (code: string | null) => string;
  /** What judges now. */
  readonly versions: EngineVersions;
  readonly at: Date;
}

/** Draws the first screen. */
export function homePage(facts: HomeFacts): string {
  return page(
    '风险总览',
    html`${sampleBanner(facts.figures)} ${warnings(facts.figures)} ${workFigures(facts.work)}
      ${figures(facts.figures)}
      <section>
        <h2>预警清单<small>按紧急程度排列，更新于 ${chinaTime(facts.at)}</small></h2>
        ${facts.alerts.length === 0 ? html`<p class="empty">目前没有预警。</p>` : alertTable(facts)}
      </section>
      ${regionSection(facts)} ${nextSteps()} ${inForce(facts.versions)}`,
  );
}

function sampleBanner({ sampleRecords }: Overview): Html {
  if (sampleRecords === 0) return html``;
  return html`<p class="sample">
    现有 ${sampleRecords} 条<strong>样例数据</strong>（单位和人员均为虚构）。清除样例：<code
      >npm run -s risk -- samples remove</code
    >
  </p>`;
}

function warnings({ warnings: list }: Overview): Html {
  return html`${list.map((w) => html`<p class="warning">运行提示：${w.sentence}</p>`)}`;
}

/** What waits for somebody, each figure leading to what it counts. */
function workFigures({ unacknowledged, overdue, unknown, floods, flooded }: WorkFigures): Html {
  const held = floods === 0 ? '暂停发送' : `暂停发送（压着 ${flooded} 件预警）`;
  return html`<section class="figures work">
    ${workFigure('/duties?kind=acknowledge', '待签收', unacknowledged, '项')}
    ${workFigure('/duties?late=yes', '已逾期', overdue, '项', true)}
    ${workFigure('/notices?state=unknown', '送达不明的通知', unknown, '封', true)}
    ${workFigure('/silences', held, floods, '条规则', true)}
  </section>`;
}

const workFigure = (to: string, label: string, value: number, unit: string, isBad = false): Html =>
  html`<a class="figure ${isBad && value > 0 ? 'red' : ''}" href="${to}"
    ><b>${value.toLocaleString('zh-CN')}</b><i>${unit}</i><span>${label}</span></a
  >`;

function figures(f: Overview): Html {
  const tiers = TIERS.filter((t) => t !== 'none');
  return html`<section class="figures">
    ${FEEDS.map((feed) => figure(feedName(feed), f.records[feed], '条'))}
    ${figure('识别主体', f.entities, '个')}
    ${tiers.map((t) => figure(tierName(t), f.alerts[t] ?? 0, '件', t))}
    ${figure('已发通知', f.notices['sent'] ?? 0, '封')} ${figure('待处理死信', f.deadLetters, '条')}
  </section>`;
}

const figure = (label: string, value: number, unit: string, tier?: Tier): Html =>
  html`<div class="figure ${tier ?? ''}">
    <b>${value.toLocaleString('zh-CN')}</b><i>${unit}</i><span>${label}</span>
  </div>`;

function alertTable({ alerts, regionName }: HomeFacts): Html {
  return html`<table>
    <thead>
      <tr>
        <th>等级</th>
        <th>进展</th>
        <th>主体</th>
        <th>疑似类型</th>
        <th>指数</th>
        <th>属地</th>
        <th>首要理由</th>
        <th>首次预警</th>
      </tr>
    </thead>
    <tbody>
      ${alerts.map((a) => alertRow(a, regionName))}
    </tbody>
  </table>`;
}

function alertRow(a: AlertLine, regionName: HomeFacts['regionName']): Html {
  const tier = a.personTier ?? a.tier;
  return html`<tr>
    <td><mark class="${tier}">${tierName(tier)}</mark>${personNote(a)}</td>
    <td class="place">${stageWord(a.stage)}</td>
    <td><a href="/alerts/${a.id}">${a.entityName}</a>${a.sample ? html`<em>样例</em>` : ''}</td>
    <td>${schemeName(a.index.scheme)}</td>
    <td class="number">${a.index.score.toFixed(1)}</td>
    <td class="place">${regionName(a.regionCode)}</td>
    <td>${a.index.reasons[0]?.because ?? ''}</td>
    <td>${chinaTime(a.raisedAt)}</td>
  </tr>`;
}

/** That a person set the tier, by whom and why; the model's stands beside it. */
const personNote = ({ tier, person }: AlertLine): Html | null =>
  person && html`<small class="person">${bothTiers(tier, person)}</small>`;

function regionSection({ regions, regionName }: HomeFacts): Html {
  if (regions.length === 0) return html``;
  const most = Math.max(...regions.map((r) => r.alerts));
  return html`<section>
    <h2>各县市区预警数</h2>
    <ul class="bars">
      ${regions.map(
        (r) =>
          html`<li>
            <span>${regionName(r.regionCode)}</span
            ><meter min="0" max="${most}" value="${r.alerts}"></meter><b>${r.alerts}</b>
          </li>`,
      )}
    </ul>
  </section>`;
}

function nextSteps(): Html {
  return html`<section>
    <h2>接下来可以</h2>
    <ul>
      <li>导入自己的数据：<code>npm run -s risk -- import --preset auto 文件.xlsx</code></li>
      <li>看一条记录怎样得出结论：<code>npm run -s risk -- explain 记录编号</code></li>
      <li>
        核对账目：<code>npm run -s risk -- reconcile</code>；处理死信：<code
          >npm run -s risk -- dead-letters list</code
        >
      </li>
      <li>
        接口说明：<a href="/api/openapi.json">OpenAPI</a>、<a href="/api/asyncapi.json">AsyncAPI</a
        >、<a href="/api/overview">总览数据</a>
      </li>
    </ul>
  </section>`;
}

function inForce({ lexicon, rules, model, scoring }: EngineVersions): Html {
  return html`<p class="empty">
    现行版本：词库 ${lexicon}　规则 ${rules}　模型 ${model}　评分 ${scoring}　<a href="/editions"
      >规则版本</a
    >
  </p>`;
}
