import { chinaDay } from '@risk/kit';
import type { Ask, Days, LedgerTable, Measure, Readings, Written } from './section.js';
import { section } from './section.js';
import { table, text, written } from './writing.js';

/** The days of a span, the last one included. */
export const daysOf = ({ span }: Pick<Ask, 'span'>): Days => ({
  from: chinaDay(span.since),
  to: chinaDay(new Date(span.until.getTime() - 1)),
});

/** 核查准确率、提前量、行政化解率: how right and how early the alerts were. */
export const measures = section('准确率、提前量与行政化解率', readMeasures, writeMeasures);

function readMeasures({ outcomes }: Readings, ask: Ask): Promise<readonly Measure[]> {
  return outcomes.of(daysOf(ask), ask.span.until, ask.samples);
}

function writeMeasures(all: readonly Measure[]): Written {
  return written({
    blocks: [
      table(
        ['指标', '数值'],
        all.map(({ label, value }) => [label, value]),
        [3, 7],
      ),
      text('按本期提出的预警、截至期末已知的处置结果计算；尚无结果的不计入。'),
    ],
    figures: all,
  });
}

/** 各单位履职: what each unit owed and did. */
export const ledger = section('各单位履职情况', readLedger, writeLedger);

function readLedger({ ledgers }: Readings, ask: Ask): Promise<LedgerTable> {
  return ledgers.of(
    daysOf(ask),
    ask.span.until,
    ask.samples,
    ask.scope.kind === 'unit' ? ask.scope.code : null,
  );
}

/** What fits on paper; every column stands in the annex. */
const ON_PAPER = 7;

function writeLedger({ head, rows, notes }: LedgerTable): Written {
  if (rows.length === 0) return written({ blocks: [text('本期没有单位应办的事项。')] });
  const cells = rows.map((row) => row.slice(0, ON_PAPER).map(String));
  return written({
    blocks: [
      table(head.slice(0, ON_PAPER), cells, [4, ...Array<number>(ON_PAPER - 1).fill(1.4)]),
      ...notes.map(text),
    ],
    sheets: [{ name: '履职台账', head, rows }],
    isQuiet: false,
  });
}
