import { describe, expect, it } from '@jest/globals';
import { paperText } from '@risk/domain';
import { at, linesOf } from '../testing/a-dossier.js';
import {
  coversText,
  differencesOf,
  paperOf,
  type Composition,
  type Content,
  type Correction,
  type Heading,
} from './composition.js';

const HEADING: Heading = {
  ...{ name: '监测日报', title: '2026年11月25日情况', unit: '市委金融办', date: '2026-11-25' },
  ...{ samples: false, correction: null, covers: '统计时段：甲至乙。' },
};
const COMPOSITION: Composition = {
  body: [{ kind: 'paragraph', text: '正文' }],
  ...{ sheets: [], figures: [], broken: [], isQuiet: false, named: [] },
};
const content = (heading: Partial<Heading> = {}, more: Partial<Composition> = {}): Content => ({
  heading: { ...HEADING, ...heading },
  composition: { ...COMPOSITION, ...more },
});
const ISSUED = { isDraft: false, number: 12 };
const CORRECTION: Correction = {
  because: '漏统一件',
  differences: [{ label: '新增预警', before: '3', after: '4' }],
};

describe('the head', () => {
  it.each<[string, Partial<Heading>, string[]]>([
    ['of a usual one bears no mark', {}, []],
    ['of samples says so', { samples: true }, ['（样例数据，仅供演示）']],
    ['of a correction says so', { correction: CORRECTION }, ['（更正）']],
    [
      'of a correction of samples says both',
      { samples: true, correction: CORRECTION },
      ['（更正）', '（样例数据，仅供演示）'],
    ],
  ])('%s', (_what, heading, marks) => {
    expect(paperOf(content(heading), ISSUED).masthead).toEqual({
      ...{ name: '监测日报', issue: '第12期', unit: '市委金融办', marks },
    });
  });

  it('bears no number before one was given', () => {
    const paper = paperOf(content(), { isDraft: true, number: null });
    expect([paper.masthead?.issue, paper.isDraft]).toEqual([null, true]);
    expect(paperText(paper)).toContain('（草稿，未经签发）');
  });

  it('is never numbered as a document', () => {
    expect(paperOf(content(), ISSUED).number).toBeNull();
    expect(paperText(paperOf(content(), ISSUED)).join()).not.toContain('草稿');
  });
});

describe('the body', () => {
  it('begins with what it covers and ends with what it is not', () => {
    const lines = linesOf({ blocks: paperOf(content(), ISSUED).body });
    expect(lines.slice(0, 2)).toEqual(['统计时段：甲至乙。', '正文']);
    expect(lines.at(-1)).toMatch(/线索（疑似）.*不是认定.*举报人信息不在其中。$/);
  });

  it('of a correction begins with why, and which figures differ', () => {
    const lines = linesOf({ blocks: paperOf(content({ correction: CORRECTION }), ISSUED).body });
    expect(lines.slice(0, 4)).toEqual([
      '# 更正说明',
      '更正原因：漏统一件。本版发出后，前一版作废。',
      '指标 | 更正前 | 更正后',
      '新增预警 | 3 | 4',
    ]);
  });

  it('of a correction without other figures says so', () => {
    const correction = { ...CORRECTION, differences: [] };
    expect(linesOf({ blocks: paperOf(content({ correction }), ISSUED).body })[2]).toBe(
      '主要数字没有变化。',
    );
  });

  it('names its annexes', () => {
    const sheets = ['新增预警', '逾期事项'].map((name) => ({ name, head: [], rows: [] }));
    expect(paperOf(content({}, { sheets }), ISSUED).attachments).toEqual([
      '附表：新增预警、逾期事项',
    ]);
    expect(paperOf(content(), ISSUED).attachments).toEqual([]);
  });
});

describe('figures of two editions', () => {
  const figures = (given: Record<string, string>) =>
    Object.entries(given).map(([label, value]) => ({ label, value }));

  it.each<[string, Record<string, string>, Record<string, string>, unknown[]]>([
    ['that are equal', { 甲: '1' }, { 甲: '1' }, []],
    ['that differ', { 甲: '1', 乙: '2' }, { 甲: '1', 乙: '少于5' }, [['乙', '2', '少于5']]],
    ['of which one is new', {}, { 甲: '1' }, [['甲', '—', '1']]],
    [
      'in the order of the later one',
      { 甲: '1', 乙: '2' },
      { 乙: '3', 甲: '4' },
      [
        ['乙', '2', '3'],
        ['甲', '1', '4'],
      ],
    ],
  ])('%s', (_what, before, after, differences) => {
    const found = differencesOf(figures(before), figures(after));
    expect(found.map((one) => [one.label, one.before, one.after])).toEqual(differences);
  });
});

it('a span is written with its minutes only where there are any', () => {
  expect(coversText({ since: at('2026-11-24T08:30'), until: at('2026-11-25T00:00') })).toBe(
    '统计时段：2026年11月24日8时30分至2026年11月25日0时。',
  );
});
