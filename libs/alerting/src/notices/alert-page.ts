import {
  bothTiers,
  dimensionName,
  DIMENSIONS,
  elementName,
  ELEMENTS,
  isHigher,
  schemeName,
  stageName,
  suppressionText,
  tierName,
  type IndexReason,
} from '@risk/domain';
import { chinaTime } from '@risk/kit';
import { alertOf, deadline, notesOf, roleLine, subjectOf, suspicionOf } from './common-words.js';
import type { NoticeWords, Writing } from './writing.js';
import { tierOf } from './moot-because.js';
import type { Line } from './notice-page.js';
import type { NoticeAlert } from './ports.js';

const MOST_REASONS = 12;
const MOST_NEWS = 12;

/** Writes of an alert to one recipient: what is new to him, then all that is known. */
export const alertPage: Writing = (notice, words) => {
  const alert = alertOf(notice);
  const { mask } = words;
  const reasons = alert.index.reasons.slice(0, MOST_REASONS).map((r) => reasonText(r, mask));
  const news = newsFor(alert, words);
  const { acknowledgeBy, dueAt } = notice.to;
  return {
    subject: subjectOf(notice.sample, headingOf(alert, notice.step), suspicionOf(alert)),
    tier: tierOf(alert),
    opening: openingOf(alert),
    lines: [
      ...factsOf(alert, words),
      roleLine(notice.to),
      ...(acknowledgeBy ? [deadline('签收时限', acknowledgeBy)] : []),
      ...(dueAt ? [deadline('反馈时限', dueAt)] : []),
      ...conditions(alert),
      { label: '首次预警', value: chinaTime(alert.raisedAt) },
      { label: '预警编号', value: alert.id },
    ],
    lists: [
      ...(news.length > 0 ? [{ title: '上次通知以来新增', items: news }] : []),
      { title: '预警理由', items: reasons },
    ],
    notes: notesOf(notice.sample),
  };
};

/** What a step is called when its tier is no news; one line to add one. */
const STEPS: Readonly<Record<string, string>> = {
  reopened: '重新处置',
  assigned: '改派',
  disputed: '管辖异议',
};

/** What kind of step it is; both opinions stand below where they differ. */
function headingOf(alert: NoticeAlert, step: string): string {
  const tier = tierOf(alert);
  const stands = tierName(tier);
  const what = step.split(/[:#]/)[0] ?? '';
  if (what === 'differs') return `模型判断与人工等级不同，现为${stands}`;
  const rose = alert.before ? isHigher(tier, alert.before.tier) : what === 'upgraded';
  return `${stands}${rose ? '升级' : (STEPS[what] ?? '提示')}`;
}

/** How far it moved since the recipient was told last. */
function openingOf(alert: NoticeAlert): string[] {
  const { before } = alert;
  if (!before) return [];
  const now = tierOf(alert);
  const moved =
    before.tier === now
      ? `等级仍为${tierName(now)}`
      : `等级由${tierName(before.tier)}变为${tierName(now)}`;
  return [`上次通知（${chinaTime(before.at)}）以来：${moved}。`];
}

/** Only who was told before is told what is new; to others all is. */
function newsFor({ before, since }: NoticeAlert, { mask }: NoticeWords): string[] {
  if (!before) return [];
  const news = since.flatMap((tiding) => tiding.news);
  return [...new Set(news)].slice(0, MOST_NEWS).map((one) => mask(one));
}

function factsOf(alert: NoticeAlert, { mask }: NoticeWords): Line[] {
  const { index, person } = alert;
  const elements = ELEMENTS.filter((e) => index.elements[e]).map(elementName);
  const points = DIMENSIONS.map((d) => `${dimensionName(d)} ${index.dimensions[d].toFixed(0)}`);
  return [
    { label: '主体名称', value: alert.entityName },
    { label: '预警等级', value: tierName(tierOf(alert)) },
    ...(person
      ? [
          {
            label: '两种判断',
            value: bothTiers(alert.tier, { ...person, because: mask(person.because) }),
          },
        ]
      : []),
    { label: '目前进展', value: stageName(alert.stage) },
    {
      label: '风险指数',
      value: `${index.score.toFixed(1)}（满分100，规则版本 ${index.version.rules}，词库版本 ${index.version.lexicon}）`,
    },
    { label: '疑似类型', value: schemeName(index.scheme) },
    { label: '触及要件', value: elements.join('、') || '尚无' },
    { label: '各项得分', value: points.join('，') },
  ];
}

function conditions({ index }: NoticeAlert): Line[] {
  return [
    ...(index.suppressed ? [{ label: '持牌登记', value: suppressionText(index.suppressed) }] : []),
    ...(index.missing.length > 0 ? [{ label: '尚缺信息', value: index.missing.join('、') }] : []),
  ];
}

function reasonText(
  { because, quote, times }: IndexReason,
  mask: (text: string) => string,
): string {
  const said = quote === undefined ? '' : `（原文：“${mask(quote)}”）`;
  return `${mask(because)}${said}${times > 1 ? `，共 ${times} 条记录` : ''}`;
}
