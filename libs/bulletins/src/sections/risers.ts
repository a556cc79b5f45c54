import { tierColour } from '@risk/domain';
import type { Riser } from '../source.js';
import type { Ask, CityWords, Readings, Written } from './section.js';
import { section } from './section.js';
import { numbered, table, text, written, namedIn } from './writing.js';

/** 升速榜: whose index rose most. */
export const risers = section('指数上升最快', read, write);

function read({ source }: Readings, ask: Ask): Promise<Riser[]> {
  return source.risers(ask, ask.thresholds.most);
}

/** Points: what rises by less is noise. */
const LEAST_RISE = 1;

function write(found: readonly Riser[], _ask: Ask, words: CityWords): Written {
  const all = found.filter(({ before, after }) => after - (before ?? 0) >= LEAST_RISE);
  if (all.length === 0) return written({ blocks: [text('本期没有主体的指数上升 1 分以上。')] });
  const rows = numbered(all, (one) => [
    words.mask(one.entityName),
    words.regionName(one.regionCode),
    one.before === null ? '—' : one.before.toFixed(1),
    one.after.toFixed(1),
    (one.after - (one.before ?? 0)).toFixed(1),
    tierColour(one.tier),
  ]);
  return written({
    blocks: [
      table(
        ['序号', '主体', '属地', '期初', '期末', '上升', '期末等级'],
        rows,
        [1, 4, 2, 1.4, 1.4, 1.4, 2],
      ),
    ],
    named: namedIn(all),
    isQuiet: false,
  });
}
