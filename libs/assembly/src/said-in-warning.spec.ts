import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Feed, FeedRecord } from '@risk/domain';
import { compileRegions } from '@risk/routing';
import { loadConfig } from '@risk/settings';
import { compileJudging, type Judging } from './compile-judging.js';

let judging: Judging;
beforeAll(async () => {
  const config = await loadConfig('config');
  judging = compileJudging(config, compileRegions(config.regions.content));
}, 60_000);

function judge(feed: Feed, text: string) {
  return judging.judge.judge({
    ...{ feed, payload: { text }, source: 's', sourceId: '1', operation: 'upsert' },
    ...{ occurredAt: new Date('2026-10-12T09:00:00+08:00') },
    ...{ related: [], fingerprint: '', reporterKey: null },
  } as unknown as FeedRecord);
}

describe('what officials say against swindlers', () => {
  it.each<[Feed, string]>([
    [
      'advertisement',
      '社区通知：老年人注意，凡以养老项目投资、预定床位返利、免费旅游为名吸收资金的，都可能是养老诈骗',
    ],
    [
      'complaint',
      '社区通知：老年人注意，凡以养老项目投资、预定床位返利、免费旅游为名吸收资金的，都可能是养老诈骗',
    ],
    [
      'complaint',
      '市公安局提醒：凡是承诺保本高息、年化24%以上的投资理财都是骗局，切勿相信，谨防上当',
    ],
    ['complaint', '反诈中心：刷单返利都是诈骗，征信修复、代理退保都是骗局，千万别信'],
    [
      'advertisement',
      '法院判决：被告人以保本付息、月息3分为诱饵，向社会公众吸收资金，判处有期徒刑五年',
    ],
    ['advertisement', '整治工作方案：对辖区内发布承诺保本保收益、无风险广告的行为进行清理'],
    ['complaint', '本行理财产品不保本，投资有风险'],
    ['advertisement', '我们绝不是非法集资'],
    ['advertisement', '本公司不得从事非法集资'],
  ])('raises nobody, as %s: %s', (feed, text) => {
    const { score, tier, signals } = judge(feed, text);
    const counting = signals.filter(({ suppressed }) => suppressed === null);
    expect(counting.map(({ engine }) => engine).filter((one) => one !== 'classifier')).toEqual([]);
    expect({ tier, low: score < 20 }).toEqual({ tier: 'none', low: true });
  });
});

describe('what people report in words that look alike', () => {
  it.each<[Feed, string, string]>([
    [
      'complaint',
      'CP-WITHDRAW',
      '该公司承诺保本高息，现在无法提现，老板失联，很多老年人血本无归，请求查处非法集资',
    ],
    ['complaint', 'CP-WITHDRAW', '公司没有任何通知就停止兑付，我们投资人的本金拿不回来'],
    ['complaint', 'CP-FUNDRAISING', '他们说的都是骗人的，投资理财都是骗局，骗走我二十万养老钱'],
    ['complaint', 'CP-FUNDRAISING', '文章《某某财富涉嫌非法集资》说的就是这家公司，望查处'],
  ])('counts, as %s: %s', (feed, code, text) => {
    const found = judge(feed, text).signals.find((signal) => signal.code === code);
    expect(found).toMatchObject({ suppressed: null });
  });
});
