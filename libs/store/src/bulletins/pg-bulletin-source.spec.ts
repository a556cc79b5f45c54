import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { BulletinScope } from '@risk/domain';
import { Invalid, Unavailable } from '@risk/kit';
import {
  asking,
  CITY,
  dayFrom,
  eventfulDay,
  everything,
  MIDNIGHT,
} from '../testing/eventful-day.js';
import { PgTown, type Saying } from '../testing/pg-town.js';
import { storeDatabase } from '../testing/store-database.js';
import { PgBulletinSource } from './pg-bulletin-source.js';

let db: Awaited<ReturnType<typeof storeDatabase>>;
let source: PgBulletinSource;
let town: PgTown;
beforeAll(async () => {
  db = await storeDatabase();
  source = new PgBulletinSource(db.database);
});
beforeEach(async () => {
  town = await PgTown.empty(db.database);
  town.clock.goTo('2026-11-02T09:00:00+08:00');
});
afterAll(() => db.drop());

const at = (moment: string): Date => new Date(`2026-${moment}:00+08:00`);

describe('an eventful day', () => {
  it('is told by every method', async () => {
    const { a, b, c, first, second, before } = await eventfulDay(town);
    const told = await everything(source, asking());
    const heard = { late: 0, lastHeardAt: at('11-02T09:00') };
    const common = { uscc: null, scheme: 'illegal-fundraising', byPerson: false, lead: 'office' };
    const reason = { code: 'a', because: '出现“a”' };
    const raisedAt = at('11-02T09:00');
    const open = { scheme: 'illegal-fundraising', alerts: 1 };
    const [inTown, outside] = [{ regionCode: '431002' }, { regionCode: '431003' }];
    const moved = { alertId: before, entityId: c, entityName: '丙', ...inTown };
    const none = { lowered: 0, confirmed: 0, refuted: 0 };
    expect(told).toEqual({
      hasReal: true,
      begunAt: at('11-01T10:00'),
      feeds: [
        {
          ...heard,
          source: 'advertisement-desk',
          feed: 'advertisement',
          received: 1,
          late: 1,
          deadLettered: 0,
        },
        { ...heard, source: 'complaint-desk', feed: 'complaint', received: 3, deadLettered: 1 },
      ],
      raised: [
        {
          ...{
            ...common,
            alertId: first,
            entityId: a,
            entityName: '甲',
            ...inTown,
            tier: 'orange',
          },
          ...{
            score: 70,
            stage: 'acknowledged',
            raisedAt,
            reasons: [{ ...reason, isPublic: false }],
          },
        },
        {
          ...{
            ...common,
            alertId: second,
            entityId: b,
            entityName: '乙',
            ...outside,
            tier: 'yellow',
          },
          ...{ score: 50, stage: 'raised', raisedAt, reasons: [{ ...reason, isPublic: true }] },
        },
      ],
      open: [
        { ...open, ...inTown, tier: 'red' },
        { ...open, ...inTown, tier: 'orange' },
        { ...open, ...outside, tier: 'yellow' },
      ],
      moves: [
        { ...moved, from: 'blue', to: 'yellow', byPerson: false, at: raisedAt },
        { ...moved, from: 'yellow', to: 'red', byPerson: true, at: at('11-02T10:00') },
      ],
      risers: [
        { entityId: a, entityName: '甲', ...inTown, before: null, after: 70, tier: 'orange' },
        { entityId: b, entityName: '乙', ...outside, before: null, after: 50, tier: 'yellow' },
        { entityId: c, entityName: '丙', ...inTown, before: 30, after: 50, tier: 'yellow' },
      ],
      yields: [
        {
          ...{ entityId: b, entityName: '乙', ...outside, percent: 18, feed: 'advertisement' },
          ...{ source: 'advertisement-desk', at: raisedAt },
        },
      ],
      complained: [{ entityId: a, entityName: '甲', ...inTown, complaints: 3, complainants: 3 }],
      owing: [
        {
          unit: 'county',
          unacknowledged: 3,
          unanswered: 3,
          overdue: 3,
          overdueSince: at('11-01T12:00'),
        },
        {
          unit: 'office',
          unacknowledged: 2,
          unanswered: 3,
          overdue: 2,
          overdueSince: at('11-01T12:00'),
        },
      ],
      overdue: [
        ['office', '丙', 'red', at('11-01T12:00')],
        ['county', '丙', 'red', at('11-01T12:00')],
        ['county', '甲', 'orange', at('11-02T11:00')],
        ['office', '乙', 'yellow', at('11-02T11:00')],
        ['county', '乙', 'yellow', at('11-02T11:00')],
      ].map(([unit, entityName, tier, dueAt]) => {
        const alertId = { 甲: first, 乙: second, 丙: before }[entityName as '甲'];
        const entityId = { 甲: a, 乙: b, 丙: c }[entityName as '甲'];
        return { unit, kind: 'acknowledge', alertId, entityId, entityName, tier, dueAt, rung: 4 };
      }),
      handOvers: [
        {
          ...{ alertId: first, entityId: a, entityName: '甲', ...inTown, from: 'jrb', to: 'gaj' },
          ...{ at: at('11-02T10:00'), answer: 'material', answeredAt: at('11-02T10:00') },
        },
      ],
      outcomes: [
        {
          ...{ entityId: a, entityName: '甲', ...inTown, verdict: 'transferred', scheme: null },
          ...{ losses: 1_234_567.5, people: 35, at: at('11-02T10:00') },
        },
      ],
      figures: [
        {
          ...{ ...none, records: { registration: 0, complaint: 3, advertisement: 1 } },
          ...{ raised: { orange: 1, yellow: 1 }, upgraded: 2, handedOver: 1 },
        },
        {
          ...{ ...none, records: { registration: 0, complaint: 1, advertisement: 0 } },
          ...{ raised: { blue: 1 }, upgraded: 0, handedOver: 0 },
        },
      ],
      trend: [
        { day: '2026-10-31', raised: {} },
        { day: '2026-11-01', raised: { red: 1 } },
        { day: '2026-11-02', raised: { orange: 1, yellow: 1 } },
      ],
    });
  });

  const SCOPES: readonly (readonly [string, (scene: { a: string }) => BulletinScope, string])[] = [
    ['the city', () => CITY, '丙乙甲'],
    ['a region', () => ({ kind: 'region', code: '431003' }), '乙'],
    ['a unit that was told', () => ({ kind: 'unit', code: 'beihu' }), '甲'],
    ['a unit that owes', () => ({ kind: 'unit', code: 'scj' }), '乙'],
    ['an entity', ({ a }) => ({ kind: 'entity', code: a }), '甲'],
    ['a unit that nobody told', () => ({ kind: 'unit', code: 'nobody' }), ''],
  ];

  it.each(SCOPES)('shows %s only its own', async (_what, scope, names) => {
    const scene = await eventfulDay(town);
    await town.tellUnit(scene.first, 'beihu');
    await town.owe('scj', scene.second);
    const told = JSON.stringify(await everything(source, asking(scope(scene))));
    const named = [...told.matchAll(/"entityName":"(.)"/g)].map(([, name]) => name);
    expect([...new Set(named)].sort().join('')).toBe(names);
  });

  it('tells a unit of the feeds of the whole city, and of what it owes itself', async () => {
    const { second } = await eventfulDay(town);
    await town.owe('scj', second);
    await town.owe('scj', null, 'task', -1);
    const scope = { kind: 'unit', code: 'scj' } as const;
    expect(await source.feeds(asking(scope), 24)).toEqual(await source.feeds(asking(), 24));
    const dueAt = new Date(town.now.getTime() - 3_600_000);
    const owed = { unit: 'scj', unacknowledged: 0, unanswered: 0, overdueSince: dueAt };
    // The other task has two hours left, which are over at the end of the day.
    expect(await source.owing(asking(scope))).toEqual([{ ...owed, overdue: 2 }]);
    const [task] = await source.overdue(asking(scope), 1);
    expect(task).toEqual({
      ...{
        unit: 'scj',
        kind: 'task',
        alertId: null,
        entityId: null,
        entityName: null,
        tier: null,
        dueAt,
        rung: 0,
      },
    });
  });

  it('counts for a region what comes from it, and says of a source when it was heard at all', async () => {
    await eventfulDay(town);
    const [ads, complaints] = await source.feeds(asking({ kind: 'region', code: '431003' }), 24);
    expect(ads).toMatchObject({ received: 1, late: 1 });
    const silent = { received: 0, deadLettered: 0, lastHeardAt: at('11-02T09:00') };
    expect(complaints).toMatchObject(silent);
  });

  it('keeps samples apart', async () => {
    await eventfulDay(town);
    const real = await everything(source, asking());
    town.clock.goTo('2026-11-02T11:00:00+08:00');
    const firm = await town.found('样', { sample: true });
    await town.hear({ about: [firm], sample: true, source: 'sample-desk' });
    await town.hear({
      feed: 'advertisement',
      about: [firm],
      sample: true,
      percent: 30,
      source: 'sample-ads',
    });
    await town.spoil('sample-desk', true);
    const id = await town.alert(firm, 'red', { sample: true });
    await town.handOver(id);
    await town.end(firm);
    expect(await everything(source, asking())).toEqual(real);

    const samples = await everything(source, asking(CITY, dayFrom(), true));
    const told = JSON.stringify(samples);
    expect(told).not.toMatch(/[甲乙丙]|complaint-desk/);
    expect(samples).toMatchObject({
      begunAt: at('11-02T11:00'),
      feeds: [{ received: 1 }, { received: 1, deadLettered: 1 }],
      raised: [{ entityName: '样' }],
      risers: [{ entityName: '样' }],
      yields: [{ percent: 30 }],
      complained: [{ complaints: 1 }],
      owing: [{ unit: 'county' }, { unit: 'office' }],
      handOvers: [{ alertId: id }],
      outcomes: [{ verdict: 'confirmed' }],
      figures: [{ raised: { red: 1 }, handedOver: 1, confirmed: 1 }, {}],
    });
  });

  it('of samples alone has nothing real in it', async () => {
    await town.hear({ sample: true, source: 'sample-desk' });
    expect(await source.hasReal(town.now)).toBe(false);
    expect(await source.begunAt(false)).toBeNull();
    await town.hear({});
    expect(await source.hasReal(town.now)).toBe(false);
    expect(await source.hasReal(new Date(town.now.getTime() + 1))).toBe(true);
  });
});

describe('a day begins with its first moment and ends before its last', () => {
  /** What happens at one moment, and what a day tells of it; what ends only must have begun before. */
  const HAPPENINGS: readonly (readonly [
    string,
    () => Promise<unknown>,
    Record<string, unknown>,
  ])[] = [
    [
      'a complaint and an unreadable letter',
      async () => {
        await town.hear({ about: [await town.found('甲')], hoursOld: 30 });
        await town.spoil(null);
      },
      {
        feeds: [
          { received: 1, late: 1 },
          { source: 'unknown', received: 0, deadLettered: 1 },
        ],
        complained: [{ complaints: 1 }],
        figures: [{ records: { complaint: 1 } }, {}],
      },
    ],
    [
      'a return',
      async () =>
        town.hear({ feed: 'advertisement', about: [await town.found('甲')], percent: 20 }),
      { yields: [{ percent: 20 }] },
    ],
    [
      'an alert',
      async () => town.alert(await town.found('甲'), 'red'),
      {
        raised: [{ tier: 'red' }],
        open: [{ alerts: 1 }],
        risers: [{ after: 90 }],
        owing: [{ unacknowledged: 1 }, {}],
        figures: [{ raised: { red: 1 } }, {}],
        trend: [{ raised: {} }, { raised: {} }, { raised: { red: 1 } }],
      },
    ],
    [
      'a hand-over and an outcome',
      async () => {
        const id = await town.found('甲');
        await town.handOver(await town.alert(id, 'red'));
        await town.end(id);
      },
      {
        handOvers: [{ answer: null }],
        outcomes: [{ verdict: 'confirmed' }],
        figures: [{ handedOver: 1, confirmed: 1 }, {}],
      },
    ],
  ];

  it.each(HAPPENINGS)('%s', async (_what, happen, shown) => {
    town.clock.goTo(MIDNIGHT);
    await happen();
    expect(await everything(source, asking())).toMatchObject(shown);
    const before = await everything(source, asking(CITY, dayFrom('2026-11-01T00:00:00+08:00')));
    const { begunAt: _known, ...empty } = before;
    const nothing = { registration: 0, complaint: 0, advertisement: 0 };
    for (const [method, told] of Object.entries(empty))
      if (!['hasReal', 'figures', 'trend'].includes(method))
        expect([method, told]).toEqual([method, []]);
    expect(empty).toMatchObject({
      hasReal: false,
      figures: [{ records: nothing, raised: {} }, {}],
    });
  });

  it('moves and answers of the first moment belong to it', async () => {
    town.clock.goTo('2026-11-01T12:00:00+08:00');
    const firm = await town.found('甲');
    const id = await town.alert(firm, 'blue');
    const given = await town.handOver(id);
    town.clock.goTo(MIDNIGHT);
    await town.alert(firm, 'red');
    await town.receive(given.id, 'filed');
    const [told, before] = [
      await everything(source, asking()),
      await everything(source, asking(CITY, dayFrom('2026-11-01T00:00:00+08:00'))),
    ];
    expect(told).toMatchObject({ moves: [{ to: 'red' }], handOvers: [{ answer: 'filed' }] });
    expect(before).toMatchObject({ moves: [], handOvers: [{ answer: null, answeredAt: null }] });
  });
});

describe('reasons', () => {
  const isPublic = async (): Promise<boolean[]> => {
    const [alert] = await source.raised(asking(), 1);
    return alert!.reasons.map((reason) => reason.isPublic);
  };

  const SAYINGS: readonly (readonly [string, Saying, boolean])[] = [
    ['an advertisement', { feed: 'advertisement', codes: ['a'] }, true],
    ['a complaint', { codes: ['a'] }, false],
    ['a complaint that says something else', { codes: ['b'] }, true],
    ['a complaint that it only carried', { codes: ['a'], role: 'publisher' }, true],
  ];
  it.each(SAYINGS)('may be quoted or not: %s says so', async (_what, saying, open) => {
    const id = await town.found('甲');
    await town.hear({ about: [id], ...saying });
    await town.alert(id, 'red');
    expect(await isPublic()).toEqual([open]);
  });

  it('are not quoted after the complaint was withdrawn, nor where a branch inherits them', async () => {
    const [parent, branch] = [await town.found('甲'), await town.found('甲分公司')];
    await db.database.rows('update entity set parent_id = $1 where id = $2', [parent, branch]);
    await town.hear({ about: [parent], id: 'c', codes: ['a'] });
    await town.hear({ id: 'c', operation: 'withdraw' });
    await town.alert(branch, 'red');
    expect(await isPublic()).toEqual([false]);
  });

  it('are told of the first, quoted of fewer, and left out of the rest', async () => {
    for (const name of ['甲', '乙', '丙']) {
      const id = await town.found(name);
      await town.hear({ about: [id], feed: 'advertisement', codes: ['a'] });
      await town.alert(id, 'red');
    }
    const lines = await source.raised(asking(), 3, { told: 2, quoted: 1 });
    expect(lines.map(({ reasons }) => reasons.map((reason) => reason.isPublic))).toEqual([
      [true],
      [false],
      [],
    ]);
    expect(lines.map(({ lead }) => lead)).toEqual(['office', 'office', null]);
    expect(lines.map(({ entityName }) => entityName)).toEqual(['甲', '乙', '丙']);
  });

  it('are the five strongest', async () => {
    const id = await town.found('甲');
    await town.alert(id, 'red');
    await town.score(id, 'red', 95, ['1', '2', '3', '4', '5', '6']);
    const [alert] = await source.raised(asking(), 1);
    expect(alert).toMatchObject({ score: 95 });
    expect(alert!.reasons.map(({ code }) => code).join('')).toBe('12345');
  });
});

describe('alerts', () => {
  it('have the tier of a person also where it is that of the model', async () => {
    const id = await town.found('甲');
    await town.alert(id, 'yellow');
    await town.decide(id, null, 'yellow', 'yellow');
    expect(await source.raised(asking(), 1)).toMatchObject([{ tier: 'yellow', byPerson: true }]);
    await town.decide(id, 'yellow', null, 'yellow');
    expect(await source.raised(asking(), 1)).toMatchObject([{ tier: 'yellow', byPerson: false }]);
  });

  it('raised on the day show where they came to, and no moves', async () => {
    const id = await town.found('甲');
    await town.alert(id, 'blue');
    await town.alert(id, 'red');
    expect(await source.moves(asking(), 9)).toEqual([]);
    const [figures] = await source.figures(asking(), [dayFrom()]);
    expect(figures).toMatchObject({ raised: { red: 1 }, upgraded: 0 });
  });

  it('come with the most urgent first, and no more than are wanted', async () => {
    for (const [name, tier] of [
      ['甲', 'blue'],
      ['乙', 'red'],
      ['丙', 'orange'],
      ['丁', 'red'],
    ] as const)
      await town.alert(await town.found(name), tier);
    const names = (await source.raised(asking(), 3)).map(({ entityName }) => entityName);
    expect(names).toEqual(['乙', '丁', '丙']);
  });

  it('that were closed or merged are not open, those taken out or taken up again are', async () => {
    const ids = [];
    for (const name of ['甲', '乙', '丙'])
      ids.push(await town.alert(await town.found(name), 'red'));
    const [closed, merged, open] = ids as [string, string, string];
    const count = async () => (await source.open(asking()))[0]?.alerts;
    for (const kind of ['verifying', 'closed'] as const) await town.step(kind, { alertId: closed });
    await town.merge(merged, open);
    expect(await count()).toBe(1);
    await town.unmerge(merged);
    await town.step('reopened', { alertId: closed });
    expect(await count()).toBe(3);
  });

  it('are led by whom they were assigned to', async () => {
    const id = await town.alert(await town.found('甲'), 'red');
    await town.step('assigned', { alertId: id, toUnit: 'county' });
    expect(await source.raised(asking(), 1)).toMatchObject([{ lead: 'county' }]);
  });
});

describe('complaints', () => {
  it('count once, as their latest version stands, and once for each unknown', async () => {
    const [a, b] = [await town.found('甲'), await town.found('乙')];
    await town.hear({ about: [a], id: '1', reporter: 'p', hoursOld: 3 });
    await town.hear({ about: [b], id: '1', reporter: 'p', hoursOld: 2 });
    await town.hear({ about: [b], reporter: 'p' });
    await town.hear({ about: [b] });
    await town.hear({ about: [b] });
    await town.hear({ about: [b], role: 'publisher' });
    await town.hear({ about: [a], id: '2' });
    await town.hear({ id: '2', operation: 'withdraw', hoursOld: 0 });
    expect(await source.complained(asking(), 9)).toMatchObject([
      { entityName: '乙', complaints: 4, complainants: 3 },
    ]);
  });

  it('belong to the day on which they came first', async () => {
    const id = await town.found('甲');
    await town.hear({ about: [id], id: '1', hoursOld: 3 });
    town.clock.goTo('2026-11-03T09:00:00+08:00');
    await town.hear({ about: [id], id: '1' });
    expect(await source.complained(asking(CITY, dayFrom('2026-11-03T00:00:00+08:00')), 9)).toEqual(
      [],
    );
    expect(await source.complained(asking(CITY, dayFrom(MIDNIGHT, 2)), 9)).toHaveLength(1);
  });

  it('about two that turned out to be one are added up', async () => {
    const [draft, whole] = [await town.found('甲'), await town.found('乙')];
    await town.hear({ about: [draft, whole] });
    await town.hear({ about: [draft] });
    await town.join(draft, whole);
    const told = { entityId: whole, entityName: '乙', complaints: 2 };
    expect(await source.complained(asking(), 9)).toMatchObject([told]);
  });
});

describe('returns', () => {
  it('are told once an entity, the highest, from advertisements and registers only', async () => {
    const [a, b] = [await town.found('甲'), await town.found('乙')];
    for (const percent of [12, 30, 24])
      await town.hear({ feed: 'advertisement', about: [a], percent });
    await town.hear({ feed: 'registration', about: [b], percent: 15, role: 'subject' });
    await town.hear({ feed: 'registration', about: [b], percent: 9.9 });
    await town.hear({ about: [b], percent: 99 });
    const told = await source.yields(asking(), 10, 9);
    expect(told.map(({ entityName, percent }) => [entityName, percent])).toEqual([
      ['甲', 30],
      ['乙', 15],
    ]);
    expect(await source.yields(asking(), 20, 9)).toHaveLength(1);
    expect(await source.yields(asking(), 0, 1)).toHaveLength(1);
  });
});

describe('deadlines', () => {
  it('do not run while they are paused', async () => {
    const id = await town.alert(await town.found('甲'), 'red');
    await town.step('paused', { alertId: id });
    const answers = async (until: string) => {
      const span = { since: new Date(MIDNIGHT), until: new Date(until) };
      const lines = await source.overdue(asking({ kind: 'unit', code: 'office' }, span), 9);
      return lines.filter(({ kind }) => kind === 'answer').map(({ dueAt }) => dueAt);
    };
    town.clock.goTo('2026-11-05T09:00:00+08:00');
    await town.step('resumed', { alertId: id });
    expect(await answers('2026-11-05T00:00:00+08:00')).toEqual([]);
    expect(await answers('2026-11-07T00:00:00+08:00')).toEqual([]);
    // Forty hours were left when the clock was stopped.
    expect(await answers('2026-11-07T02:00:00+08:00')).toEqual([at('11-07T01:00')]);
  });
});

describe('what cannot be answered', () => {
  it('says why: a code that is none', async () => {
    await expect(source.raised(asking({ kind: 'entity', code: 'x' }), 1)).rejects.toThrow(Invalid);
  });

  it('says so when it was cut off, as by a time limit', async () => {
    const cutOff = async (): Promise<void> => {
      const sql = `select count(pg_cancel_backend(pid))::int as cut from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`;
      for (let cut = 0; cut === 0;) cut = (await db.database.rows<{ cut: number }>(sql))[0]!.cut;
    };
    await db.database.lend(async (client) => {
      await client.query('begin; lock table record in access exclusive mode');
      const asked = expect(source.feeds(asking(), 24)).rejects.toThrow(Unavailable);
      await cutOff();
      await asked;
      await client.query('rollback');
    });
  });
});

describe('an outcome of a case that was opened anew', () => {
  it('is none of the day any more', async () => {
    const firm = await town.found('甲');
    const id = await town.alert(firm, 'red');
    await town.step('refuted', { alertId: id });
    await town.end(firm, { verdict: 'refuted', scheme: null, exposedOn: null });
    const told = async () => {
      const { outcomes, figures } = await everything(source, asking());
      return { outcomes, figures };
    };
    expect(await told()).toMatchObject({ figures: [{ refuted: 1 }, {}] });
    town.wait(1);
    await town.step('reopened', { alertId: id });
    expect(await told()).toMatchObject({ outcomes: [], figures: [{ refuted: 0 }, {}] });
  });
});
