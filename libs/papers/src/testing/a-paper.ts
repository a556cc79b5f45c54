import type { Paper } from '@risk/domain';

/** A one pixel PNG. */
export const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

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
    { kind: 'image', png: PIXEL, width: 100, height: 50, caption: '图：趋势' },
  ],
  attachments: ['证据清单', '回执'],
  signature: { unit: '郴州市委金融办', sealed: true },
  date: '2026-09-06',
  copies: ['郴州市市场监督管理局'],
  isDraft: true,
  number: null,
  ...more,
});
