import { GraphChart, LineChart, ScatterChart, BarChart } from 'echarts/charts';
import {
  AriaComponent,
  GridComponent,
  LegendComponent,
  MarkAreaComponent,
  MarkLineComponent,
  TooltipComponent,
} from 'echarts/components';
import { init, use as draw } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';

/** The parts of ECharts that pictures here are made of; one word to add one. */
draw([
  ...[LineChart, BarChart, ScatterChart, GraphChart],
  ...[GridComponent, TooltipComponent, LegendComponent, MarkLineComponent, MarkAreaComponent],
  ...[AriaComponent, LabelLayout, SVGRenderer],
]);

export { init };
