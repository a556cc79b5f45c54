import { isHigher, tierColour, type Block, type Sheet } from '@risk/domain';
import { chinaTime } from '@risk/kit';
import type { TierMove } from '../source.js';
import type { Ask, CityWords, Readings, Written } from './section.js';
import { section } from './section.js';
import { restText, shortTime, table, text, under, written, namedIn } from './writing.js';

/** 等级变动: upgrades and downgrades of alerts that stood before. */
export const moves = section('等级变动', read, write);

function read({ source }: Readings, ask: Ask): Promise<TierMove[]> {
  return source.moves(ask, ask.thresholds.annex);
}

function write(all: readonly TierMove[], ask: Ask, words: CityWords): Written {
  const up = all.filter(({ from, to }) => isHigher(to, from));
  const down = all.filter(({ from, to }) => isHigher(from, to));
  const figures = [
    { label: '等级上调', value: String(up.length) },
    { label: '等级下调', value: String(down.length) },
  ];
  if (up.length + down.length === 0)
    return written({ blocks: [text('本期没有等级变动。')], figures });
  const words_ = `等级上调 ${up.length} 件、下调 ${down.length} 件（下调均由人工作出）。`;
  const part = (moved: readonly TierMove[]): readonly Block[] =>
    moved.length === 0 ? [] : tableOf(moved, ask.thresholds.listed, words);
  return written({
    blocks: [text(words_), ...under('上调', part(up)), ...under('下调', part(down))],
    lead: words_,
    figures,
    sheets: [sheetOf(all, words)],
    named: namedIn([up, down].flatMap((moved) => moved.slice(0, ask.thresholds.listed))),
    isQuiet: false,
  });
}

const sheetOf = (all: readonly TierMove[], words: CityWords): Sheet => ({
  name: '等级变动',
  head: ['主体', '属地', '原等级', '现等级', '由谁作出', '时间', '预警编号'],
  rows: all.map((move) => [
    words.mask(move.entityName),
    words.regionName(move.regionCode),
    tierColour(move.from),
    tierColour(move.to),
    authorOf(move),
    chinaTime(move.at),
    move.alertId,
  ]),
});

const authorOf = ({ byPerson }: TierMove): string => (byPerson ? '人工' : '模型');

function tableOf(moved: readonly TierMove[], most: number, words: CityWords): readonly Block[] {
  const listed = moved.slice(0, most);
  const rows = listed.map((move) => [
    words.mask(move.entityName),
    words.regionName(move.regionCode),
    `${tierColour(move.from)} → ${tierColour(move.to)}`,
    authorOf(move),
    shortTime(move.at),
    move.alertId,
  ]);
  return [
    table(['主体', '属地', '等级', '由谁作出', '时间', '预警编号'], rows, [4, 2, 2.5, 1.5, 2, 1.5]),
    ...restText(moved.length - listed.length),
  ];
}
