import { useMemo } from 'react';
import type { SituationDay } from '../api/situation.js';
import { Chart } from '../charts/chart.js';
import type { ChartOption, ChartProps } from '../charts/chart-option.js';
import { TIER_COLOURS } from '../charts/tier-colours.js';
import { TIER_WORDS, TIERS } from '../shown/tier.js';
import { raisedLately } from './counted.js';

interface TrendChartProps {
  readonly days: readonly SituationDay[];
  readonly height: ChartProps['height'];
  /** Seen from afar: light letters on a dark ground, of this size in pixels. */
  readonly letters?: number | null;
}

/** Alerts raised each day by tier, and those closed. */
export function TrendChart({ days, height, letters = null }: TrendChartProps) {
  const option = useMemo(() => optionOf(days, letters), [days, letters]);
  const description = `${String(days.length)} 天里新增预警 ${String(raisedLately(days, days.length))} 件的每日走势`;
  return <Chart option={option} description={description} height={height} />;
}

function optionOf(days: readonly SituationDay[], letters: number | null): ChartOption {
  const isDark = letters !== null;
  const fontSize = letters ?? 12;
  const ink = isDark ? '#e6edf7' : '#4b5563';
  const rule = isDark ? '#33475f' : '#dee0e3';
  return {
    grid: { left: 3.4 * fontSize, right: fontSize, top: 2.8 * fontSize, bottom: 2.2 * fontSize },
    legend: {
      ...{ top: 0, left: 0, textStyle: { color: ink, fontSize } },
      ...{ itemWidth: 2 * fontSize, itemHeight: fontSize, itemGap: 0.8 * fontSize },
    },
    tooltip: { trigger: 'axis' },
    xAxis: {
      type: 'category',
      data: days.map(({ day }) => day.slice(5)),
      axisLabel: { color: ink, fontSize, margin: 0.6 * fontSize },
      axisLine: { lineStyle: { color: rule } },
    },
    yAxis: {
      type: 'value',
      minInterval: 1,
      axisLabel: { color: ink, fontSize, margin: 0.6 * fontSize },
      splitLine: { lineStyle: { color: rule } },
    },
    series: [
      ...TIERS.map((tier) => ({
        name: `${TIER_WORDS[tier]}色`,
        type: 'bar' as const,
        stack: 'raised',
        itemStyle: { color: TIER_COLOURS[tier] },
        data: days.map(({ raised }) => raised[tier] ?? 0),
      })),
      {
        name: '办结',
        type: 'line' as const,
        symbol: 'none',
        lineStyle: {
          ...{ color: isDark ? '#8fd19e' : '#216e39', type: 'dashed' as const },
          width: fontSize / 6,
        },
        itemStyle: { color: isDark ? '#8fd19e' : '#216e39' },
        data: days.map(({ closed }) => closed),
      },
    ],
  };
}
