import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Assessing } from '../../assessment/src/testing/assessing.contract.js';
import { NOW, feedRecord, mention, signal } from '../../assessment/src/testing/judged.js';
import { book } from '../../editions/src/testing/edition-store.contract.js';
import { hours } from '@risk/kit';
import { EngineTexts } from './engine-texts.js';
import { PgEditions } from './pg-editions.js';
import { PgRefresh } from './pg-refresh.js';
import { PgReplay } from './pg-replay.js';
import { PgShadow, type ShadowVerdict } from './pg-shadow.js';
import { PgUnitOfWork } from './pg-unit-of-work.js';
import { emptyPgBed } from './testing/pg-bed.js';
import { storeDatabase } from './testing/store-database.js';

let db: Awaited<ReturnType<typeof storeDatabase>>;
beforeAll(async () => {
  db = await storeDatabase();
});
afterAll(() => db.drop());

const later = (n: number): Date => new Date(NOW.getTime() + hours(n));

describe('the texts of engines', () => {
  it('are kept once under their version, and read as they were', async () => {
    const texts = new EngineTexts(db.database);
    const work = new PgUnitOfWork(db.database);
    const text = {
      kind: 'lexicon' as const,
      version: 'v1',
      content: [{ name: 'a', content: '保本' }],
    };
    expect(await texts.has('lexicon', 'v1')).toBe(false);
    await work.run((tx) => texts.keep(tx, text, NOW));
    await work.run((tx) => texts.keep(tx, { ...text, content: '别的' }, later(1)));
    expect(await texts.has('lexicon', 'v1')).toBe(true);
    expect(await texts.read('lexicon', 'v1')).toEqual(text.content);
    expect(await texts.read('rules', 'v1')).toBeNull();
  });
});

describe('a shadow', () => {
  const shadow = (): PgShadow => new PgShadow(db.database);
  let id: string;
  let desk: Assessing;
  const work = (): PgUnitOfWork => new PgUnitOfWork(db.database);

  beforeEach(async () => {
    desk = new Assessing(await emptyPgBed(db.database));
    const draft = { origin: 'person' as const, title: '甲', by: '张三', because: '试验', at: NOW };
    id = await work().run((tx) =>
      new PgEditions(db.database).draft(
        tx,
        { ...draft, rules: 'r', scoring: 's', lexicon: null },
        book('r'),
      ),
    );
  });

  const verdict = (entityId: string, more: Partial<ShadowVerdict> = {}): ShadowVerdict => ({
    entityId,
    score: 61,
    tier: 'orange',
    scoreNow: 44,
    tierNow: 'yellow',
    reasons: [],
    ...more,
  });

  it('sees what came since it last looked, whole moments at a time', async () => {
    await desk.complaint('c1');
    desk.clock.advance(hours(1));
    await desk.complaint('c2', {}, { mentions: [mention(['name:乙'])] });
    await desk.complaint('c3', {}, { mentions: [mention(['name:丙'], { role: 'publisher' })] });
    const first = await shadow().news(new Date(0), later(9), 1);
    expect(first).toMatchObject({ records: 1, seenUntil: NOW, roots: ['1'] });
    const second = await shadow().news(NOW, later(9), 1);
    expect(second).toMatchObject({ seenUntil: later(1), roots: ['2'] });
    expect(await shadow().news(later(1), later(9), 1)).toBeNull();
    expect(await shadow().news(NOW, NOW, 9)).toBeNull();
  });

  it('is looked after by one process at a time', async () => {
    await work().run(async (tx) => {
      const held = await shadow().hold(tx, id, NOW);
      expect(held).toEqual({ records: 0, seenUntil: NOW });
    });
    await work().run(async (tx) => {
      await shadow().hold(tx, id, NOW);
      await work().run(async (other) => {
        expect(await shadow().hold(other, id, NOW)).toBeNull();
      });
    });
  });

  it('keeps the last word on each entity, and tells where it clearly differs', async () => {
    for (const name of ['甲', '乙', '丙'])
      await desk.complaint(name, {}, { mentions: [mention([`name:${name}`])] });
    const news = { records: 3, seenUntil: later(1) };
    const alike = { tier: 'yellow' as const, tierNow: 'yellow' as const, scoreNow: 44 };
    await work().run(async (tx) => {
      await shadow().hold(tx, id, NOW);
      await shadow().keep(tx, id, [verdict('1'), verdict('2', { ...alike, score: 46 })], news, NOW);
      await shadow().keep(tx, id, [verdict('1', { score: 70 })], news, later(1));
      await shadow().keep(tx, id, [verdict('3', { ...alike, score: 49.5 })], news, later(1));
    });
    expect(await shadow().progress(id)).toEqual({ records: 9, seenUntil: later(1), entities: 3 });
    expect(await shadow().differences(id)).toMatchObject([
      { entityId: '1', name: '甲', score: 70, tierNow: 'yellow', at: later(1) },
      { entityId: '3', name: '丙', score: 49.5 },
    ]);
    expect(await shadow().progress('999')).toBeNull();
  });
});

describe('what a replay reads', () => {
  it('is what is in force and happened within the period, in order of arrival', async () => {
    const desk = new Assessing(await emptyPgBed(db.database));
    await desk.complaint('old', { occurredAt: new Date('2025-01-01T00:00:00Z') });
    await desk.complaint('c1', { payload: { text: '甲' } });
    await desk.complaint('c1', { payload: { text: '乙' }, occurredAt: NOW });
    await desk.complaint('gone', { operation: 'withdraw' });
    await desk.complaint('c2', { occurredAt: NOW });
    const replay = new PgReplay(db.database);
    const period = { from: new Date('2026-01-01T00:00:00Z'), to: NOW };
    const { records, ids } = await replay.measure(period);
    expect([records, ids]).toEqual([2, ['2', '5']]);
    const stored = await replay.read(ids, period);
    expect(stored.map(({ recordId, record }) => [recordId, record.payload])).toEqual([
      ['3', { text: '乙' }],
      ['5', { text: '甲' }],
    ]);
    expect(stored[0]?.record).toMatchObject({ feed: 'complaint', reporterKey: null });
  });

  it('names whom records accuse, and who lives on their signals', async () => {
    const desk = new Assessing(await emptyPgBed(db.database));
    const head = mention(['uscc:H', 'name:总公司'], { role: 'subject' });
    const branch = mention(['name:总公司分部'], {
      role: 'subject',
      parentKeys: [{ kind: 'name', value: '总公司' }],
    });
    await desk.hear({ record: feedRecord('registration', 'h'), mentions: [head], signals: [] });
    await desk.hear({ record: feedRecord('registration', 'b'), mentions: [branch], signals: [] });
    await desk.complaint('c', {}, { mentions: [head], signals: [signal('x')] });
    await desk.complaint('p', {}, { mentions: [mention(['name:报社'], { role: 'publisher' })] });
    expect(await new PgReplay(db.database).rootsAbout(['3', '4'])).toEqual(['1', '2']);
  });
});

describe('a refresh', () => {
  it('goes through those with an index, in order, and is remembered until another is done', async () => {
    const desk = new Assessing(await emptyPgBed(db.database));
    for (const name of ['甲', '乙', '丙'])
      await desk.complaint(
        name,
        {},
        {
          mentions: [mention([`name:${name}`])],
          signals: name === '乙' ? [] : [signal('x')],
        },
      );
    const refresh = new PgRefresh(db.database);
    expect(await refresh.indexedAfter('0', 9)).toEqual(['1', '3']);
    expect(await refresh.indexedAfter('1', 9)).toEqual(['3']);
    expect(await refresh.indexedAfter('0', 1)).toEqual(['1']);
    await refresh.done('indices 1', NOW);
    expect(await refresh.isDone('indices 1')).toBe(true);
    await refresh.done('indices 2', NOW);
    expect(await refresh.isDone('indices 1')).toBe(false);
  });
});
