import { describe, expect, it } from '@jest/globals';
import { wholeAlert } from '../testing/alerts.js';
import { surenessOf } from './sureness.js';

describe('how far an index can be trusted', () => {
  it('is said with what it rests on, and no doubts where there are none', () => {
    expect(surenessOf(wholeAlert())).toEqual(['依据：投诉举报 3 条、广告监测 1 条']);
  });

  it('names every doubt', () => {
    const { alert, index, entity } = wholeAlert();
    const doubtful = wholeAlert({
      alert: { ...alert, uscc: null },
      index: { ...index, score: 81.2, missing: ['年报'] },
      entity: { ...entity, provisional: true, leastConfidence: 0.62 },
    });
    expect(surenessOf(doubtful).slice(1)).toEqual([
      '主体只在来件中被提到，没有登记信息核对，可能与同名的混在一起',
      '统一社会信用代码未知：按名称认定，请先核对是哪一家',
      '有来件认定到本主体的把握只有 62%',
      '只比红色的起点高 1.2 分，少一条理由就可能降级',
      '尚缺信息：年报（缺的不按没有计）',
    ]);
  });

  it('says that nothing supports it any more', () => {
    const { entity } = wholeAlert();
    const [first] = surenessOf(wholeAlert({ entity: { ...entity, records: {} } }));
    expect(first).toBe('现在没有有效的来件支持');
  });
});
