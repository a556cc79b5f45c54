import type { NoticeLine } from '@risk/alerting';
import type { HandOver, Verification } from '@risk/cases';
import { schemeName, stageName, tierName } from '@risk/domain';
import { chinaTime } from '@risk/kit';
import type { AlertDetail, AlertLife } from '@risk/store';
import { attachmentSection } from './attachment-section.js';
import { alertDuties } from './duty-table.js';
import { handOverSection } from './hand-over-section.js';
import { html, page, type Html } from './html.js';
import { judgements, tierLine } from './judgement-section.js';
import { kinSection } from './kin-section.js';
import { alertLink } from './links.js';
import { logSection } from './log-section.js';
import { alertNotices } from './notice-table.js';
import { whyThisIndex } from './reasons-section.js';
import { verificationSection } from './verification-section.js';
import { causeName, type Names } from './words.js';

/** All that is known of one alert. */
export interface AlertFacts {
  readonly alert: AlertDetail;
  readonly life: AlertLife;
  /** Oldest first. */
  readonly notices: readonly NoticeLine[];
  /** Whether there are more than these. */
  readonly hasEarlierNotices: boolean;
  readonly verifications: readonly Verification[];
  readonly handOvers: readonly HandOver[];
  readonly names: Names;
  readonly now: Date;
}

/** Draws one alert: how it stands, why, what happened, who owes what, who was told. */
export function alertPage(facts: AlertFacts): string {
  const { alert, life, names, verifications, handOvers } = facts;
  const { version } = alert.index;
  return page(
    alert.entityName,
    html`${heading(facts)} ${kinSection(life)} ${whyThisIndex(alert.index)} ${judgements(alert)}
      ${logSection(life.log, names)} ${duties(facts)} ${notices(facts)}
      ${verificationSection(verifications, names)} ${handOverSection(handOvers, names)}
      ${attachmentSection(life.files)}
      <p class="version">
        词库 ${version.lexicon} · 规则 ${version.rules} · 模型 ${version.model} · 评分
        ${version.scoring}
      </p>`,
  );
}

function heading({ alert, life, names }: AlertFacts): Html {
  const { id, entityName, index, regionCode, uscc, sample } = alert;
  const tier = alert.personTier ?? alert.tier;
  return html`${
      sample ? html`<p class="sample">本件为<strong>样例</strong>，单位和人员均为虚构。</p>` : ''
    }
    <h1>
      <mark class="${tier}">${tierName(tier)}</mark>
      <mark class="stage">${stageName(alert.stage)}</mark> ${entityName}
    </h1>
    ${tierLine(alert)} ${quiet(life)}
    <p>
      疑似${schemeName(index.scheme)} · 风险指数 ${index.score.toFixed(1)} ·
      ${names.region(regionCode)} · 统一社会信用代码 ${uscc ?? '未知'} · 预警编号 ${id}
    </p>`;
}

/** Why nobody hears of it now: it lives on in another one, or it is held back. */
function quiet({ mergedInto, hush }: AlertLife): Html {
  const merged =
    mergedInto === null
      ? null
      : html`<p class="hush">已并入 ${alertLink(mergedInto, `预警 ${mergedInto}`)}</p>`;
  const hushed =
    hush === null
      ? null
      : html`<p class="hush">
          暂不通知（${causeName(hush.cause)}）：${hush.because}<small
            >${chinaTime(hush.since)} 起；原因消失后按当时情况补发</small
          >
        </p>`;
  return html`${merged}${hushed}`;
}

const duties = ({ life, names, now }: AlertFacts): Html =>
  html`<section>
    <h2>职责与时限<small>时限为本地默认，非法定</small></h2>
    ${alertDuties(life.duties, { names, now, otherwise: '没有单位有应办事项。' })}
  </section>`;

const notices = ({ alert, notices: list, hasEarlierNotices, names }: AlertFacts): Html =>
  html`<section>
    <h2>通知记录</h2>
    ${
      hasEarlierNotices
        ? html`<p>只列最近 ${list.length} 封，<a href="/notices?alert=${alert.id}">查看全部</a></p>`
        : null
    }
    ${alertNotices(list, names)}
  </section>`;
