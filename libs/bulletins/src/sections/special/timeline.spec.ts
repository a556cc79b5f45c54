import { describe, expect, it } from '@jest/globals';
import type { Dossier, DossierChange } from '../../dossier.js';
import { A_STRANGER, aDossier, at, composed, linesOf } from '../../testing/a-dossier.js';
import { timeline } from './timeline.js';

const change = (more: Partial<DossierChange>): DossierChange => ({
  ...{ alertId: '31', kind: 'raised', from: null, to: 'orange', at: at('2026-10-10T09:00:00') },
  ...{ byPerson: false, unit: null, because: null },
  ...more,
});
const lines = async (more: Partial<Dossier>): Promise<string[]> =>
  linesOf(await composed(timeline, { ...A_STRANGER, ...more }));

describe('时间线', () => {
  it('begins with what is oldest, and tells what the register and advertisements say', async () => {
    const { registered, firstAdvertisedAt } = aDossier();
    expect(await lines({ registered, firstAdvertisedAt })).toEqual([
      '时间 | 事项 | 单位或来源',
      '2024-03-01 | 成立 | 登记机关',
      '2026-04-01 | 变更登记（股东：王五 → 李四） | 来源scj',
      '2026-05-01 | 受到行政处罚（虚假宣传） | 来源scj',
      '2026-09-01 | 首次监测到广告 | 广告监测',
    ]);
  });

  it('tells of the founding once where the register reports it on the day', async () => {
    const { registered } = aDossier();
    const founded = {
      event: 'establish',
      at: at('2024-03-01T10:00:00'),
      source: 'scj',
      details: [],
    };
    const told = await lines({ registered: registered && { ...registered, events: [founded] } });
    expect(told.slice(1)).toEqual(['2024-03-01 | 设立登记 | 来源scj']);
  });

  it.each<[Partial<DossierChange>, string]>([
    [{}, '预警 31 首次提出：橙色 | 模型'],
    [{ kind: 'upgraded', from: 'orange', to: 'red' }, '预警 31 升级：橙色 → 红色 | 模型'],
    [
      { kind: 'lowered', from: 'red', to: 'blue', byPerson: true, because: '属<实>' },
      '预警 31 降级：红色 → 蓝色（属［隐去］） | 人工',
    ],
    [{ kind: 'differs', to: 'red' }, '预警 31 模型与人工等级不同：模型红色 | 模型'],
    [{ kind: 'verifying', byPerson: true, unit: 'jrb' }, '预警 31 开始核查 | 单位jrb'],
    [{ kind: 'whatever' }, '预警 31 办理 | 模型'],
  ])('%j: %s', async (more, expected) => {
    expect(await lines({ changes: [change(more)] })).toContain(`2026-10-10 09:00 | ${expected}`);
  });

  it('tells of verifications, letters, hand-overs, answers and outcomes', async () => {
    const told = await lines({
      verifications: [
        {
          ...{ alertId: '31', unit: 'jrb', openedAt: at('2026-10-11T09:00:00'), entries: 1 },
          ...{ found: [], verdict: 'confirmed', concludedAt: at('2026-10-12T09:00:00') },
        },
      ],
      letters: [{ title: '警示约谈通知书', unit: 'jrb', at: at('2026-10-13T09:00:00') }],
      handOvers: [
        {
          ...{ alertId: '31', from: 'jrb', to: 'gaj', at: at('2026-10-14T09:00:00') },
          receipts: [{ answer: 'filed', number: '1号', at: at('2026-10-15T09:00:00') }],
        },
      ],
      outcomes: [
        {
          ...{ verdict: 'confirmed', scheme: 'illegal-fundraising', exposedOn: null },
          ...{ losses: 2_000_000, people: 35, because: '立案', at: at('2026-10-16T09:00:00') },
        },
      ],
    });
    expect(told.slice(1)).toEqual([
      '2026-10-11 09:00 | 开展核查 | 单位jrb',
      '2026-10-12 09:00 | 核查结束：查实 | 单位jrb',
      '2026-10-13 09:00 | 签发《警示约谈通知书》 | 单位jrb',
      '2026-10-14 09:00 | 向单位gaj移送线索 | 单位jrb',
      '2026-10-15 09:00 | 移送回执：已立案（1号） | 单位gaj',
      '2026-10-16 09:00 | 处置结果：查实（涉案金额 200 万元，涉及 35 人，立案） | 人工登记',
    ]);
  });

  it('draws the index over the days', async () => {
    const history = [
      { day: '2026-10-01', score: 12.34 },
      { day: '2026-10-09', score: 72.26 },
    ];
    expect((await lines({ history })).at(-1)).toContain('最低 12.3 分，最高 72.3 分');
  });

  it('of very many events shows the latest sixty and encloses all', async () => {
    const changes = Array.from({ length: 62 }, () => change({}));
    const written = await composed(timeline, { ...A_STRANGER, changes });
    expect(linesOf(written)[0]).toBe('较早的 2 项见附件。');
    expect(written.sheets[0]?.rows).toHaveLength(62);
  });

  it('of a stranger is empty and says so', async () => {
    expect(await lines({})).toEqual(['没有可以列入时间线的事项。']);
  });
});
