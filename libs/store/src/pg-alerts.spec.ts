import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { RaiseAlerts, Router, type Addressee } from '@risk/alerting';
import type { Tier } from '@risk/domain';
import { addressee, reason, verdict } from '../../alerting/src/testing/verdicts.js';
import { Story } from '../../assessment/src/testing/knowledge-bed.js';
import { FakeClock } from '../../kit/src/testing/fake-clock.js';
import { PgAlerts } from './pg-alerts.js';
import { PgOverview } from './pg-overview.js';
import { emptyPgBed } from './testing/pg-bed.js';
import { storeDatabase } from './testing/store-database.js';

class TwoUnits extends Router {
  addresseesOf(): readonly Addressee[] {
    return [addressee(), addressee({ unit: 'police', unitName: '市公安局', role: 'assist' })];
  }
}

let db: Awaited<ReturnType<typeof storeDatabase>>;
let story: Story;
beforeAll(async () => {
  db = await storeDatabase();
});
beforeEach(async () => {
  story = new Story(await emptyPgBed(db.database));
});
afterAll(() => db.drop());

const raise = (...verdicts: [entityId: string, tier: Tier, code?: string][]) => {
  const use = new RaiseAlerts(new PgAlerts(), new TwoUnits(), new FakeClock());
  const all = verdicts.map(([id, tier, code = 'a']) => verdict(id, tier, [reason(code)]));
  return story.bed.work.run((tx) => use.run(tx, all));
};
const alerts = () =>
  db.database.rows('select entity_id, tier, status, revision from alert order by id');

describe('an entity', () => {
  it('has one open alert, with a change and a notice to each unit for every rise', async () => {
    const id = await story.found('name:a');
    expect(await raise([id, 'yellow'])).toEqual({ raised: 1, upgraded: 0 });
    expect(await raise([id, 'yellow'])).toEqual({ raised: 0, upgraded: 0 });
    expect(await raise([id, 'red', 'b'])).toEqual({ raised: 0, upgraded: 1 });
    expect(await alerts()).toEqual([{ entity_id: id, tier: 'red', status: 'open', revision: 3 }]);
    const changes = await db.database.rows(
      'select kind, from_tier, to_tier, news from alert_change order by id',
    );
    expect(changes).toEqual([
      { kind: 'raised', from_tier: null, to_tier: 'yellow', news: ['出现“a”'] },
      { kind: 'upgraded', from_tier: 'yellow', to_tier: 'red', news: ['出现“b”'] },
    ]);
    const notices = await db.database.rows('select step, unit, state from notice order by id');
    expect(notices).toEqual(
      ['raised:yellow', 'upgraded:red'].flatMap((step) =>
        ['finance-office', 'police'].map((unit) => ({ step, unit, state: 'pending' })),
      ),
    );
  });

  it('is told of beside others of the batch, each its own', async () => {
    const [a, b, c] = [
      await story.found('name:a'),
      await story.found('name:b'),
      await story.found('name:c'),
    ];
    await raise([b, 'blue']);
    expect(await raise([c, 'red'], [b, 'red'], [a, 'none'])).toEqual({ raised: 1, upgraded: 1 });
    expect(await alerts()).toMatchObject([
      { entity_id: b, tier: 'red' },
      { entity_id: c, tier: 'red' },
    ]);
  });

  it('can be alerted anew after its alert was closed', async () => {
    const id = await story.found('name:a');
    await raise([id, 'yellow']);
    await db.database.rows("update alert set status = 'closed'");
    expect(await raise([id, 'yellow'])).toEqual({ raised: 1, upgraded: 0 });
  });
});

describe('a draft with an open alert that merges', () => {
  it('hands it on: nobody is told of one firm twice', async () => {
    const [draft, coded] = [await story.found('name:a'), await story.found('uscc:1', 'name:a')];
    await raise([draft, 'yellow']);
    await story.merge(draft, coded);
    expect(await raise([coded, 'red'])).toEqual({ raised: 0, upgraded: 1 });
    expect(await alerts()).toMatchObject([{ entity_id: draft, tier: 'red' }]);
    const [shown] = await new PgOverview(db.database).alerts(10);
    expect(shown).toMatchObject({ entityId: coded, uscc: '1', tier: 'red' });
  });

  it('has it back when it is taken out again', async () => {
    const [draft, coded] = [await story.found('name:a'), await story.found('uscc:1', 'name:a')];
    await raise([draft, 'yellow']);
    await story.merge(draft, coded);
    await story.undoMerge(draft);
    expect(await raise([coded, 'yellow'], [draft, 'red'])).toEqual({ raised: 1, upgraded: 1 });
    expect(await alerts()).toMatchObject([
      { entity_id: draft, tier: 'red' },
      { entity_id: coded, tier: 'yellow' },
    ]);
  });

  it('leaves the word to the alert that the other has already', async () => {
    const [draft, coded] = [await story.found('name:a'), await story.found('uscc:1', 'name:a')];
    await raise([coded, 'blue'], [draft, 'yellow']);
    await story.merge(draft, coded);
    await raise([coded, 'red']);
    expect(await alerts()).toMatchObject([
      { entity_id: coded, tier: 'red' },
      { entity_id: draft, tier: 'yellow' },
    ]);
  });
});
