import type { Chart, Paper } from '@risk/domain';

/** A picture with one of what bars know. */
export const BARS: Chart = {
  kind: 'bars',
  title: '图：趋势',
  unit: '件',
  bars: [
    { label: '北湖区', value: 3 },
    { label: '苏仙区', value: 0 },
  ],
};

/** A paper with one of everything. */
export const aPaper = (more: Partial<Paper> = {}): Paper => ({
  kind: 'letter',
  title: '关于某公司有关情况的函',
  addressee: '郴州市公安局',
  body: [
    { kind: 'heading', level: 1, text: '基本情况' },
    { kind: 'paragraph', text: '该公司疑似承诺高额回报。' },
    { kind: 'heading', level: 2, text: '来源' },
    { kind: 'table', head: ['序号', '名称'], rows: [['1', '合同']], shares: [1, 3] },
    { kind: 'chart', chart: BARS },
  ],
  attachments: ['证据清单', '回执'],
  signature: { unit: '郴州市委金融办', sealed: true },
  date: '2026-09-06',
  copies: ['郴州市市场监督管理局'],
  isDraft: true,
  number: null,
  ...more,
});
