import { describe, expect, it } from '@jest/globals';
import { aPaper, BARS } from '../testing/a-paper.js';
import { pagesOf, type Piece } from './piece.js';
import { inCompany, setPaper } from './set-paper.js';

const textOf = (pieces: readonly Piece[]): readonly string[] =>
  pieces.flatMap(({ ink }) => ink.flatMap((one) => (one.kind === 'text' ? [one.text] : [])));

const MASTHEAD = { name: '风险监测简报', issue: '第12期', unit: '市委金融办', marks: ['（更正）'] };

describe('the words', () => {
  it('stand in the order of the standard', () => {
    expect(textOf(setPaper(aPaper({ masthead: MASTHEAD })))).toEqual([
      '风险监测简报',
      '（第12期）',
      '（更正）',
      '市委金融办',
      '2026年9月6日',
      '关于某公司有关情况的函',
      '（草稿，未编号，须经人工审核签发）',
      '郴州市公安局：',
      '一、基本情况',
      '该公司疑似承诺高额回报。',
      '（一）来源',
      '序号',
      '名称',
      '1',
      '合同',
      '图：趋势',
      '附件：1. 证据清单',
      '　　　2. 回执',
      '郴州市委金融办',
      '2026年9月6日',
      '抄送：郴州市市场监督管理局。',
    ]);
  });
});

describe('the name of a bulletin', () => {
  it.each(['非法金融风险监测日报', '非法金融风险监测周报', '郴州市非法金融活动风险监测日报'])(
    '“%s” stands on one line',
    (name) => {
      expect(textOf(setPaper(aPaper({ masthead: { ...MASTHEAD, name } })))[0]).toBe(name);
    },
  );
});

describe('unit and date', () => {
  const piece = (height: number, keepNext = false): Piece => ({ height, ink: [], keepNext });
  const heights = (body: readonly Piece[]) =>
    pagesOf(inCompany(body, [piece(30), piece(31)]), 637.8).map((page) =>
      page.map((one) => one.piece.height),
    );

  it.each([
    ['stand behind the body where there is room', [piece(500)], [[500, 30, 31]]],
    ['take the last line over with them', [piece(570), piece(29)], [[570], [29, 30, 31]]],
    [
      'go alone where the body’s end fills its page',
      [piece(600, true), piece(29)],
      [
        [600, 29],
        [30, 31],
      ],
    ],
  ])('%s', (_, body, pages) => {
    expect(heights(body)).toEqual(pages);
  });
});

it('a chart stands on the page of its title, however high it is', () => {
  const bars = Array.from({ length: 200 }, (_, i) => ({ label: `第${i}县`, value: i }));
  const chart = { ...BARS, bars } as typeof BARS;
  const pages = pagesOf(setPaper(aPaper({ body: [{ kind: 'chart', chart }] })), 637.8);
  const page = pages.find((one) => one.some(({ piece }) => piece.ink[0]?.kind === 'drawing'));
  expect(textOf(page!.map(({ piece }) => piece))).toContain('图：趋势');
});
