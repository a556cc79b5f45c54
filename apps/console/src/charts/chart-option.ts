import type {
  BarSeriesOption,
  GraphSeriesOption,
  LineSeriesOption,
  ScatterSeriesOption,
} from 'echarts/charts';
import type {
  GridComponentOption,
  LegendComponentOption,
  TooltipComponentOption,
} from 'echarts/components';
import type { ComposeOption } from 'echarts/core';

/** What a picture shows, in the words of ECharts; types alone, so that it costs a screen nothing. */
export type ChartOption = ComposeOption<
  | LineSeriesOption
  | BarSeriesOption
  | ScatterSeriesOption
  | GraphSeriesOption
  | GridComponentOption
  | TooltipComponentOption
  | LegendComponentOption
>;

/** A part of a picture that somebody chose. */
export interface Picked {
  readonly series: number;
  /** Its place among the data of the series. */
  readonly index: number;
  /** Graphs have two sorts of parts. */
  readonly sort: 'node' | 'edge' | null;
}

export interface ChartProps {
  readonly option: ChartOption;
  /** What the picture shows, in a sentence for whoever does not see it. */
  readonly description: string;
  /** In pixels, or all that there is; as wide as there is room. */
  readonly height: number | '100%';
  readonly onPick?: (picked: Picked) => void;
}
