import { describe, expect, it } from '@jest/globals';
import { bulkBody, canAll, countOf, doneWords, undoOf, type ActKind } from './acts.js';

const ROWS = [
  { id: '7', lastLine: '31' },
  { id: '8', lastLine: null },
];
const done = (id: string, assigneeBefore: string | null = null) => ({
  ...{ id, changeId: `4${id}`, stage: 'raised' as const, assigneeBefore },
});
const act = (kind: ActKind, more: { toPerson?: string | null } = {}) => ({
  ...{ kind, because: '理由', ...more },
});

describe('doing one thing with many', () => {
  it('says of each what was seen of it', () => {
    expect(bulkBody(act('refuted'), { rows: ROWS })).toEqual({
      ...{ kind: 'refuted', because: '理由' },
      alerts: [
        { id: '7', seen: '31' },
        { id: '8', seen: null },
      ],
    });
  });

  it('says of all of a filter how many were seen', () => {
    const target = { filter: 'tier=red', total: 12 };
    expect(bulkBody(act('acknowledged'), target)).toMatchObject({
      ...{ filter: 'tier=red', expected: 12 },
    });
    expect([countOf(target), countOf({ rows: ROWS })]).toEqual([12, 2]);
  });

  it('is possible where it is with each', () => {
    expect(canAll([{ can: ['noted', 'closed'] }, { can: ['noted'] }], 'noted')).toBe(true);
    expect(canAll([{ can: ['noted', 'closed'] }, { can: ['noted'] }], 'closed')).toBe(false);
    expect(canAll([], 'noted')).toBe(false);
  });
});

describe('taking it back', () => {
  it('gives each alert to whoever worked on it before', () => {
    const many = { done: [done('7'), done('8', '李某'), done('9')], failed: [] };
    expect(undoOf(act('entrusted', { toPerson: '张某' }), many)).toEqual([
      {
        ...{ kind: 'entrusted', because: '撤销刚才的“指定经办人”', toPerson: null },
        alerts: [
          { id: '7', seen: '47' },
          { id: '9', seen: '49' },
        ],
      },
      {
        ...{ kind: 'entrusted', because: '撤销刚才的“指定经办人”', toPerson: '李某' },
        alerts: [{ id: '8', seen: '48' }],
      },
    ]);
  });

  it.each<[ActKind, ActKind | null]>([
    ['paused', 'resumed'],
    ['resumed', 'paused'],
    ['refuted', 'reopened'],
    ['closed', 'reopened'],
    ['acknowledged', null],
    ['noted', null],
    ['verifying', null],
    ['reopened', null],
  ])('of %s is %s', (kind, back) => {
    const bodies = undoOf(act(kind), { done: [done('7')], failed: [] });
    expect(bodies.map((body) => (body as { kind: string }).kind)).toEqual(back ? [back] : []);
  });

  it('needs something that was done', () => {
    expect(undoOf(act('refuted'), { done: [], failed: [{ id: '7', because: '晚了' }] })).toEqual(
      [],
    );
  });
});

describe('what was done', () => {
  it.each([
    [act('acknowledged'), [], '已签收：1 件'],
    [act('entrusted', { toPerson: '张某' }), [], '已指定经办人为 张某：1 件'],
    [act('entrusted', { toPerson: null }), [], '已不再指定经办人：1 件'],
    [act('refuted'), [{ id: '8', because: '晚了' }], '已排除：1 件，1 件没有办成'],
  ])('%j is said', (one, failed, words) => {
    expect(doneWords(one, { done: [done('7')], failed })).toBe(words);
  });
});
