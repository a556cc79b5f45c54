import { describe, expect, it } from '@jest/globals';
import type { DossierKnot, DossierRelations } from '../../dossier.js';
import { A_STRANGER, composed, linesOf } from '../../testing/a-dossier.js';
import { relations } from './relations.js';

const knot = (
  entityId: string,
  degree: 0 | 1 | 2,
  more: Partial<DossierKnot> = {},
): DossierKnot => ({
  ...{ entityId, name: `公司${entityId}`, uscc: null, tier: 'none', byPerson: false, degree },
  ...more,
});

const KNOWN: DossierRelations = {
  knots: [
    knot('7', 0, { tier: 'orange' }),
    knot('8', 1, { tier: 'red', byPerson: true }),
    knot('9', 2, { name: '<李四>店' }),
  ],
  cords: [
    { from: '7', to: '8', kind: 'representative', value: '张三' },
    { from: '7', to: '8', kind: 'phone', value: null },
    { from: '9', to: '8', kind: 'parent', value: null },
  ],
  leftOut: 3,
};
const of = (known: DossierRelations) => composed(relations, { ...A_STRANGER, relations: known });

describe('关联关系', () => {
  it('are drawn, one cord for each two', async () => {
    const { blocks } = await of(KNOWN);
    expect(blocks[0]).toEqual({
      kind: 'chart',
      chart: {
        kind: 'network',
        title: '关联关系图',
        knots: [
          { id: '7', label: '公司7', isCentre: true, tier: 'orange' },
          { id: '8', label: '公司8', isCentre: false, tier: 'red' },
          { id: '9', label: '［隐去］店', isCentre: false },
        ],
        cords: [
          { from: '7', to: '8', label: '法定代表人同名、电话相同' },
          { from: '9', to: '8', label: '分支机构' },
        ],
      },
    });
  });

  it('stand in a table with what ties them, and how many more there are', async () => {
    const written = await of(KNOWN);
    expect(linesOf(written).slice(2, 5)).toEqual([
      '1 | 公司8 | 红色（人工） | 直接 | 与公司7法定代表人同名（张三）；与公司7电话相同；与［隐去］店：是其总公司',
      '2 | ［隐去］店 | 未达预警 | 间接 | 与公司8：是其分支机构',
      '另有 3 个关联主体未列出。',
    ]);
    expect(written.figures).toEqual([{ label: '关联主体', value: '5' }]);
    expect(written.named.map(({ entityId }) => entityId)).toEqual(['8', '9']);
  });

  it.each([
    ['nobody', A_STRANGER.relations],
    ['only itself', { ...A_STRANGER.relations, knots: [knot('7', 0)] }],
  ])('with %s: says that none was found', async (_, known) => {
    expect(linesOf(await of(known))).toEqual(['没有查到关联。没有查到不等于没有关联。']);
  });
});
