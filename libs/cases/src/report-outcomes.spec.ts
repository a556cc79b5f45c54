import { describe, expect, it } from '@jest/globals';
import { FakeClock } from '../../kit/src/testing/fake-clock.js';
import { OutcomeLedger, type AlertedCase, type PeriodAsOf } from './ports.js';
import { ReportOutcomes } from './report-outcomes.js';

/** A ledger that only notes what it is asked. */
class Asked extends OutcomeLedger {
  readonly periods: PeriodAsOf[] = [];

  alerted(period: PeriodAsOf): Promise<AlertedCase[]> {
    this.periods.push(period);
    return Promise.resolve([]);
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
  ])('asks both questions as of %s: %j', async (_which, more, asOf) => {
    const ledger = new Asked();
    const { period } = await new ReportOutcomes(ledger, clock).run({ ...MONTH, ...more });
    const known = { from: '2026-10-01', to: '2026-10-31', asOf };
    expect(ledger.periods).toEqual([known, known]);
    expect(period).toEqual({ from: '2026-10-01', to: '2026-10-31' });
  });

  it('with an open end reaches to the day of its moment', async () => {
    const asOf = new Date('2026-11-15T00:00:00+08:00');
    const open = { ...MONTH, from: null, to: null, asOf };
    const { period } = await new ReportOutcomes(new Asked(), clock).run(open);
    expect(period).toEqual({ from: '2000-01-01', to: '2026-11-15' });
  });
});
