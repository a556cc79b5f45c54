import { noticeStateName, type NoticeState } from '@risk/alerting';
import {
  bulletinStepName,
  type BulletinStep,
  type FileLine,
  type Reader,
  type WholeBulletin,
} from '@risk/bulletins';
import { bulletinName } from '@risk/domain';
import { chinaTime } from '@risk/kit';
import { scopeName, stateWords } from './bulletins-page.js';
import { html, page, type Html } from './html.js';
import { noticeLink } from './links.js';
import { table, type Column } from './table.js';
import type { Names } from './words.js';

/** One edition with all that became of it. */
export interface BulletinFacts {
  readonly bulletin: WholeBulletin;
  readonly readers: readonly Reader[];
  readonly names: Names;
}

/** Draws one edition: how it stands, its files, what was done with it, who got and read it. */
export function bulletinPage({ bulletin, readers, names }: BulletinFacts): string {
  const { title, number, files, steps } = bulletin;
  const enclosed = files.filter(({ role }) => ENCLOSED.has(role));
  return page(
    title,
    html`<h1>${title}${number === null ? '' : html`<small>第${number}期</small>`}</h1>
      ${brokenSection(bulletin)}
      <section>
        <p>
          ${bulletinName(bulletin.kind)}　${scopeName(bulletin.scope, names)}　${stateWords(bulletin)}　编制于
          ${chinaTime(bulletin.composedAt)}　<a href="/bulletins/${bulletin.id}/text">看正文</a>
        </p>
        ${corrected(bulletin)}
      </section>
      <section>
        <h2>文件</h2>
        ${table(filesOf(bulletin), enclosed, '没有文件。')}
      </section>
      <section>
        <h2>经过</h2>
        ${table(STEPS, steps, '没有记录。')}
      </section>
      <section>
        <h2>收件人</h2>
        ${table(readersFor(names), readers, '还没有发出。')}
      </section>`,
  );
}

const ENCLOSED = new Set<FileLine['role']>(['document', 'print', 'annex']);

function brokenSection({ broken }: WholeBulletin): Html | null {
  if (broken.length === 0) return null;
  return html`<section class="urgent">
    <h2>本期不完整，没有发出</h2>
    ${broken.map(({ section, why }) => html`<p>${section}：${why}</p>`)}
    <p>平台会继续重试；排除原因后也可以用 risk bulletin recompose 重新编制。</p>
  </section>`;
}

const corrected = ({ corrects }: WholeBulletin): Html | null =>
  corrects === null
    ? null
    : html`<p>本版更正 <a href="/bulletins/${corrects}">简报 ${corrects}</a>。</p>`;

const filesOf = ({ id }: WholeBulletin): readonly Column<FileLine>[] => [
  [
    '文件',
    ({ name }) =>
      html`<a href="/api/bulletins/${id}/files/${encodeURIComponent(name)}">${name}</a>`,
  ],
  ['大小', ({ size }) => `${Math.ceil(size / 1024)} KB`],
  ['SM3', ({ sm3 }) => html`<code>${sm3.slice(0, 16)}…</code>`],
  ['SHA-256', ({ sha256 }) => html`<code>${sha256.slice(0, 16)}…</code>`],
];

const STEPS: readonly Column<BulletinStep>[] = [
  ['步骤', ({ kind }) => bulletinStepName(kind)],
  ['由谁', ({ by }) => by],
  ['理由', ({ because }) => because],
  ['时间', ({ at }) => chinaTime(at)],
  ['编号', ({ id }) => id],
];

const readersFor = (names: Names): readonly Column<Reader>[] => [
  ['单位', ({ unitName }) => unitName],
  ['收件人', ({ title }) => title],
  ['渠道', ({ channel }) => names.channel(channel)],
  ['通知', ({ noticeId, state }) => noticeLink(noticeId, noticeStateName(state as NoticeState))],
  ['发出', ({ sentAt }) => (sentAt === null ? '—' : chinaTime(sentAt))],
  ['已阅', ({ readAt }) => (readAt === null ? '—' : chinaTime(readAt))],
];
