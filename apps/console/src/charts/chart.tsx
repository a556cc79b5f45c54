import { lazy, Suspense } from 'react';
import type { ChartProps } from './chart-option.js';
import './chart.css';

/** ECharts is fetched when the first picture is drawn: no screen has to wait for it. */
const DrawnChart = lazy(() => import('./drawn-chart.js'));

/** A picture of figures. Whatever it shows also stands beside it in words: it cannot be used with the keyboard. */
export function Chart(props: ChartProps) {
  const { description, height } = props;
  return (
    <div className="chart" role="img" aria-label={description} style={{ height }}>
      <Suspense fallback={<p className="soft">正在画图……</p>}>
        <DrawnChart {...props} />
      </Suspense>
    </div>
  );
}
