import { describe, expect, it } from '@jest/globals';
import type { HistoryEvent } from '../api/entity-parts.js';
import { bondWords, eventReason, eventWords, yuanText } from './entity-words.js';

const at = '2026-11-02T01:00:00.000Z';

describe('what happened, in words', () => {
  it.each<[HistoryEvent, string, string]>([
    [{ kind: 'record', at, feed: 'complaint', recordId: '1' }, '收到投诉举报', ''],
    [
      {
        ...{ kind: 'alert', at, says: '升级', alertId: '1', tier: 'red' },
        ...{ stage: null, by: null, because: null },
      },
      '预警：升级（红色）',
      '',
    ],
    [
      {
        ...{ kind: 'alert', at, says: '签收', alertId: '1', tier: 'red' },
        ...{ stage: null, by: '张某', because: '核实' },
      },
      '预警：签收（红色）',
      '张某：核实',
    ],
    [{ kind: 'tier', at, tier: null, by: '张某', because: '误' }, '撤回人工等级', '张某：误'],
    [{ kind: 'tier', at, tier: 'blue', by: '张某', because: '轻' }, '人工定为蓝色', '张某：轻'],
    [
      { kind: 'outcome', at, verdict: 'refuted', by: '张某', because: '正常' },
      '核查结论：排除',
      '张某：正常',
    ],
    [{ kind: 'merged', at, name: '甲', because: '同名', by: null }, '归并“甲”', '同名'],
    [{ kind: 'parted', at, name: '甲', because: null, by: '张某' }, '撤销归并“甲”', '张某'],
    [{ kind: 'rules', at, rules: 'r', scoring: 's' }, '改用另一版规则或评分', ''],
  ])('%j', (event, words, reason) => {
    expect([eventWords(event), eventReason(event)]).toEqual([words, reason]);
  });
});

describe('a bond in words', () => {
  it.each([
    [{ kind: 'parent', from: '1', value: null }, '所属总公司'],
    [{ kind: 'parent', from: '2', value: null }, '分支机构'],
    [{ kind: 'phone', from: '1', value: null }, '同一电话'],
    [{ kind: 'representative', from: '1', value: '张三' }, '同一法定代表人（张三）'],
    [{ kind: 'new-kind', from: '1', value: null }, 'new-kind'],
  ])('%j seen from 1: %s', (bond, words) => {
    expect(bondWords(bond, '1')).toBe(words);
  });
});

it.each([
  [5_000_000, '500 万元'],
  [12_345_678_900, '1,234,567.89 万元'],
  [9999, '9,999 元'],
])('%d yuan are %s', (sum, words) => {
  expect(yuanText(sum)).toBe(words);
});
