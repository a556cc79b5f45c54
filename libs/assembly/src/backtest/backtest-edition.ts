import type { AdvanceEdition, Edition, EditionStore, RuleBook } from '@risk/editions';
import { NotFound } from '@risk/kit';
import type { ReplayPeriod } from '@risk/store';
import type { KeepBacktest } from './keep-backtest.js';
import type { BacktestReport, BacktestWish } from './run-backtest.js';

/** Who asks for the backtest of an edition, why, and over what period. */
export interface EditionTest {
  readonly editionId: string;
  readonly by: string;
  readonly because: string;
  readonly period: ReplayPeriod;
  readonly onProgress?: BacktestWish['onProgress'];
}

/** Runs stored records through a book and the versions in force. */
export type Backtest = (
  book: RuleBook,
  period: ReplayPeriod,
  onProgress: BacktestWish['onProgress'],
) => Promise<BacktestReport>;

/** Backtests a draft and notes the outcome among its steps. */
export class BacktestEdition {
  constructor(
    private readonly store: EditionStore,
    private readonly advance: AdvanceEdition,
    private readonly backtest: Backtest,
    private readonly keep: Pick<KeepBacktest, 'run'>,
  ) {}

  async run({
    editionId,
    by,
    because,
    period,
    onProgress = () => undefined,
  }: EditionTest): Promise<{ edition: Edition; report: BacktestReport }> {
    const step = { editionId, kind: 'backtested' as const, by, because };
    await this.advance.allowed(step);
    const edition = await this.store.find(editionId);
    const book = edition && (await this.store.bookOf(edition));
    if (!book) throw new NotFound(`没有保存版本 ${editionId} 的内容`);
    const report = await this.backtest(book, period, onProgress);
    await this.keep.run({ editionId, by }, report);
    const { changed: _entities, codes: _codes, ...sums } = report;
    const detail = report.records > 0 ? sums : { ...sums, isStoreEmpty: true };
    return { report, edition: await this.advance.run({ ...step, detail }) };
  }
}
