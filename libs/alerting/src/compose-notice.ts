import {
  bothTiers,
  dimensionName,
  elementName,
  ELEMENTS,
  DIMENSIONS,
  schemeName,
  suppressionText,
  tierName,
  type Alert,
  type IndexReason,
} from '@risk/domain';
import { chinaTime } from '@risk/kit';
import { escapeHtml } from './escape-html.js';
import type { Addressee } from './ports.js';

/** Subject and body of a notice, in plain text and in HTML. */
export interface ComposedNotice {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

const ROLES = { lead: '主办', assist: '协办', copy: '抄送' } as const;
const MOST_REASONS = 12;
const CAUTION =
  '本提示由系统根据公开信息和部门数据自动生成，仅为疑似线索，须经人工核查，不作为认定或者处罚的依据。';

interface Line {
  readonly label: string;
  readonly value: string;
}

/** Writes the notice of an alert to one unit, with reasons and quotes and never who reported. */
export function composeNotice(alert: Alert, to: Addressee, step: string): ComposedNotice {
  const subject = subjectOf(alert, step);
  const lines = factsOf(alert, to);
  const reasons = alert.index.reasons.slice(0, MOST_REASONS);
  return {
    subject,
    text: asText(subject, lines, reasons, alert),
    html: asHtml(subject, lines, reasons, alert),
  };
}

function subjectOf(alert: Alert, step: string): string {
  const sample = alert.sample ? '［样例］' : '';
  return `${sample}【${headingOf(alert, step)}】${alert.entityName}（疑似${schemeName(alert.index.scheme)}）`;
}

/** What kind of step it is; both opinions stand below where they differ. */
function headingOf({ tier, personTier }: Alert, step: string): string {
  const stands = tierName(personTier ?? tier);
  if (step.startsWith('differs')) return `模型判断与人工等级不同，现为${stands}`;
  return `${stands}${step.startsWith('upgraded') ? '升级' : '提示'}`;
}

function factsOf(alert: Alert, to: Addressee): Line[] {
  const { index } = alert;
  const elements = ELEMENTS.filter((e) => index.elements[e]).map(elementName);
  const lines: Line[] = [
    { label: '主体名称', value: alert.entityName },
    { label: '预警等级', value: tierName(alert.personTier ?? alert.tier) },
    ...(alert.person ? [{ label: '两种判断', value: bothTiers(alert.tier, alert.person) }] : []),
    {
      label: '风险指数',
      value: `${index.score.toFixed(1)}（满分100，规则版本 ${index.version.rules}，词库版本 ${index.version.lexicon}）`,
    },
    { label: '疑似类型', value: schemeName(index.scheme) },
    { label: '触及要件', value: elements.join('、') || '尚无' },
    {
      label: '各项得分',
      value: DIMENSIONS.map((d) => `${dimensionName(d)} ${index.dimensions[d].toFixed(0)}`).join(
        '，',
      ),
    },
    { label: '本单位职责', value: `${ROLES[to.role]}（${to.because}）` },
  ];
  if (to.dueAt)
    lines.push({ label: '反馈时限', value: `${chinaTime(to.dueAt)} 前（本地默认，非法定）` });
  if (index.suppressed) lines.push({ label: '持牌登记', value: suppressionText(index.suppressed) });
  if (index.missing.length > 0) lines.push({ label: '尚缺信息', value: index.missing.join('、') });
  lines.push(
    { label: '首次预警', value: chinaTime(alert.raisedAt) },
    { label: '预警编号', value: alert.id },
  );
  return lines;
}

const reasonText = (reason: IndexReason): string =>
  `${reason.because}${reason.quote === undefined ? '' : `（原文：“${reason.quote}”）`}${reason.times > 1 ? `，共 ${reason.times} 条记录` : ''}`;

function asText(
  subject: string,
  lines: readonly Line[],
  reasons: readonly IndexReason[],
  alert: Alert,
): string {
  return [
    subject,
    '',
    ...lines.map((l) => `${l.label}：${l.value}`),
    '',
    '预警理由：',
    ...reasons.map((r, i) => `${i + 1}. ${reasonText(r)}`),
    '',
    ...(alert.sample ? ['本件所涉单位、人员均为虚构样例。'] : []),
    CAUTION,
    '',
  ].join('\n');
}

const CELL = 'padding:6px 10px;border:1px solid #d9d9d9;vertical-align:top';
const COLOURS = {
  red: '#cf1322',
  orange: '#d46b08',
  yellow: '#ad8b00',
  blue: '#0958d9',
  none: '#595959',
} as const;

function asHtml(
  subject: string,
  lines: readonly Line[],
  reasons: readonly IndexReason[],
  alert: Alert,
): string {
  const rows = lines.map(
    (l) =>
      `<tr><td style="${CELL};white-space:nowrap;background:#fafafa">${escapeHtml(l.label)}</td><td style="${CELL}">${escapeHtml(l.value)}</td></tr>`,
  );
  const colour = COLOURS[alert.personTier ?? alert.tier];
  return [
    '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"></head>',
    "<body style=\"font-family:'Microsoft YaHei','PingFang SC',sans-serif;font-size:15px;color:#222;line-height:1.6\">",
    `<h2 style="font-size:18px;color:${colour}">${escapeHtml(subject)}</h2>`,
    `<table style="border-collapse:collapse;max-width:720px">${rows.join('')}</table>`,
    '<h3 style="font-size:16px">预警理由</h3>',
    `<ol>${reasons.map((r) => `<li>${escapeHtml(reasonText(r))}</li>`).join('')}</ol>`,
    alert.sample ? '<p><strong>本件所涉单位、人员均为虚构样例。</strong></p>' : '',
    `<p style="color:#595959">${CAUTION}</p></body></html>`,
  ].join('');
}
