import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { TIERS, isHigher, type Tier, type TierDecision } from '@risk/domain';
import { FakeClock } from '../../kit/src/testing/fake-clock.js';
import { FakeTransaction } from '../../kit/src/testing/fake-transaction.js';
import { HeedPerson } from './heed-person.js';
import { RaiseAlerts } from './raise-alerts.js';
import { InMemoryAlerts } from './testing/in-memory-alerts.js';
import type { Occasion } from './telling/ports.js';
import { index, reason, verdict } from './testing/verdicts.js';

const tx = new FakeTransaction();
const clock = new FakeClock();

/** Remembers what there was to tell, run by run. */
class Remembering {
  readonly told: (readonly Occasion[])[] = [];
  run(_tx: unknown, occasions: readonly Occasion[]): Promise<void> {
    this.told.push(occasions);
    return Promise.resolve();
  }
}

const opened = (tier: Tier) => [
  { id: '7', entityId: '1', tier, index: index(tier, [reason('a')]) },
];

const decision = (to: Tier | null, more: Partial<TierDecision> = {}): TierDecision => ({
  id: '3',
  entityId: '1',
  from: null,
  to,
  by: '张某',
  because: '已核实为正常经营',
  at: clock.now(),
  modelTier: 'none',
  modelScore: 0,
  versions: index('none').version,
  ...more,
});

/** The desk of alerts: the model speaks, and people do. */
class Desk {
  readonly alerts: InMemoryAlerts;
  readonly tell = new Remembering();

  constructor(open?: Tier) {
    this.alerts = new InMemoryAlerts(open ? opened(open) : []);
  }

  /** The model comes to a tier. */
  model(tier: Tier, reasons = [reason('a'), reason('b')]) {
    const use = new RaiseAlerts(this.alerts, this.tell, clock);
    return use.run(tx, [verdict('1', tier, reasons)]);
  }

  /** A person sets a tier while the model says another. */
  async person(to: Tier | null, model: Tier, more: Partial<TierDecision> = {}): Promise<void> {
    const word = decision(to, { modelTier: model, ...more });
    this.alerts.standing.length = 0;
    if (word.to !== null) {
      const { id, by, because, at } = word;
      const person = { decision: id, tier: word.to, by, because, at };
      this.alerts.standing.push({ entityId: '1', person, modelTier: model, told: [] });
    }
    const known = verdict('1', model, [reason('a')]);
    await new HeedPerson(this.alerts, this.tell, clock).run(tx, known, word);
  }

  get last() {
    return this.alerts.writes.at(-1);
  }

  /** What the last run had to tell. */
  get told(): readonly Occasion[] {
    return this.tell.told.at(-1) ?? [];
  }

  get said(): string[] {
    return this.alerts.changes.map((c) => `${c.source} ${c.kind} ${c.from ?? '-'}→${c.to}`);
  }
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
    const desk = new Desk(open);
    expect(await desk.model(tier)).toEqual(outcome);
    expect(desk.last?.tier).toBe(kept);
  });

  it('tells units only of a change, and only what is new', async () => {
    const desk = new Desk('yellow');
    await desk.model('red');
    expect(desk.last?.change?.news).toEqual(['出现“b”']);
    expect(desk.told).toMatchObject([{ step: 'upgraded:red#1', tier: 'red', isAside: false }]);
    await desk.model('red');
    expect(desk.last?.change).toBeNull();
    expect(desk.told).toEqual([]);
  });

  it('asks nobody when there is nothing to ask', async () => {
    const desk = new Desk();
    const run = new RaiseAlerts(desk.alerts, desk.tell, clock).run(tx, []);
    expect(await run).toEqual({ raised: 0, upgraded: 0 });
  });
});

describe('while a person’s tier stands, the model', () => {
  it('that rises above it moves nothing: the difference is noted, the lead unit told', async () => {
    const desk = new Desk('orange');
    await desk.person('yellow', 'orange');
    expect(await desk.model('red')).toEqual({ raised: 0, upgraded: 0 });
    expect(desk.last).toMatchObject({
      tier: 'red',
      personTier: 'yellow',
      change: {
        kind: 'differs',
        from: 'yellow',
        to: 'red',
        source: 'model',
        decision: '3',
        news: ['模型：红色　人工：黄色（张某，2026-11-02，已核实为正常经营）', '出现“b”'],
      },
    });
    expect(desk.told).toMatchObject([{ tier: 'red', isAside: true }]);
  });

  it.each<[string, Tier, Tier, readonly Tier[], readonly string[]]>([
    ['says nothing of what the person saw', 'yellow', 'orange', ['orange'], []],
    ['says nothing below the person', 'orange', 'blue', ['yellow', 'none'], []],
    [
      'says each tier once',
      'blue',
      'blue',
      ['yellow', 'yellow', 'red', 'orange', 'red'],
      ['yellow', 'red'],
    ],
    ['is heard again once it fell before the person decided', 'yellow', 'none', ['red'], ['red']],
  ])('%s', async (_name, person, seen, later, told) => {
    const desk = new Desk('orange');
    await desk.person(person, seen);
    for (const tier of later) await desk.model(tier);
    const differing = desk.alerts.changes.filter((c) => c.kind === 'differs');
    expect(differing.map((c) => c.to)).toEqual(told);
  });

  it('opens an alert only to tell that it differs', async () => {
    const desk = new Desk();
    await desk.person('none', 'yellow');
    await desk.model('yellow');
    expect(desk.alerts.writes).toEqual([]);
    await desk.model('orange');
    expect(desk.last).toMatchObject({ alertId: null, tier: 'orange', personTier: 'none' });
    expect(desk.said).toEqual(['model differs none→orange']);
  });

  it('never raises or upgrades, whatever comes', async () => {
    const tier = fc.constantFrom(...TIERS);
    await fc.assert(
      fc.asyncProperty(
        fc.option(tier, { nil: undefined }),
        tier,
        tier,
        fc.array(tier),
        async (open, person, seen, later) => {
          const desk = new Desk(open);
          await desk.person(person, seen);
          const before = desk.alerts.changes.length;
          for (const one of later) await desk.model(one);
          const after = desk.alerts.changes.slice(before);
          expect(after.every((c) => c.kind === 'differs' && isHigher(c.to, person))).toBe(true);
          expect(new Set(after.map((c) => c.to)).size).toBe(after.length);
          expect(desk.alerts.writes.slice(before).every((w) => w.personTier === person)).toBe(true);
          const worst = later.find((one) => later.every((other) => !isHigher(other, one)));
          const isNews = worst && isHigher(worst, person) && isHigher(worst, seen);
          expect(after.some((c) => c.to === worst)).toBe(isNews ?? false);
        },
      ),
    );
  });
});

/** The tier of the open alert, the person's before and now, and the model's. */
interface Said {
  readonly open?: Tier;
  readonly from?: Tier;
  readonly to: Tier | null;
  readonly model: Tier;
}

describe('a person', () => {
  it.each<[string, Said, string[], number]>([
    ['raises an alert where there is none', { to: 'blue', model: 'none' }, ['raised -→blue'], 1],
    ['needs no alert to say that all is well', { to: 'none', model: 'yellow' }, [], 0],
    [
      'lowers, and nobody is alarmed by it',
      { open: 'red', to: 'yellow', model: 'red' },
      ['lowered red→yellow'],
      0,
    ],
    [
      'upgrades, and the units are told',
      { open: 'blue', to: 'red', model: 'blue' },
      ['upgraded blue→red'],
      1,
    ],
    ['may agree', { open: 'orange', to: 'orange', model: 'orange' }, [], 0],
    [
      'changes an own tier',
      { open: 'red', from: 'yellow', to: 'orange', model: 'orange' },
      ['upgraded yellow→orange'],
      1,
    ],
    [
      'gives the word back to the model',
      { open: 'red', from: 'blue', to: null, model: 'red' },
      ['upgraded blue→red'],
      1,
    ],
    [
      'gives it back to a calmer one',
      { open: 'red', from: 'orange', to: null, model: 'none' },
      ['lowered orange→none'],
      0,
    ],
  ])('%s', async (_name, { open, from = null, to, model }, said, told) => {
    const desk = new Desk(open);
    await desk.person(to, model, { from });
    expect(desk.said).toEqual(said.map((one) => `person ${one}`));
    expect(desk.told).toHaveLength(told);
    if (desk.last) expect(desk.last).toMatchObject({ tier: model, personTier: to });
  });

  it('is named with the reason in what is told', async () => {
    const desk = new Desk();
    await desk.person('orange', 'none');
    expect(desk.last?.change).toMatchObject({
      decision: '3',
      news: ['张某定为橙色预警：已核实为正常经营'],
    });
    expect(desk.told).toMatchObject([{ tier: 'orange', source: 'person' }]);
    await desk.person(null, 'none', { from: 'orange' });
    expect(desk.last?.change?.news).toEqual(['张某撤回人工等级：已核实为正常经营']);
  });

  it('who withdraws where no alert stands leaves it to the model', async () => {
    const desk = new Desk();
    await desk.person(null, 'yellow', { from: 'none' });
    expect(desk.said).toEqual(['model raised -→yellow']);
    const quiet = new Desk();
    await quiet.person(null, 'none', { from: 'none' });
    expect(quiet.said).toEqual([]);
  });
});
