import { describe, expect, it } from '@jest/globals';
import type { Dossier } from '../../dossier.js';
import {
  A_STRANGER,
  aDossier,
  anIndex,
  at,
  composed,
  linesOf,
  REGISTERED,
} from '../../testing/a-dossier.js';
import { basics } from './basics.js';

const said = async (more: Partial<Dossier> = {}): Promise<string> =>
  linesOf(await composed(basics, aDossier(more))).join('\n');

const PERSON = {
  decision: '1',
  tier: 'yellow',
  by: '张某',
  because: '已核实<13900001111>',
  at: at('2026-11-01T00:00:00'),
} as const;

describe('基本情况', () => {
  it.each([
    '名称 | 郴州甲投资有限公司',
    '统一社会信用代码 | 91431000MA4L000017',
    '曾用名 | 郴州老甲公司',
    '法定代表人 | 张三',
    '注册资本 | 500 万元',
    '属地 | 区划431002',
    '登记电话 | 13800002222',
    '李四 | 自然人 | 60%',
    '2026-05-01 | 行政处罚 | 虚假宣传 | 来源scj',
    '疑似非法集资，风险指数 72.3（自 2026-11-01 08:00），模型等级橙色，没有人工等级。',
    '公开承诺的收益最高折合年化 18%',
  ])('says “%s”', async (line) => {
    expect(await said()).toContain(line);
  });

  it.each([
    ['what is not told has no line', {}, '实缴资本'],
    ['few complaints are not counted', {}, '投诉举报 2'],
    ['nor is what few claim', {}, '120 万元'],
  ])('%s', async (_, more, word) => {
    expect(await said(more)).not.toContain(word);
  });

  it('many complaints are counted with what they claim', async () => {
    const complaints = { complaints: 9, complainants: 8, amount: 1_200_000, people: 30 };
    expect(await said({ complaints })).toContain(
      '投诉举报 9 件、8 人，反映金额合计约 120 万元（未经核实）',
    );
  });

  it('a person’s tier stands beside the model’s, masked', async () => {
    expect(await said({ person: PERSON })).toContain(
      '模型：橙色　人工：黄色（张某，2026-11-01，已核实［隐去］）',
    );
    expect(await said({ person: PERSON, index: null })).toContain('尚无风险指数，人工等级黄色');
  });

  it('a licence is told of', async () => {
    const suppressed = {
      ...{ entry: '甲银行', owner: '张某', reason: '持牌', until: '2027-01-01' },
      ...{ signals: 2, scoreWithout: 60 },
    };
    expect(await said({ index: anIndex({ suppressed }) })).toContain('已登记的持牌机构“甲银行”');
  });

  it('hides persons in names, and names the entity to the last gate', async () => {
    const { named, blocks } = await composed(basics, aDossier({ name: '甲<李四>' }));
    expect(named).toEqual([{ entityId: '7', name: '甲<李四>' }]);
    expect(linesOf({ blocks })[1]).toBe('名称 | 甲［隐去］');
  });

  it('of a stranger says that the register knows nothing', async () => {
    const lines = linesOf(await composed(basics, A_STRANGER));
    expect(lines).toContain('没有查到登记信息，主体身份有待核实。');
    expect(lines).toContain('尚无风险指数。');
  });

  it('of a firm without shareholders has no such part', async () => {
    const registered = { ...REGISTERED, shareholders: [], events: [] };
    expect(await said({ registered })).not.toMatch(/# 股东|# 处罚/);
  });
});
