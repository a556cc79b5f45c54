import type { Tier } from './tier.js';

/** One bar. */
export interface Bar {
  readonly label: string;
  readonly value: number;
  /** Bars of tiers bear their colour. */
  readonly tier?: Tier | undefined;
}

/** One line over time. */
export interface Series {
  readonly label: string;
  /** One a point of the axis; null where nothing is known, which is not nought. */
  readonly values: readonly (number | null)[];
}

/** Somebody in a picture of relations. */
export interface Knot {
  readonly id: string;
  readonly label: string;
  /** The one that the picture is about. */
  readonly isCentre?: boolean | undefined;
  readonly tier?: Tier | undefined;
}

/** What ties two knots. */
export interface Cord {
  readonly from: string;
  readonly to: string;
  readonly label: string;
}

/** A picture as pure data; libs/papers draws it, and says it in words where no picture can stand. */
export type Chart =
  | {
      readonly kind: 'bars';
      readonly title: string;
      /** What is counted, e.g. 件. */
      readonly unit: string;
      readonly bars: readonly Bar[];
    }
  | {
      readonly kind: 'trend';
      readonly title: string;
      readonly unit: string;
      /** Points of the axis in their order, as they are labelled. */
      readonly axis: readonly string[];
      readonly series: readonly Series[];
    }
  | {
      readonly kind: 'network';
      readonly title: string;
      readonly knots: readonly Knot[];
      readonly cords: readonly Cord[];
    };

/** What a picture shows, in one line for whoever cannot see it. */
export function chartText(chart: Chart): string {
  switch (chart.kind) {
    case 'bars':
      return `${chart.title}：${chart.bars.map((b) => `${b.label} ${b.value} ${chart.unit}`).join('，')}`;
    case 'trend':
      return `${chart.title}：${chart.series.map((line) => seriesText(line, chart.unit)).join('；')}`;
    case 'network':
      return `${chart.title}：${cordsText(chart.knots, chart.cords)}`;
  }
}

function seriesText({ label, values }: Series, unit: string): string {
  const known = values.filter((value) => value !== null);
  if (known.length === 0) return `${label} 没有数据`;
  return `${label} 最低 ${Math.min(...known)} ${unit}，最高 ${Math.max(...known)} ${unit}，最后一点 ${known.at(-1) ?? 0} ${unit}`;
}

function cordsText(knots: readonly Knot[], cords: readonly Cord[]): string {
  const nameOf = (id: string): string => knots.find((knot) => knot.id === id)?.label ?? id;
  if (cords.length === 0) return '没有查到关联';
  return cords.map(({ from, to, label }) => `${nameOf(from)}—${label}—${nameOf(to)}`).join('；');
}
