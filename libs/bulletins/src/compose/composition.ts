import {
  headingBlock,
  paragraphBlock,
  tableBlock,
  type Block,
  type Paper,
  type Sheet,
  type Span,
} from '@risk/domain';
import { writtenMoment } from '../written-moment.js';
import type { Figure, NamedEntity } from '../sections/section.js';

/** A section that could not be written, and why. */
export interface Broken {
  readonly section: string;
  readonly why: string;
}

/** The body of a bulletin before it has a head: pure data out of facts as of a moment. */
export interface Composition {
  readonly body: readonly Block[];
  readonly sheets: readonly Sheet[];
  readonly figures: readonly Figure[];
  readonly broken: readonly Broken[];
  /** Whether nothing happened that it tells of. */
  readonly isQuiet: boolean;
  readonly named: readonly NamedEntity[];
}

/** What a bulletin is about, beside what it says. */
export interface Heading {
  /** The name that the head bears. */
  readonly name: string;
  readonly title: string;
  /** Who compiles it. */
  readonly unit: string;
  /** The day that it bears, yyyy-mm-dd. */
  readonly date: string;
  readonly samples: boolean;
  /** Null for the first edition. */
  readonly correction: Correction | null;
  /** What it covers, in words. */
  readonly covers: string;
}

/** Why an edition takes the place of another, and which figures differ. */
export interface Correction {
  readonly because: string;
  readonly differences: readonly Difference[];
}

export interface Difference {
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

/** How a bulletin stands when it is printed. */
export interface Standing {
  readonly isDraft: boolean;
  /** Null until one was given. */
  readonly number: number | null;
}

/** What is kept of a bulletin besides its bytes. */
export interface Content {
  readonly heading: Heading;
  readonly composition: Composition;
}

const DISCLAIMER =
  '本简报由平台按固定规则自动汇总，所列均为线索（疑似），须经核实，不是认定；模型等级与人工等级并存，以人工为准。举报人信息不在其中。';

/** The paper of a bulletin as it stands. */
export function paperOf({ heading, composition }: Content, { isDraft, number }: Standing): Paper {
  return {
    kind: 'bulletin',
    masthead: {
      name: heading.name,
      issue: number === null ? null : `第${number}期`,
      unit: heading.unit,
      marks: marksOf(heading),
    },
    title: heading.title,
    addressee: null,
    body: [
      ...correctionBlocks(heading.correction),
      paragraphBlock(heading.covers),
      ...composition.body,
      paragraphBlock(DISCLAIMER),
    ],
    attachments: composition.sheets.length === 0 ? [] : [`附表：${namesOf(composition.sheets)}`],
    signature: null,
    date: heading.date,
    copies: [],
    isDraft,
    number: null,
  };
}

const namesOf = (sheets: readonly Sheet[]): string => sheets.map(({ name }) => name).join('、');

const marksOf = ({ correction, samples }: Heading): string[] => [
  ...(correction ? ['（更正）'] : []),
  ...(samples ? ['（样例数据，仅供演示）'] : []),
];

function correctionBlocks(correction: Correction | null): readonly Block[] {
  if (!correction) return [];
  const { because, differences } = correction;
  const rows = differences.map(({ label, before, after }) => [label, before, after]);
  return [
    headingBlock('更正说明'),
    paragraphBlock(`更正原因：${because}。本版发出后，前一版作废。`),
    rows.length === 0
      ? paragraphBlock('主要数字没有变化。')
      : tableBlock(['指标', '更正前', '更正后'], rows, [4, 3, 3]),
  ];
}

/** Figures that differ between two editions, in the order of the later one. */
export function differencesOf(before: readonly Figure[], after: readonly Figure[]): Difference[] {
  const earlier = new Map(before.map(({ label, value }) => [label, value]));
  return after.flatMap(({ label, value }) => {
    const was = earlier.get(label) ?? '—';
    return was === value ? [] : [{ label, before: was, after: value }];
  });
}

/** What a span covers, as papers write it. */
export const coversText = ({ since, until }: Span): string =>
  `统计时段：${writtenMoment(since)}至${writtenMoment(until)}。`;
