import { describe, expect, it } from '@jest/globals';
import { FakeClock } from '../../kit/src/testing/fake-clock.js';
import { OutcomeLedger, type AlertedCase, type PeriodAsOf, type ReasonTally } from './ports.js';
import { NOTHING_OPEN } from './testing/nothing-open.js';
import { ReportOutcomes } from './report-outcomes.js';

/** A ledger that only notes what it is asked. */
class Asked extends OutcomeLedger {
  readonly periods: PeriodAsOf[] = [];

  alerted(period: PeriodAsOf): Promise<AlertedCase[]> {
    this.periods.push(period);
    return Promise.resolve([]);
  }

  reasons(period: PeriodAsOf): Promise<ReasonTally[]> {
    this.periods.push(period);
    return Promise.resolve([
      { code: 'a', engine: null, alerts: 2, confirmed: 1, refuted: 0 },
      { code: 'b', engine: 'keywords', alerts: 3, confirmed: 0, refuted: 1 },
    ]);
  }

  open(period: PeriodAsOf) {
    this.periods.push(period);
    return Promise.resolve(NOTHING_OPEN);
  }

  unalerted(period: PeriodAsOf) {
    this.periods.push(period);
    return Promise.resolve([]);
  }

  list() {
    return Promise.resolve([]);
  }

  texts() {
    return Promise.resolve([]);
  }
}

const clock = new FakeClock('2026-11-27T10:00:00+08:00');
const justAfterNow = new Date(clock.now().getTime() + 1);
const MONTH = { from: '2026-10-01', to: '2026-10-31', samples: false };

describe('a report of outcomes', () => {
  it.each([
    ['now', {}, justAfterNow],
    ['now', { asOf: null }, justAfterNow],
    [
      'of a moment',
      { asOf: new Date('2026-11-01T00:00:00+08:00') },
      new Date('2026-10-31T16:00:00Z'),
    ],
  ])('asks all questions as of %s: %j', async (_which, more, asOf) => {
    const ledger = new Asked();
    const { period } = await new ReportOutcomes(ledger, clock).run({ ...MONTH, ...more });
    const known = { from: '2026-10-01', to: '2026-10-31', asOf };
    expect(ledger.periods).toEqual([known, known, known, known]);
    expect(period).toEqual({ from: '2026-10-01', to: '2026-10-31' });
  });

  it('tells what contributed, and leaves it uncounted for those who do not need it', async () => {
    const ledger = new Asked();
    const report = new ReportOutcomes(ledger, clock);
    const { parts, ...figures } = await report.run(MONTH);
    expect(parts.map(({ code }) => code)).toEqual(['b', 'a']);
    expect(await report.reasons(MONTH)).toEqual(parts);
    ledger.periods.length = 0;
    expect(await report.figures(MONTH)).toEqual(figures);
    expect(ledger.periods).toHaveLength(3);
  });

  it('with an open end reaches to the day of its moment', async () => {
    const asOf = new Date('2026-11-15T00:00:00+08:00');
    const open = { ...MONTH, from: null, to: null, asOf };
    const { period } = await new ReportOutcomes(new Asked(), clock).run(open);
    expect(period).toEqual({ from: '2000-01-01', to: '2026-11-15' });
  });
});
