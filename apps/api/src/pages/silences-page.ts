import { schemeName, tierColour, tierName } from '@risk/domain';
import { chinaTime } from '@risk/kit';
import type { FloodLine, HushedAlert, SilenceLine } from '@risk/store';
import { html, page, type Html, type Part } from './html.js';
import { alertLink } from './links.js';
import { table, type Column } from './table.js';
import { causeName, sampleMark, type Names } from './words.js';

/** What keeps units from being told. */
export interface SilencesFacts {
  readonly silences: readonly SilenceLine[];
  readonly floods: readonly FloodLine[];
  readonly hushed: readonly HushedAlert[];
  readonly names: Names;
  readonly now: Date;
}

/** Draws silences, floods, and the alerts of which nobody is told now. */
export function silencesPage({ silences, floods, hushed, names, now }: SilencesFacts): string {
  return page(
    '静默与暂停',
    html`<h1>静默与暂停</h1>
      <p class="empty">压着的预警照常生成，只是暂不通知；原因消失后按当时的情况补发，不会丢。</p>
      ${floodSection(floods)}
      <section>
        <h2>
          静默<small>设立：<code>npm run -s risk -- silence --help</code></small>
        </h2>
        ${table(silenceColumns(names, now), silences, '没有设过静默。')}
      </section>
      <section>
        <h2>现在暂不通知的预警<small>最急的在前，最多列 ${MOST_HUSHED} 件</small></h2>
        ${table(HUSHED, hushed, '没有压着的预警。')}
      </section>`,
  );
}

/** The most held alerts on the page. */
export const MOST_HUSHED = 200;

function floodSection(floods: readonly FloodLine[]): Html {
  const isOpen = floods.some(({ endedAt }) => endedAt === null);
  return html`<section class="${isOpen ? 'urgent' : ''}">
    <h2>暂停发送<small>新规则一小时内引发的预警超过限额，由人核对后决定</small></h2>
    ${table(FLOODS, floods, '没有暂停发送的规则。')}
    ${
      isOpen
        ? html`<p>
            放行：<code>npm run -s risk -- flood release 编号 --by 姓名 --because 理由</code
            >；不发：<code>npm run -s risk -- flood drop 编号 --by 姓名 --because 理由</code>
          </p>`
        : null
    }
  </section>`;
}

const FLOODS: readonly Column<FloodLine>[] = [
  ['编号', ({ id }) => id],
  ['规则', ({ code }) => code],
  ['起', ({ openedAt }) => html`<time>${chinaTime(openedAt)}</time>`],
  ['压着', ({ held }) => `${held} 件`],
  ['决定', floodDecision],
];

function floodDecision({ endedAt, endedBy, because, released }: FloodLine): Html {
  if (endedAt === null) return html`<b class="state late">待决定</b>`;
  const word = released === true ? '放行' : '不发送';
  return html`<b class="state done">${word}</b
    ><small>${chinaTime(endedAt)} ${endedBy ?? ''}：${because ?? ''}</small>`;
}

const silenceColumns = (names: Names, now: Date): readonly Column<SilenceLine>[] => [
  ['编号', ({ id }) => id],
  ['静默什么', (silence) => silencedWhat(silence, names)],
  ['谁、为什么', ({ owner, because }) => `${owner}：${because}`],
  ['起', ({ startsAt }) => html`<time>${chinaTime(startsAt)}</time>`],
  ['止', ({ endsAt }) => html`<time>${chinaTime(endsAt)}</time>`],
  ['状态', (silence) => silenceState(silence, now)],
  ['压着', ({ held }) => `${held} 件`],
];

/** All that it names has to fit. */
export function silencedWhat(
  { entityId, entityName, scheme, region, code, tiers }: SilenceLine,
  names: Pick<Names, 'region'>,
): string {
  return [
    ...(entityId === null ? [] : [entityName ?? `主体 ${entityId}`]),
    ...(scheme === null ? [] : [schemeName(scheme)]),
    ...(region === null ? [] : [names.region(region)]),
    ...(code === null ? [] : [`规则 ${code}`]),
    tiers.map(tierColour).join('、'),
  ].join('，');
}

function silenceState({ endedAt, endedBy, startsAt, endsAt }: SilenceLine, now: Date): Html {
  if (endedAt !== null)
    return html`<span class="state idle">提前结束</span
      ><small>${chinaTime(endedAt)} ${endedBy ?? ''}</small>`;
  if (endsAt <= now) return html`<span class="state idle">已到期</span>`;
  return html`<b class="state open">${startsAt > now ? '尚未开始' : '生效中'}</b>`;
}

const HUSHED: readonly Column<HushedAlert>[] = [
  ['等级', ({ tier }) => html`<mark class="${tier}">${tierName(tier)}</mark>`],
  ['预警', hushedAlert],
  ['原因', ({ cause, because }) => html`${causeName(cause)}<small>${because}</small>`],
  ['起', ({ since }) => html`<time>${chinaTime(since)}</time>`],
];

function hushedAlert({ id, entityName, sample }: HushedAlert): Part {
  return [alertLink(id, entityName), html`<small>${id}</small>`, sampleMark(sample)];
}
