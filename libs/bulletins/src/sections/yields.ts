import { feedName } from '@risk/domain';
import type { PromisedYield } from '../source.js';
import type { Ask, CityWords, Readings, Written } from './section.js';
import { section } from './section.js';
import { numbered, shortTime, table, text, written, namedIn } from './writing.js';

/** 收益率榜: the highest returns promised in public. */
export const yields = section('公开承诺收益最高', read, write);

function read({ source }: Readings, ask: Ask): Promise<PromisedYield[]> {
  return source.yields(ask, ask.thresholds.yieldFrom, ask.thresholds.most);
}

function write(all: readonly PromisedYield[], { thresholds }: Ask, words: CityWords): Written {
  if (all.length === 0)
    return written({
      blocks: [
        text(`本期接收的广告和登记信息中，没有承诺年化 ${thresholds.yieldFrom}% 以上收益的。`),
      ],
    });
  const rows = numbered(all, (one) => [
    words.mask(one.entityName),
    words.regionName(one.regionCode),
    `${Math.round(one.percent * 100) / 100}%`,
    `${feedName(one.feed)}·${words.sourceTitle(one.source)}`,
    shortTime(one.at),
  ]);
  return written({
    blocks: [
      table(['序号', '主体', '属地', '折合年化', '来源', '收到时间'], rows, [1, 4, 2, 1.6, 3.4, 2]),
      text('年化由文中说法折算，仅供核实参考。'),
    ],
    named: namedIn(all),
    isQuiet: false,
  });
}
