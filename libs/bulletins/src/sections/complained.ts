import { harmless } from '../small-counts.js';
import type { Complained } from '../source.js';
import type { Ask, CityWords, Readings, Written } from './section.js';
import { section } from './section.js';
import { numbered, table, text, written, namedIn } from './writing.js';

/** 投诉榜: who was complained of most; never by whom, never in whose words. */
export const complained = section('投诉较集中的主体', read, write);

/** More than are shown, so that those with few complainants can be counted. */
function read({ source }: Readings, ask: Ask): Promise<Complained[]> {
  return source.complained(ask, ask.thresholds.annex);
}

function write(all: readonly Complained[], { thresholds }: Ask, words: CityWords): Written {
  const { leastShown, most } = thresholds;
  const many = all.filter(({ complainants }) => complainants >= leastShown);
  const few = all.length - many.length;
  const listed = many.slice(0, most);
  const rows = numbered(listed, (one) => [
    words.mask(one.entityName),
    words.regionName(one.regionCode),
    String(one.complaints),
    String(one.complainants),
  ]);
  return written({
    blocks: [
      ...(listed.length === 0
        ? [text(`本期没有被 ${leastShown} 人以上投诉的主体。`)]
        : [table(['序号', '主体', '属地', '投诉件数', '投诉人数'], rows, [1, 5, 3, 2, 2])]),
      ...(few === 0
        ? []
        : [
            text(
              `另有主体投诉人数少于${leastShown}，共 ${harmless(few, leastShown)} 家，为保护举报人不列名。`,
            ),
          ]),
    ],
    figures: [{ label: `被${leastShown}人以上投诉的主体`, value: String(many.length) }],
    named: namedIn(listed),
    isQuiet: all.length === 0,
  });
}
