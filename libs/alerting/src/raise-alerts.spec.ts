import { describe, expect, it } from '@jest/globals';
import type { Tier } from '@risk/domain';
import type { Transaction } from '@risk/kit';
import { FakeClock } from '../../kit/src/testing/fake-clock.js';
import { FakeTransaction } from '../../kit/src/testing/fake-transaction.js';
import { AlertStore, Router, type Addressee, type AlertWrite, type OpenAlert } from './ports.js';
import { RaiseAlerts } from './raise-alerts.js';
import { addressee, index, reason, verdict } from './testing/verdicts.js';

class FakeAlerts extends AlertStore {
  readonly writes: AlertWrite[] = [];
  constructor(private readonly open: OpenAlert[] = []) {
    super();
  }
  openOf() {
    return Promise.resolve(this.open);
  }
  save(_tx: Transaction, writes: readonly AlertWrite[]) {
    this.writes.push(...writes);
    return Promise.resolve();
  }
}
class OneUnit extends Router {
  addresseesOf(): readonly Addressee[] {
    return [addressee()];
  }
}

async function raise(tier: Tier, openTier?: Tier, reasons = [reason('a'), reason('b')]) {
  const open = openTier
    ? [{ id: '7', entityId: '1', tier: openTier, index: index(openTier, [reason('a')]) }]
    : [];
  const alerts = new FakeAlerts(open);
  const outcome = await new RaiseAlerts(alerts, new OneUnit(), new FakeClock()).run(
    new FakeTransaction(),
    [verdict('1', tier, reasons)],
  );
  return { outcome, write: alerts.writes[0] };
}

describe('an entity', () => {
  it.each<[string, Tier, Tier | undefined, { raised: number; upgraded: number }, Tier | undefined]>(
    [
      ['below any tier raises nothing', 'none', undefined, { raised: 0, upgraded: 0 }, undefined],
      [
        'that reaches a tier opens one alert',
        'yellow',
        undefined,
        { raised: 1, upgraded: 0 },
        'yellow',
      ],
      ['that rises upgrades the open one', 'red', 'yellow', { raised: 0, upgraded: 1 }, 'red'],
      [
        'that stays only refreshes its figures',
        'yellow',
        'yellow',
        { raised: 0, upgraded: 0 },
        'yellow',
      ],
      [
        'that falls keeps the tier: a person lowers it',
        'none',
        'orange',
        { raised: 0, upgraded: 0 },
        'orange',
      ],
    ],
  )('%s', async (_name, tier, open, outcome, kept) => {
    const result = await raise(tier, open);
    expect(result.outcome).toEqual(outcome);
    expect(result.write?.tier).toBe(kept);
  });

  it('tells units only of a change, and only what is new', async () => {
    const { write } = await raise('red', 'yellow');
    expect(write?.change?.news).toEqual(['出现“b”']);
    expect(write?.addressees).toHaveLength(1);
    const same = await raise('yellow', 'yellow');
    expect(same.write).toMatchObject({ change: null, addressees: [] });
  });

  it('asks nobody when there is nothing to ask', async () => {
    const alerts = new FakeAlerts();
    const run = new RaiseAlerts(alerts, new OneUnit(), new FakeClock()).run(
      new FakeTransaction(),
      [],
    );
    expect(await run).toEqual({ raised: 0, upgraded: 0 });
  });
});
