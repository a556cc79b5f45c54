import type { Block, Chart } from '@risk/domain';
import { tierColour } from '@risk/domain';
import { groupBy } from '@risk/kit';
import type { CordKind, Dossier, DossierCord, DossierKnot } from '../../dossier.js';
import type { Ask, CityWords, Written } from '../section.js';
import { chart, numbered, table, text, written } from '../writing.js';
import { dossierSection } from './read-dossier.js';

/** 关联关系: who is tied to it by the register and by telephones, in a picture and in a table. */
export const relations = dossierSection('关联关系', write);

const KINDS: Readonly<Record<CordKind, string>> = {
  representative: '法定代表人同名',
  shareholder: '股东同名',
  address: '地址相同',
  phone: '电话相同',
  parent: '分支机构',
};

function write(
  { relations: { knots, cords, leftOut } }: Dossier,
  _: Ask,
  words: CityWords,
): Written {
  const others = knots.filter(({ degree }) => degree > 0);
  const figures = [{ label: '关联主体', value: String(others.length + leftOut) }];
  if (others.length === 0)
    return written({ blocks: [text('没有查到关联。没有查到不等于没有关联。')], figures });
  return written({
    blocks: [
      chart(networkOf(knots, cords, words)),
      tableOf(others, cords, knots, words),
      ...(leftOut === 0 ? [] : [text(`另有 ${leftOut} 个关联主体未列出。`)]),
      text(
        '同名可能是不同的人，同一地址、电话可能是代办或者集中办公，均须核实；有关联不等于有问题。',
      ),
    ],
    figures,
    named: others.map(({ entityId, name }) => ({ entityId, name })),
    isQuiet: false,
  });
}

/** One cord for each two, whatever ties them. */
function networkOf(
  knots: readonly DossierKnot[],
  cords: readonly DossierCord[],
  words: CityWords,
): Chart {
  const pairs = groupBy(cords, ({ from, to }) => [from, to].sort().join(' '));
  return {
    kind: 'network',
    title: '关联关系图',
    knots: knots.map(({ entityId, name, tier, degree }) => ({
      ...{ id: entityId, label: words.mask(name), isCentre: degree === 0 },
      ...(tier === 'none' ? {} : { tier }),
    })),
    cords: [...pairs.values()].flatMap((same) => {
      const [first] = same;
      const label = [...new Set(same.map(({ kind }) => KINDS[kind]))].join('、');
      return first ? [{ from: first.from, to: first.to, label }] : [];
    }),
  };
}

const DEGREES = ['本主体', '直接', '间接'] as const;

function tableOf(
  others: readonly DossierKnot[],
  cords: readonly DossierCord[],
  knots: readonly DossierKnot[],
  words: CityWords,
): Block {
  const names = new Map(knots.map(({ entityId, name }) => [entityId, words.mask(name)]));
  const rows = numbered(others, (knot) => [
    names.get(knot.entityId) ?? '',
    `${tierColour(knot.tier)}${knot.byPerson ? '（人工）' : ''}`,
    DEGREES[knot.degree],
    cordsText(knot.entityId, cords, names, words),
  ]);
  return table(['序号', '关联主体', '等级', '关联', '关联情况'], rows, [1, 4, 2, 1.4, 6]);
}

function cordsText(
  id: string,
  cords: readonly DossierCord[],
  names: ReadonlyMap<string, string>,
  words: CityWords,
): string {
  const mine = cords.filter(({ from, to }) => from === id || to === id);
  const said = mine.map((cord) => {
    const other = names.get(cord.from === id ? cord.to : cord.from) ?? '';
    return `与${other}${tieText(cord, id, words)}`;
  });
  return [...new Set(said)].join('；');
}

function tieText({ kind, from, value }: DossierCord, id: string, words: CityWords): string {
  if (kind === 'parent') return from === id ? '：是其分支机构' : '：是其总公司';
  return `${KINDS[kind]}${value === null ? '' : `（${words.mask(value)}）`}`;
}
