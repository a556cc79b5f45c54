import { useEffect, useRef } from 'react';
import type { ECElementEvent, EChartsType } from 'echarts/core';
import type { ChartProps, Picked } from './chart-option.js';
import { houseStyle } from './house-style.js';
import { init } from './echarts.js';

/** Draws a picture as SVG, follows its option and the room that there is, and tells what was clicked. */
export default function DrawnChart({ option, onPick }: ChartProps) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType | null>(null);
  useEffect(() => {
    const drawn = init(place.current, null, { renderer: 'svg' });
    chart.current = drawn;
    const room = new ResizeObserver(() => drawn.resize());
    if (place.current) room.observe(place.current);
    return () => {
      room.disconnect();
      drawn.dispose();
    };
  }, []);
  useEffect(() => chart.current?.setOption(houseStyle(option), { notMerge: true }), [option]);
  useEffect(() => followClicks(chart.current, onPick), [onPick]);
  return <div ref={place} aria-hidden="true" />;
}

function followClicks(
  chart: EChartsType | null,
  onPick: ((picked: Picked) => void) | undefined,
): (() => void) | undefined {
  if (!chart || !onPick) return undefined;
  const tell = (event: ECElementEvent): void => {
    const { seriesIndex, dataIndex, dataType } = event;
    if (seriesIndex === undefined) return;
    const sort = dataType === 'node' || dataType === 'edge' ? dataType : null;
    onPick({ series: seriesIndex, index: dataIndex, sort });
  };
  chart.on('click', tell);
  return () => {
    if (!chart.isDisposed()) chart.off('click', tell);
  };
}
