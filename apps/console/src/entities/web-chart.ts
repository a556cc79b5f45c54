import type { ChartOption } from '../charts/chart-option.js';
import { TIER_COLOURS } from '../charts/tier-colours.js';
import { TIER_NAMES } from '../shown/tier.js';
import { bondWords, scoreText } from './entity-words.js';
import { ringsOf } from './rings.js';
import type { Web } from './web.js';

const MOST_NAMED = 12;

/** The web as a picture; the data of its nodes stand in the order of the neighbours. */
export function webChart(web: Web): ChartOption {
  const spots = ringsOf(web);
  return {
    tooltip: { trigger: 'item' },
    series: [
      {
        ...{
          type: 'graph',
          layout: 'none',
          roam: 'move',
          preserveAspect: true,
          left: 90,
          right: 90,
          top: 24,
          bottom: 36,
        },
        label: { show: true, position: 'bottom', color: '#1f2329', fontSize: 12 },
        labelLayout: { hideOverlap: true },
        lineStyle: { color: '#8a94a3', width: 1.5, curveness: 0 },
        emphasis: { scale: false },
        data: web.neighbours.map(({ id, name, tier, isByPerson, score, degree }) => ({
          ...{ id, name, ...spots.get(id) },
          symbolSize: degree === 0 ? 30 : degree === 1 ? 20 : 14,
          symbol: degree === 0 ? 'diamond' : 'circle',
          itemStyle: {
            color: TIER_COLOURS[tier],
            borderColor: '#1f2329',
            borderWidth: degree === 0 ? 2 : 0.5,
          },
          label: { formatter: labelOf(name, tier) },
          tooltip: {
            formatter: plain(
              `${name}\n${TIER_NAMES[tier]}${isByPerson ? '（人工）' : ''}　指数 ${scoreText(score)}`,
            ),
          },
        })),
        links: web.bonds.map((bond) => ({
          ...{ source: bond.from, target: bond.to },
          tooltip: { formatter: plain(bondWords(bond, bond.from)) },
        })),
      },
    ],
  };
}

/** Names are not formats: what they hold of braces is shown as it is. */
const plain = (text: string) => (): string => text;

const labelOf = (name: string, tier: keyof typeof TIER_NAMES) =>
  plain(`${shortName(name)}${tier === 'none' ? '' : `·${TIER_NAMES[tier]}`}`);

const shortName = (name: string): string =>
  name.length > MOST_NAMED ? `${name.slice(0, MOST_NAMED)}…` : name;
