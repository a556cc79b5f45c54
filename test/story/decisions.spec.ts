import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openHouse, type House } from '@risk/assembly';
import { examplesOf } from '@risk/cases';
import type { Tier } from '@risk/domain';
import { SilentLog } from '@risk/kit';
import { readEnvironment } from '@risk/settings';
import { FakeClock } from '../../libs/kit/src/testing/fake-clock.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

const FIRM = '郴州星河聚财投资咨询有限公司';

/** A firm is complained about, judged by people, complained about again, and its case ends. */
describe('what people decide', () => {
  let dir: string;
  let made: TestDatabase;
  let house: House;
  const clock = new FakeClock('2026-11-02T09:00:00+08:00');

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'risk-decisions-'));
    made = await createTestDatabase();
    house = await openHouse({
      environment: readEnvironment({ RISK_DATA: dir }),
      databaseUrl: made.url,
      log: new SilentLog(),
      clock,
    });
  }, 120_000);
  afterAll(async () => {
    await house.close();
    await made.drop();
    await rm(dir, { recursive: true, force: true });
  });

  let number = 0;
  const complain = (text: string, more: object = {}) => {
    const envelope = {
      source: 'hotline-12345',
      sourceId: `c-${++number}`,
      occurredAt: clock.now().toISOString(),
      payload: { channel: '12345', text, targets: [{ name: FIRM }], regionCode: '431002', ...more },
    };
    const bytes = Buffer.from(JSON.stringify(envelope));
    return house.process.run([{ feed: 'complaint', door: 'http', bytes, origin: {} }]);
  };
  const decide = (to: Tier | null, because: string, seen: string | null = null) =>
    house.cases.decideTier({ entity: FIRM, to, by: '张某', because, seen });
  const alert = async () => {
    const [line] = await house.overview.alerts(1);
    return (await house.overview.alert(line!.id))!;
  };

  it('raises an alert that the model did not, and is told to the units', async () => {
    await complain('这家公司的客服电话总是占线，请协调。');
    expect(await house.overview.alerts(1)).toEqual([]);
    await decide('blue', '现场走访，宣传册承诺收益');
    expect(await alert()).toMatchObject({
      entityName: FIRM,
      personTier: 'blue',
      changes: [{ kind: 'raised', source: 'person', to: 'blue' }],
    });
    expect((await alert()).notices.length).toBeGreaterThan(0);
  });

  it('is not overwritten when the model comes to more: both stand, the lead unit is told', async () => {
    clock.goTo('2026-11-03T09:00:00+08:00');
    for (const who of ['赵小明', '钱小红', '孙小刚'])
      await complain(
        `${who}投资该公司理财产品，承诺保本保息、年化收益24%，老板已经跑路，几十名老人的养老钱无法提现。`,
        { amount: 500_000, people: 40, reporter: { name: who, phone: '13812345678' } },
      );
    const now = await alert();
    expect(now.personTier).toBe('blue');
    expect(['yellow', 'orange', 'red']).toContain(now.tier);
    const later = now.changes.slice(1);
    expect(later.length).toBeGreaterThan(0);
    expect(later.every((c) => c.kind === 'differs' && c.source === 'model')).toBe(true);
    const told = now.notices.filter((n) => n.step.startsWith('differs'));
    expect(told.length).toBeGreaterThanOrEqual(later.length);
    expect(told.every((n) => n.role === 'lead')).toBe(true);
  });

  it('is given back to the model only by a person who saw what stands', async () => {
    await expect(decide(null, '情况属实')).rejects.toMatchObject({ kind: 'conflict' });
    const [first] = (await alert()).decisions;
    await decide(null, '情况属实', first!.id);
    const { personTier, changes } = await alert();
    expect(personTier).toBeNull();
    expect(changes.at(-1)).toMatchObject({ kind: 'upgraded', source: 'person' });
  });

  it('ends in an outcome from which precision, lead time and examples are learnt', async () => {
    clock.goTo('2026-12-03T09:00:00+08:00');
    await house.cases.recordOutcome({
      entity: FIRM,
      verdict: 'confirmed',
      scheme: 'illegal-fundraising',
      exposedOn: '2026-12-01',
      losses: 1_500_000,
      people: 40,
      by: '李某',
      because: '公安机关已立案',
      seen: null,
    });
    const report = await house.cases.report.run({ from: null, to: null, samples: false });
    // The alert was a person's: the model gets neither credit nor blame for it.
    expect(report).toMatchObject({ alerts: 0, byPerson: 1 });
    const { examples } = examplesOf(await house.cases.outcomes.texts(false));
    expect(new Set(examples.map((e) => e.group)).size).toBe(1);
    const all = examples.map((e) => e.text).join('\n');
    expect(all).toContain('承诺保本保息');
    expect(all).not.toMatch(/赵小明|钱小红|孙小刚|13812345678|星河聚财/);
  });
});
