import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  HeedPerson,
  RaiseAlerts,
  Router,
  TellUnits,
  type Addressee,
  type EntityVerdict,
} from '@risk/alerting';
import type { Tier } from '@risk/domain';
import { contact, PlainTimetable, POLICY } from '../../alerting/src/testing/city.js';
import { addressee, index, reason, verdict } from '../../alerting/src/testing/verdicts.js';
import { Story } from '../../assessment/src/testing/knowledge-bed.js';
import { FakeClock } from '../../kit/src/testing/fake-clock.js';
import { decisionOn, outcomeOn } from '../../cases/src/testing/case-store.contract.js';
import { NOW } from '../../assessment/src/testing/judged.js';
import { PgDuties } from './life/pg-duties.js';
import { PgTelling } from './life/pg-telling.js';
import { PgTellingContext } from './life/pg-telling-context.js';
import { PgAlerts } from './pg-alerts.js';
import { PgCases } from './pg-cases.js';
import { PgNoticeOutbox } from './pg-notice-outbox.js';
import { PgOverview } from './pg-overview.js';
import { emptyPgBed } from './testing/pg-bed.js';
import { storeDatabase } from './testing/store-database.js';

class TwoUnits extends Router {
  addresseesOf(): readonly Addressee[] {
    const contacts = [contact('police')];
    return [
      addressee(),
      addressee({ unit: 'police', unitName: '市公安局', role: 'assist', contacts }),
    ];
  }
}

const telling = new TellUnits(new TwoUnits(), new PlainTimetable(), {
  context: new PgTellingContext(['phone']),
  store: new PgTelling(),
  duties: new PgDuties(),
  policy: POLICY,
});

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
  const use = new RaiseAlerts(new PgAlerts(), telling, new FakeClock());
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
    const notices = await db.database.rows(
      "select step, unit, state from notice where channel = 'email' order by id",
    );
    expect(notices).toEqual(
      ['raised:yellow#1', 'upgraded:red#2'].flatMap((step) =>
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
    await db.database.rows("update alert set status = 'closed', stage = 'closed'");
    expect(await raise([id, 'yellow'])).toEqual({ raised: 1, upgraded: 0 });
  });
});

describe('when an alert changed last', () => {
  const [MORNING, NEXT_DAY] = ['2026-11-10T06:00:00+08:00', '2026-11-11T06:00:00+08:00'] as const;
  /** Moves with the second verdict, which comes a day after the first. */
  const movesWith = async (then: Partial<EntityVerdict>): Promise<boolean> => {
    const id = await story.found('name:a');
    const clock = new FakeClock(MORNING);
    const use = new RaiseAlerts(new PgAlerts(), telling, clock);
    const first = verdict(id, 'yellow', [reason('a'), reason('b')]);
    await story.bed.work.run((tx) => use.run(tx, [first]));
    clock.goTo(NEXT_DAY);
    await story.bed.work.run((tx) => use.run(tx, [{ ...first, ...then }]));
    const [alert] = await db.database.rows<{ changed_at: Date; score: number }>(
      `select changed_at, (index ->> 'score')::float8 as score from alert`,
    );
    // Whatever moved or not: what the index is now stands in it.
    expect(alert!.score).toBe((then.index ?? first.index).score);
    return alert!.changed_at.getTime() === Date.parse(NEXT_DAY);
  };
  const YELLOW = index('yellow', [reason('a'), reason('b')]);

  it.each<[string, Partial<EntityVerdict>, boolean]>([
    ['the same again', {}, false],
    ['an index that decayed', { index: { ...YELLOW, score: 41.5 } }, false],
    ['a reason that faded away', { index: index('yellow', [reason('b')]) }, false],
    ['a tier that the model would give less', { index: index('blue', [reason('a')]) }, false],
    [
      'a reason in other words',
      { index: index('yellow', [reason('a'), reason('b', { because: '多次' })]) },
      false,
    ],
    ['a new reason', { index: index('yellow', [reason('a'), reason('c')]) }, true],
    ['a higher tier', { index: index('red', [reason('a')]) }, true],
    ['another name', { name: '某某财富管理有限公司' }, true],
    ['another region', { regionCode: '431003' }, true],
    ['a region where there was one', { regionCode: null }, true],
    ['a kind of data that is new', { feeds: ['advertisement', 'complaint'] }, true],
    ['another kind of scheme', { index: { ...YELLOW, scheme: 'pyramid-selling' } }, true],
  ])('%s', async (_what, then, moves) => {
    expect(await movesWith(then)).toBe(moves);
  });
});

describe('while a person’s tier stands', () => {
  const cases = new PgCases();
  /** A person decides while the model says something; the alert follows in the same transaction. */
  const decide = (id: string, to: Tier | null, model: Tier, from: Tier | null = null) =>
    story.bed.work.run(async (tx) => {
      const told = decisionOn(id, { from, to, modelTier: model });
      const decision = await cases.keepDecision(tx, told);
      const heed = new HeedPerson(new PgAlerts(), telling, new FakeClock());
      await heed.run(tx, verdict(id, model, [reason('a')]), decision);
    });
  const shown = () =>
    db.database.rows('select tier, person_tier from alert where status = $1 order by id', ['open']);
  const changes = () =>
    db.database.rows(
      'select kind, from_tier, to_tier, source, decision_id from alert_change order by id',
    );
  const steps = async () =>
    (
      await db.database.rows<{ line: string }>(
        "select step || ' ' || unit as line from notice where channel = 'email' order by id",
      )
    ).map((row) => row.line);

  it('a higher one never hides in a lower one: it is taken out first, or rises out by itself', async () => {
    const [a, b] = [await story.found('name:a'), await story.found('name:b')];
    await raise([a, 'red']);
    await raise([b, 'orange']);
    await db.database.rows("update alert set status = 'merged', merged_into = 1 where id = 2");
    await expect(decide(a, 'yellow', 'red')).rejects.toThrow(
      'to：预警 1 里并有橙色的预警 2，不能低于它；请先把它分出',
    );
    await decide(a, 'orange', 'red');
    await decide(b, 'red', 'orange');
    const standing = 'select id, status, merged_into from alert order by id';
    expect(await db.database.rows(standing)).toEqual([
      { id: '1', status: 'open', merged_into: null },
      { id: '2', status: 'open', merged_into: null },
    ]);
  });

  it('the model moves nothing; a higher one is told to the lead unit, once', async () => {
    const id = await story.found('name:a');
    await raise([id, 'orange']);
    await decide(id, 'yellow', 'orange');
    await raise([id, 'orange', 'b']);
    expect(await shown()).toEqual([{ tier: 'orange', person_tier: 'yellow' }]);
    for (const _time of [1, 2]) {
      expect(await raise([id, 'red', 'b'])).toEqual({ raised: 0, upgraded: 0 });
      await raise([id, 'blue']);
    }
    expect(await shown()).toEqual([{ tier: 'red', person_tier: 'yellow' }]);
    expect(await changes()).toEqual([
      { kind: 'raised', from_tier: null, to_tier: 'orange', source: 'model', decision_id: null },
      {
        kind: 'lowered',
        from_tier: 'orange',
        to_tier: 'yellow',
        source: 'person',
        decision_id: '1',
      },
      { kind: 'differs', from_tier: 'yellow', to_tier: 'red', source: 'model', decision_id: '1' },
    ]);
    expect((await steps()).slice(2)).toEqual(['differs:red#3 finance-office']);
  });

  it('what is decided anew is told anew', async () => {
    const id = await story.found('name:a');
    await decide(id, 'red', 'none');
    await decide(id, 'blue', 'none', 'red');
    await decide(id, 'red', 'none', 'blue');
    expect(await steps()).toEqual(
      ['raised:red#1', 'upgraded:red#3'].flatMap((step) => [
        `${step} finance-office`,
        `${step} police`,
      ]),
    );
    await decide(id, null, 'yellow', 'red');
    expect(await shown()).toEqual([{ tier: 'yellow', person_tier: null }]);
    expect(await raise([id, 'orange'])).toEqual({ raised: 0, upgraded: 1 });
  });

  it('on a draft, that it merges is no way round it: the lead unit hears what the whole is', async () => {
    const [draft, coded] = [await story.found('name:a'), await story.found('uscc:1', 'name:a')];
    await decide(draft, 'none', 'blue');
    await raise([coded, 'orange']);
    await story.merge(draft, coded);
    expect(await shown()).toEqual([{ tier: 'orange', person_tier: 'none' }]);
    await raise([coded, 'orange']);
    expect((await changes()).at(-1)).toMatchObject({ kind: 'differs', to_tier: 'orange' });
    await story.undoMerge(draft);
    expect(await shown()).toEqual([{ tier: 'orange', person_tier: null }]);
    expect(await raise([coded, 'red'])).toEqual({ raised: 0, upgraded: 1 });
  });

  it('both show side by side in lists, on the page of the alert and in letters', async () => {
    const id = await story.found('name:a');
    await raise([id, 'red']);
    await decide(id, 'none', 'red');
    await story.bed.work.run((tx) => cases.keepOutcome(tx, outcomeOn(id)));
    const overview = new PgOverview(db.database);
    const [line] = await overview.alerts(10);
    const person = {
      decision: '1',
      tier: 'none',
      by: '张某',
      because: '已核实为正常经营',
      at: NOW,
    };
    expect(line).toMatchObject({ tier: 'red', personTier: 'none', person });
    expect((await overview.read()).alerts).toEqual({ none: 1 });
    expect(await overview.alert(line!.id)).toMatchObject({
      person,
      decisions: [{ id: '1', to: 'none', by: '张某', modelTier: 'red' }],
      outcomes: [{ verdict: 'confirmed', exposedOn: '2026-10-30' }],
      changes: [{ kind: 'raised' }, { kind: 'lowered', source: 'person', decision: '1' }],
    });
    const now = new Date();
    const wish = { channel: 'email', limit: 1, last: null, now, until: now };
    const [notice] = await new PgNoticeOutbox(db.database).lease(wish);
    expect(notice?.alert).toMatchObject({ personTier: 'none', person });
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
