import { useMemo } from 'react';
import type { SituationDay } from '../api/situation.js';
import { Chart } from '../charts/chart.js';
import type { ChartOption } from '../charts/chart-option.js';
import { TIER_COLOURS } from '../charts/tier-colours.js';
import { TIER_WORDS, TIERS } from '../shown/tier.js';
import { raisedLately } from './counted.js';

interface TrendChartProps {
  readonly days: readonly SituationDay[];
  readonly height: number;
  /** Light letters on a dark ground. */
  readonly isDark?: boolean;
}

/** Alerts raised each day by tier, and those closed. */
export function TrendChart({ days, height, isDark = false }: TrendChartProps) {
  const option = useMemo(() => optionOf(days, isDark), [days, isDark]);
  const description = `${String(days.length)} 天里新增预警 ${String(raisedLately(days, days.length))} 件的每日走势`;
  return <Chart option={option} description={description} height={height} />;
}

function optionOf(days: readonly SituationDay[], isDark: boolean): ChartOption {
  const ink = isDark ? '#e6edf7' : '#4b5563';
  const rule = isDark ? '#33475f' : '#dee0e3';
  return {
    grid: { left: 40, right: 12, top: 34, bottom: 26 },
    legend: { top: 0, left: 0, textStyle: { color: ink } },
    tooltip: { trigger: 'axis' },
    xAxis: {
      type: 'category',
      data: days.map(({ day }) => day.slice(5)),
      axisLabel: { color: ink },
      axisLine: { lineStyle: { color: rule } },
    },
    yAxis: {
      type: 'value',
      minInterval: 1,
      axisLabel: { color: ink },
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
        lineStyle: { color: isDark ? '#8fd19e' : '#216e39', type: 'dashed' as const },
        itemStyle: { color: isDark ? '#8fd19e' : '#216e39' },
        data: days.map(({ closed }) => closed),
      },
    ],
  };
}
