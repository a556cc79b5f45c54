import { describe, expect, it } from '@jest/globals';
import type { Dossier, RegisteredFacts } from '../../dossier.js';
import {
  A_STRANGER,
  aDossier,
  aSignal,
  anIndex,
  at,
  composed,
  linesOf,
  REGISTERED,
} from '../../testing/a-dossier.js';
import { unknowns } from './unknowns.js';

const said = async (more: Partial<Dossier> = {}): Promise<string> =>
  linesOf(await composed(unknowns, aDossier(more))).join('\n');

const registered = (more: Partial<RegisteredFacts>): Partial<Dossier> => ({
  registered: { ...REGISTERED, ...more },
});
const verification = (more: object = {}) => ({
  ...{ alertId: '31', unit: 'jrb', openedAt: at('2026-10-11T09:00:00'), entries: 1 },
  ...{ found: [], verdict: null, concludedAt: null, ...more },
});
const handOver = {
  ...{ alertId: '31', from: 'jrb', to: 'gaj', at: at('2026-10-14T09:00:00'), receipts: [] },
};

describe('尚不清楚的情况', () => {
  it.each<[string, Partial<Dossier>]>([
    ['未见登记', { index: anIndex({ missing: ['未见登记'] }) }],
    ['没有登记信息', { registered: null }],
    ['没有统一社会信用代码', { uscc: null }],
    ['法定代表人不明', registered({ legalRepresentative: null })],
    ['股东和实际控制人不明', registered({ shareholders: [] })],
    ['注册资本和实缴资本不明', registered({ registeredCapital: null })],
    ['实缴资本不明', {}],
    ['没有地址', registered({ address: null })],
    ['实际经营地是否与住所一致不明', {}],
    ['尚无风险指数', { index: null }],
    ['没有收到投诉举报', { records: { registration: 1, complaint: 0, advertisement: 1 } }],
    ['没有监测到广告', { records: { registration: 1, complaint: 1, advertisement: 0 } }],
    ['类型只由模型判断', { signals: [aSignal({ engine: 'classifier' })] }],
    ['疑似类型待定', { index: anIndex({ scheme: 'none' }) }],
    ['关联关系不明', {}],
    ['没有逐一查明', { relations: { knots: [], cords: [], leftOut: 2 } }],
    ['没有预警', { alerts: [] }],
    ['尚未开展核查', {}],
    ['核查尚未结束', { verifications: [verification()] }],
    ['尚无立案与否的答复', { handOvers: [handOver] }],
    ['尚无处置结果', {}],
    ['损失没有人工登记', {}],
    ['涉及人数没有人工登记', {}],
  ])('%s', async (expected, more) => {
    expect(await said(more)).toContain(expected);
  });

  it.each<[string, Partial<Dossier>]>([
    ['没有登记信息', {}],
    ['实缴资本不明', registered({ paidInCapital: 1 })],
    ['类型只由模型判断', {}],
    ['类型只由模型判断', { signals: [] }],
    ['核查尚未结束', { verifications: [verification({ verdict: 'confirmed' })] }],
    ['尚无立案与否的答复', {}],
  ])('not “%s” where it is known', async (silent, more) => {
    expect(await said(more)).not.toContain(silent);
  });

  it('of a stranger is nearly everything', async () => {
    const { figures } = await composed(unknowns, A_STRANGER);
    expect(Number(figures[0]?.value)).toBeGreaterThan(8);
  });
});
