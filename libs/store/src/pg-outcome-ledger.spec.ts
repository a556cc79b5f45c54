import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { RaiseAlerts } from '@risk/alerting';
import type { Outcome } from '@risk/domain';
import { reason, verdict } from '../../alerting/src/testing/verdicts.js';
import { NOW, feedRecord, signal } from '../../assessment/src/testing/judged.js';
import { Story } from '../../assessment/src/testing/knowledge-bed.js';
import { NOTHING_OPEN } from '../../cases/src/testing/nothing-open.js';
import { outcomeOn } from '../../cases/src/testing/case-store.contract.js';
import { handOverOn } from '../../cases/src/testing/desk-stores.contract.js';
import { FakeClock } from '../../kit/src/testing/fake-clock.js';
import { PgAlerts } from './pg-alerts.js';
import { PgCases } from './pg-cases.js';
import { PgHandOvers } from './pg-hand-overs.js';
import { PgOutcomeLedger } from './pg-outcome-ledger.js';
import { PgReporterVault } from './pg-reporter-vault.js';
import { TellNobody } from '../../alerting/src/testing/tell-nobody.js';
import { emptyPgBed } from './testing/pg-bed.js';
import { PgTown } from './testing/pg-town.js';
import { storeDatabase } from './testing/store-database.js';
import { VaultCipher } from './vault-cipher.js';

const cases = new PgCases();
const cipher = new VaultCipher(Buffer.alloc(32, 3));
const clock = new FakeClock();
let db: Awaited<ReturnType<typeof storeDatabase>>;
let story: Story;
let ledger: PgOutcomeLedger;
beforeAll(async () => {
  db = await storeDatabase();
  ledger = new PgOutcomeLedger(db.database, cipher);
});
beforeEach(async () => {
  story = new Story(await emptyPgBed(db.database));
  clock.goTo('2026-11-02T09:00:00+08:00');
});
afterAll(() => db.drop());

const asOf = new Date('2026-12-01T00:00:00+08:00');
const NOVEMBER = { from: '2026-11-01', to: '2026-11-30', asOf };

const raise = (entityId: string, codes: string[], sample = false) => {
  const use = new RaiseAlerts(new PgAlerts(), new TellNobody(), clock);
  const one = {
    ...verdict(
      entityId,
      'yellow',
      codes.map((code) => reason(code)),
    ),
    sample,
  };
  return story.bed.work.run((tx) => use.run(tx, [one]));
};
const end = (entityId: string, more: Partial<Outcome> = {}) =>
  story.bed.work.run((tx) => cases.keepOutcome(tx, outcomeOn(entityId, more)));
const REFUTED = { verdict: 'refuted', scheme: null, exposedOn: null } as const;

describe('outcomes in force', () => {
  it('are the latest of each entity, whatever of it they were told of', async () => {
    const [draft, whole, other] = [
      await story.found('name:甲'),
      await story.found('uscc:1', 'name:乙'),
      await story.found('name:丙'),
    ];
    await end(draft);
    await story.merge(draft, whole);
    await end(other, REFUTED);
    await end(whole, { verdict: 'transferred' });
    const list = await ledger.list(10);
    expect(list.map((o) => [o.name, o.verdict])).toEqual([
      ['乙', 'transferred'],
      ['丙', 'refuted'],
    ]);
    expect(await ledger.list(1)).toHaveLength(1);
  });
});

describe('alerts of a period', () => {
  it('are counted while nothing is known of them, then come with what became of them', async () => {
    const id = await story.found('name:甲');
    await raise(id, ['guarantee']);
    const open = { byPerson: 0, entities: 1, tiers: { red: 0, orange: 0, yellow: 1, blue: 0 } };
    expect(await ledger.open(NOVEMBER, false)).toEqual(open);
    expect(await ledger.open({ ...NOVEMBER, to: '2026-11-01' }, false)).toEqual(NOTHING_OPEN);
    const expected = {
      entityId: id,
      raisedAt: clock.now(),
      byPerson: false,
      tier: 'yellow',
      handedOver: false,
    };
    expect(await ledger.alerted(NOVEMBER, false)).toEqual([]);
    await end(id);
    expect(await ledger.open(NOVEMBER, false)).toEqual(NOTHING_OPEN);
    expect(await ledger.alerted(NOVEMBER, false)).toMatchObject([
      { ...expected, outcome: { verdict: 'confirmed', exposedOn: '2026-10-30' } },
    ]);
  });

  it('say whether public security has the entity: handed over and not declined', async () => {
    const [draft, whole] = [await story.found('name:甲'), await story.found('uscc:1', 'name:乙')];
    await raise(draft, ['x']);
    await raise(whole, ['x']);
    await story.merge(draft, whole);
    const handedOver = async () => (await ledger.alerted(NOVEMBER, false)).map((a) => a.handedOver);
    const answer = { number: '1', receivedOn: '2026-11-03', by: '张', because: '函', at: NOW };
    const store = new PgHandOvers();
    const { work } = story.bed;
    const { id } = await work.run((tx) => store.keep(tx, handOverOn('1')));
    expect(await handedOver()).toEqual([true, true]);
    await work.run((tx) => store.answer(tx, id, { ...answer, answer: 'declined' }));
    expect(await handedOver()).toEqual([]);
    expect(await ledger.open(NOVEMBER, false)).toMatchObject({ entities: 1, tiers: { yellow: 2 } });
    await work.run((tx) => store.answer(tx, id, { ...answer, answer: 'filed' }));
    expect(await handedOver()).toEqual([true, true]);
  });

  it('bring the earlier alerts of their entities along, and no others', async () => {
    const [a, b] = [await story.found('name:甲'), await story.found('name:乙')];
    clock.goTo('2026-10-31T23:59:00+08:00');
    await raise(a, ['x']);
    await raise(b, ['x']);
    await db.database.rows("update alert set status = 'closed', stage = 'closed'");
    clock.goTo('2026-11-01T00:01:00+08:00');
    await raise(a, ['x']);
    for (const one of [a, b]) await end(one);
    const about = await ledger.alerted(NOVEMBER, false);
    expect(about.map((one) => one.entityId)).toEqual([a, a]);
  });

  describe('have no outcome that is history', () => {
    const told = async (happens: (town: PgTown, firm: string, id: string) => Promise<unknown>) => {
      const town = await PgTown.empty(db.database);
      town.clock.goTo('2026-11-02T09:00:00+08:00');
      const firm = await town.found('甲');
      await town.hear({ about: [firm], codes: ['a'] });
      const id = await town.alert(firm, 'orange');
      await town.step('refuted', { alertId: id });
      await town.end(firm, REFUTED);
      town.wait(1);
      await happens(town, firm, id);
      const alerts = await ledger.alerted(NOVEMBER, false);
      return alerts.map(({ outcome }) => outcome?.verdict ?? null);
    };
    const again = (town: PgTown, id: string) => town.step('reopened', { alertId: id });

    it.each<[string, (town: PgTown, firm: string, id: string) => Promise<unknown>, unknown[]]>([
      ['refuted is refuted', () => Promise.resolve(), ['refuted']],
      ['closed stays refuted', (t, _, id) => t.step('closed', { alertId: id }), ['refuted']],
      ['opened anew has none', (t, _, id) => again(t, id), [null]],
      ['risen is open again', (t, firm) => t.alert(firm, 'red'), [null]],
      [
        'opened anew and confirmed is confirmed',
        async (town, firm, id) => {
          await again(town, id);
          town.wait(1);
          await town.end(firm);
        },
        ['confirmed'],
      ],
      [
        'raised after another was refuted is not refuted',
        async (town, firm, id) => {
          await town.step('closed', { alertId: id });
          await town.alert(firm, 'red');
        },
        ['refuted', null],
      ],
    ])('%s', async (_what, happens, verdicts) => {
      expect(await told(happens)).toEqual(verdicts);
    });

    it('as it was known before it was opened anew it was refuted', async () => {
      let before = asOf;
      await told(async (town, _, id) => {
        before = town.now;
        await again(town, id);
      });
      const [alert] = await ledger.alerted({ ...NOVEMBER, asOf: before }, false);
      expect(alert).toMatchObject({ outcome: { verdict: 'refuted' } });
    });
  });

  it('bring along those of entities that came to light in it', async () => {
    const [a, b] = [await story.found('name:甲'), await story.found('name:乙')];
    clock.goTo('2026-10-01T09:00:00+08:00');
    await raise(a, ['x']);
    await raise(b, ['x']);
    await end(a, { exposedOn: '2026-11-30' });
    await end(b, { exposedOn: '2026-10-31' });
    const told = await ledger.alerted(NOVEMBER, false);
    expect(told.map(({ entityId }) => entityId)).toEqual([a]);
  });

  it('of samples are left out unless asked for', async () => {
    const id = await story.found('name:甲');
    await raise(id, ['x'], true);
    expect(await ledger.open(NOVEMBER, false)).toEqual(NOTHING_OPEN);
    expect(await ledger.open(NOVEMBER, true)).toMatchObject({ entities: 1 });
    await end(id);
    expect(await ledger.alerted(NOVEMBER, false)).toEqual([]);
    expect(await ledger.alerted(NOVEMBER, true)).toHaveLength(1);
  });
});

describe('what alerts of a period rest on', () => {
  const told = async (samples = false) => {
    const tallies = await ledger.reasons(NOVEMBER, samples);
    return tallies.sort((a, b) => (a.code < b.code ? -1 : 1));
  };

  it('is told by code with its engine, and with what became of them', async () => {
    const [a, b] = [await story.found('name:甲'), await story.found('name:乙')];
    await story.complaint(a, 'c1', {}, { signals: [signal('guarantee')] });
    await raise(a, ['guarantee', 'ENTITY-RULE', 'ENTITY-RULE']);
    await raise(b, ['guarantee']);
    const open = { confirmed: 0, refuted: 0 };
    expect(await told()).toEqual([
      { code: 'ENTITY-RULE', engine: null, alerts: 1, ...open },
      { code: 'guarantee', engine: 'keywords', alerts: 2, ...open },
    ]);
    await end(a);
    await end(b, REFUTED);
    expect(await told()).toMatchObject([
      { code: 'ENTITY-RULE', alerts: 1, confirmed: 1, refuted: 0 },
      { code: 'guarantee', alerts: 2, confirmed: 1, refuted: 1 },
    ]);
  });

  it('leaves out other periods, samples, and what a person raised', async () => {
    const [early, sample] = [await story.found('name:甲'), await story.found('name:乙')];
    clock.goTo('2026-10-31T23:59:00+08:00');
    await raise(early, ['x']);
    clock.goTo('2026-11-02T09:00:00+08:00');
    await raise(sample, ['y'], true);
    expect(await told()).toEqual([]);
    expect(await told(true)).toMatchObject([{ code: 'y' }]);
    const town = await PgTown.empty(db.database);
    town.clock.goTo('2026-11-02T09:00:00+08:00');
    await town.decide(await town.found('丙'), null, 'red', 'blue');
    expect(await ledger.open(NOVEMBER, false)).toEqual({ ...NOTHING_OPEN, byPerson: 1 });
    expect(await told()).toEqual([]);
  });

  it('counts an alert that was opened anew as undecided', async () => {
    const town = await PgTown.empty(db.database);
    town.clock.goTo('2026-11-02T09:00:00+08:00');
    const firm = await town.found('甲');
    const id = await town.alert(firm, 'orange');
    await town.step('refuted', { alertId: id });
    await town.end(firm, REFUTED);
    expect(await told()).toMatchObject([{ code: 'a', alerts: 1, refuted: 1 }]);
    town.wait(1);
    await town.step('reopened', { alertId: id });
    expect(await told()).toMatchObject([{ code: 'a', alerts: 1, refuted: 0 }]);
  });
});

const outcomeInForce = (exposedOn: string) => ({
  verdict: 'confirmed',
  exposedOn,
  losses: 1_234_567.5,
  people: 35,
});

describe('confirmed cases without an alert', () => {
  it('are told by the day on which they came to light', async () => {
    const [missed, alerted, refuted, earlier] = [
      await story.found('name:甲'),
      await story.found('name:乙'),
      await story.found('name:丙'),
      await story.found('name:丁'),
    ];
    await raise(alerted, ['x']);
    await end(missed, { exposedOn: '2026-11-01' });
    await end(alerted, { exposedOn: '2026-11-01' });
    await end(refuted, REFUTED);
    await end(earlier);
    const told = await ledger.unalerted(NOVEMBER, false);
    expect(told).toEqual([{ entityId: missed, outcome: outcomeInForce('2026-11-01') }]);
  });
});

/** What happens after a moment to a firm with an alert, and to one without. */
const LATER: readonly (readonly [
  string,
  (
    town: PgTown,
    on: { firm: string; other: string; id: string; given: string },
  ) => Promise<unknown>,
])[] = [
  ['an outcome', (town, { firm }) => town.end(firm)],
  ['a case that came to light earlier', (town, { other }) => town.end(other)],
  ['a receipt', (town, { given }) => town.receive(given, 'declined')],
  ['an upgrade', (town, { firm }) => town.alert(firm, 'red')],
  ['a new index', (town, { firm }) => town.score(firm, 'orange', 71, ['b', 'c'])],
  ['an alert that a person raises', (town, { other }) => town.decide(other, null, 'red', 'blue')],
  ['an alert about the missed one', (town, { other }) => town.alert(other, 'red')],
  ['two that turn out to be one', (town, { firm, other }) => town.join(firm, other)],
];

describe('a period as of a moment', () => {
  it.each(LATER)('is not changed by %s', async (_what, happen) => {
    const town = await PgTown.empty(db.database);
    town.clock.goTo('2026-11-02T09:00:00+08:00');
    const [firm, other, missed] = [
      await town.found('甲'),
      await town.found('乙'),
      await town.found('丙'),
    ];
    await town.hear({ about: [firm], codes: ['a'] });
    const id = await town.alert(firm, 'orange');
    const { id: given } = await town.handOver(id);
    await town.end(missed, { exposedOn: '2026-11-02' });
    town.clock.goTo('2026-11-03T09:00:00+08:00');
    const read = async (moment: Date) => {
      const period = { ...NOVEMBER, from: '2026-10-30', asOf: moment };
      const tallies = await ledger.reasons(period, false);
      return [
        await ledger.alerted(period, false),
        await ledger.unalerted(period, false),
        await ledger.open(period, false),
        tallies.sort((a, b) => (a.code < b.code ? -1 : 1)),
      ];
    };
    const [then, calm] = [await read(town.now), await read(asOf)];
    expect(then[0]).toMatchObject([{ tier: 'orange', handedOver: true, outcome: null }]);
    expect(then[2]).toEqual(NOTHING_OPEN);
    expect(then[3]).toMatchObject([{ code: 'a', engine: 'keywords', alerts: 1 }]);
    expect(then[1]).toMatchObject([{ entityId: missed }]);
    const moment = town.now;
    await happen(town, { firm, other, id, given });
    expect(await read(moment)).toEqual(then);
    expect(await read(asOf)).not.toEqual(calm);
  });

  it('tells what a closed alert rested on when it was closed', async () => {
    const town = await PgTown.empty(db.database);
    town.clock.goTo('2026-11-02T09:00:00+08:00');
    const firm = await town.found('甲');
    const id = await town.alert(firm, 'red');
    for (const kind of ['verifying', 'closed'] as const) await town.step(kind, { alertId: id });
    town.wait(1);
    await town.score(firm, 'none', 1, ['z']);
    expect(await ledger.reasons(NOVEMBER, false)).toMatchObject([{ code: 'a' }]);
  });
});

describe('texts of decided cases', () => {
  it('are those in force about entities confirmed or refuted, not what a publisher carried', async () => {
    const [bad, good, open, paper] = [
      await story.found('name:甲'),
      await story.found('name:乙'),
      await story.found('name:丙'),
      await story.found('name:报社'),
    ];
    await story.complaint(bad, 'c1', { payload: { title: '举报', text: '保本高息' } });
    await story.complaint(good, 'c2', { payload: { text: '服务很好' } });
    await story.complaint(good, 'c2', { occurredAt: NOW, payload: { text: '服务更好' } });
    await story.complaint(open, 'c3');
    await story.tell(feedRecord('advertisement', 'ad'), { about: [paper], role: 'publisher' });
    await story.complaint(bad, 'c4', { source: 'sample-desk', payload: { text: '样例' } });
    await end(bad);
    await end(good, REFUTED);
    await end(paper);
    await end(open, { verdict: 'administrative' });
    const about = (list: Awaited<ReturnType<typeof ledger.texts>>) =>
      list.map((t) => [t.text, t.label, t.entityId]);
    expect(about(await ledger.texts(false))).toEqual([
      ['举报\n保本高息', 'illegal-fundraising', bad],
      ['服务更好', 'none', good],
    ]);
    expect(await ledger.texts(true)).toHaveLength(3);
  });

  it('are none while the case is open again', async () => {
    const town = await PgTown.empty(db.database);
    const firm = await town.found('甲');
    await story.complaint(firm, 'c1', { payload: { text: '服务很好' } });
    const id = await town.alert(firm, 'orange');
    await town.step('refuted', { alertId: id });
    await town.end(firm, REFUTED);
    expect(await ledger.texts(false)).toMatchObject([{ label: 'none' }]);
    town.wait(1);
    await town.step('reopened', { alertId: id });
    expect(await ledger.texts(false)).toEqual([]);
  });

  it('come with the reporter’s words, so that they can be masked', async () => {
    const id = await story.found('name:甲');
    await story.complaint(id, 'c1');
    await end(id);
    const vault = new PgReporterVault(cipher);
    const reporter = { name: '赵小明', phone: '13812345678' };
    await story.bed.work.run((tx) => vault.seal(tx, [{ recordId: '1', reporter, secret: false }]));
    expect(await ledger.texts(false)).toMatchObject([
      { recordId: '1', names: ['甲'], reporter: ['赵小明', '13812345678'] },
    ]);
  });
});
