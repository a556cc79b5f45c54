import { isHigher, stageName, tierColour, tierName, type Tier } from '@risk/domain';
import { chinaTime } from '@risk/kit';
import { LOCAL_DEFAULT, notesOf, subjectOf, suspicionOf } from './common-words.js';
import type { NoticeWords, Writing } from './writing.js';
import { isOpen, tierOf } from './moot-because.js';
import type { DigestItem } from './ports.js';

const MOST_REASONS = 2;

/** Lists what came together for a recipient, as each alert stands now; what is over is only counted. */
export const digestPage: Writing = ({ items, sample, to }, words) => {
  const open = items.filter(({ alert }) => isOpen(alert)).sort(byTier);
  const over = items.length - open.length;
  const most = open[0] ? tierOf(open[0].alert) : null;
  return {
    subject: subjectOf(sample, '预警汇总', `${to.unitName}：${open.length} 件`),
    tier: most,
    opening: [
      `以下 ${open.length} 件预警等级较低，汇总通知（汇总办法为${LOCAL_DEFAULT}）。`,
      ...(over > 0 ? [`另有 ${over} 件在汇总前已办结或并案，不再列出。`] : []),
    ],
    lines: [],
    lists: [{ title: '预警', items: open.map((item) => itemText(item, words)) }],
    notes: notesOf(sample),
  };
};

const byTier = (a: DigestItem, b: DigestItem): number =>
  rank(a, b) || Number(a.noticeId) - Number(b.noticeId);

function rank(a: DigestItem, b: DigestItem): number {
  const [x, y]: [Tier, Tier] = [tierOf(a.alert), tierOf(b.alert)];
  if (x === y) return 0;
  return isHigher(x, y) ? -1 : 1;
}

function itemText({ alert, dueAt }: DigestItem, { mask }: NoticeWords): string {
  const { person, index } = alert;
  const reasons = index.reasons.slice(0, MOST_REASONS).map((r) => mask(r.because));
  const due = dueAt ? `，反馈时限 ${chinaTime(dueAt)} 前（${LOCAL_DEFAULT}）` : '';
  const both = person ? `（人工；模型：${tierColour(alert.tier)}）` : '';
  return `${tierName(tierOf(alert))}${both} ${suspicionOf(alert)}，${stageName(alert.stage)}${due}。${reasons.join('；')}（预警编号 ${alert.id}）`;
}
