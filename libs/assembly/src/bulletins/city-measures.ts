import {
  OutcomeMeasures,
  UnitLedgers,
  type Days,
  type LedgerTable,
  type Measure,
} from '@risk/bulletins';
import {
  ledgerSheet,
  type KnownShare,
  type LeadTime,
  type Precision,
  type ReadLedger,
  type ReportOutcomes,
} from '@risk/cases';

const percent = (part: number): string => `${(part * 100).toFixed(1)}%`;

/** A share with what it is worth; of few cases nobody should read more than they say. */
function shareText({ value, low, high, n }: Precision | KnownShare): string {
  if (value === null) return '尚无已知结果，不能计算';
  const hits = Math.round(value * n);
  return `${percent(value)}（${hits}/${n}，95% 区间 ${percent(low)}—${percent(high)}）`;
}

function leadText({ median, lowerQuartile, upperQuartile, n, negative }: LeadTime): string {
  if (median === null) return '尚无已知案发日的案件，不能计算';
  const spread = `四分位 ${String(lowerQuartile)}—${String(upperQuartile)} 天`;
  const late = negative === 0 ? '' : `，其中 ${negative} 案预警晚于案发`;
  return `中位数 ${median} 天（${spread}，${n} 案${late}）`;
}

/** Measures of outcomes in words, by the same report that `risk outcome report` prints. */
export class CityMeasures extends OutcomeMeasures {
  constructor(private readonly report: ReportOutcomes) {
    super();
  }

  async of({ from, to }: Days, asOf: Date, samples: boolean): Promise<readonly Measure[]> {
    const { alerts, overall, settled, small, leadTime, confirmedCases } = await this.report.figures(
      {
        ...{ from, to, samples, asOf },
      },
    );
    return [
      { label: '本期提出的预警', value: `${alerts} 件` },
      { label: '其中已查实的案件', value: `${confirmedCases} 案` },
      { label: '核查准确率', value: shareText(overall) },
      { label: '预警提前量', value: leadText(leadTime) },
      { label: '事前没有预警的案件', value: `${leadTime.missed} 案` },
      { label: '行政化解率', value: shareText(settled) },
      { label: '千万元、百人以下占比', value: shareText(small) },
    ];
  }
}

/** The ledger of units as a table, by the same reading that `risk ledger` prints. */
export class CityLedgers extends UnitLedgers {
  constructor(private readonly ledger: ReadLedger['run']) {
    super();
  }

  async of(
    { from, to }: Days,
    asOf: Date,
    samples: boolean,
    unit: string | null,
  ): Promise<LedgerTable> {
    const read = await this.ledger({ from, to, unit, samples, asOf });
    const { columns, rows, notes } = ledgerSheet(read);
    return { head: columns, rows, notes };
  }
}
