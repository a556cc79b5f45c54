import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Bulletin, Content, NewBulletin, PressedFile } from '@risk/bulletins';
import { FEEDS } from '@risk/domain';
import type { Database } from '../database.js';
import { PgTelling } from '../life/pg-telling.js';
import { PgUnitOfWork } from '../pg-unit-of-work.js';
import { removeSamples } from '../remove-samples.js';
import { storeDatabase } from '../testing/store-database.js';
import { noticeDraft } from '../../../alerting/src/testing/notices.js';
import { PgBulletins } from './pg-bulletins.js';

const AT = new Date('2026-11-27T08:30:10+08:00');

const content = (text = '一切如常'): Content => ({
  heading: {
    ...{ name: '日报', title: '11月27日情况', unit: '金融办', date: '2026-11-27' },
    ...{ samples: false, correction: null, covers: '统计时段' },
  },
  composition: {
    body: [{ kind: 'paragraph', text }],
    ...{ sheets: [], figures: [], broken: [], isQuiet: true, named: [] },
  },
});

const daily = (slot: string, more: Partial<NewBulletin> = {}): NewBulletin => ({
  ...{ kind: 'daily', slot, scope: 'city', samples: false, revision: 0, title: slot, year: 2026 },
  span: { since: new Date(`${slot}T00:00:00Z`), until: new Date(`${slot}T12:00:00Z`) },
  ...{ corrects: null, content: content(), composedAt: AT },
  ...more,
});

const file = (name: string): PressedFile => ({
  ...{ name, role: 'document', mediaType: 'text/plain', size: 3, bytes: Buffer.from('abc') },
  ...{ sha256: 'a'.repeat(64), sm3: 'b'.repeat(64) },
});

const step = (kind: 'composed' | 'issued') => ({ kind, by: '平台', because: '到期', at: AT });

describe('bulletins in PostgreSQL', () => {
  let database: Database;
  let made: Awaited<ReturnType<typeof storeDatabase>>;
  let store: PgBulletins;
  let work: PgUnitOfWork;

  beforeAll(async () => {
    made = await storeDatabase();
    ({ database } = made);
    [store, work] = [new PgBulletins(database), new PgUnitOfWork(database)];
  });
  afterAll(() => made.drop());

  const keep = (bulletin: NewBulletin): Promise<Bulletin | null> =>
    work.run((tx) => store.keep(tx, bulletin));
  const issue = (id: string, name = '日报.docx'): Promise<number> =>
    work.run(async (tx) => {
      const number = await store.number(tx, id);
      await store.keepFiles(tx, id, [file(name)]);
      await store.move(tx, id, 'issued', [step('composed'), step('issued')]);
      return number;
    });
  const issued = async (bulletin: NewBulletin): Promise<string> => {
    const kept = await keep(bulletin);
    await issue(kept!.id);
    return kept!.id;
  };

  it('keeps an edition once, also when two clocks compose it at the same time', async () => {
    const both = await Promise.all([keep(daily('2026-01-05')), keep(daily('2026-01-05'))]);
    expect(both.filter((one) => one !== null)).toHaveLength(1);
    expect(await keep(daily('2026-01-05'))).toBeNull();
    const told = async (samples: boolean) =>
      (await store.latest(samples)).get('daily city') ?? null;
    expect(await told(false)).toEqual(new Date('2026-01-05T12:00:00Z'));
    expect(await told(true)).toBeNull();
  });

  it('numbers what is issued without a gap, also at the same time; a correction bears the number of the first', async () => {
    const scope = 'region:431002';
    const ids = await Promise.all(
      ['2026-02-02', '2026-02-03', '2026-02-04', '2026-02-05'].map(
        async (slot) => (await keep(daily(slot, { scope })))!.id,
      ),
    );
    // The second is never issued: no number is lost by it.
    const numbers = await Promise.all([ids[0]!, ids[2]!, ids[3]!].map((id) => issue(id)));
    expect(numbers.sort()).toEqual([1, 2, 3]);
    const correction = daily('2026-02-02', { scope, revision: 1, corrects: ids[0]! });
    const corrected = await keep(correction);
    const first = await store.find(ids[0]!);
    expect(await issue(corrected!.id)).toBe(first!.number);
  });

  it('is found whole: content, files without their bytes, steps in order', async () => {
    const id = await issued(daily('2026-03-02'));
    const whole = await store.find(id);
    expect(whole).toMatchObject({ state: 'issued', issuedAt: AT, content: content() });
    expect(whole!.files.map(({ name }) => name)).toEqual(['日报.docx']);
    expect(whole!.steps.map(({ kind }) => kind)).toEqual(['composed', 'issued']);
    expect((await store.file(id, '日报.docx'))?.bytes).toEqual(Buffer.from('abc'));
    expect(await store.file(id, '别的')).toBeNull();
    expect(await store.find('999999')).toBeNull();
  });

  it.each([
    ['its text', `update bulletin set content = '{}' where id = $1`],
    ['its state', `update bulletin set state = 'draft', issued_at = null where id = $1`],
    ['itself', 'delete from bulletin where id = $1'],
    ['a file', `update bulletin_file set bytes = '' where bulletin_id = $1`],
    ['a file away', 'delete from bulletin_file where bulletin_id = $1'],
    ['what was done', 'delete from bulletin_step where bulletin_id = $1'],
  ])('nobody changes or takes away %s of what was issued', async (_what, sql) => {
    const slot = `2026-04-${String(_what.length + 10)}`;
    const id = (await issuedOnce(slot)) ?? '';
    await expect(database.rows(sql, [id])).rejects.toThrow();
  });

  async function issuedOnce(slot: string): Promise<string | undefined> {
    const kept = await keep(daily(slot));
    if (kept) await issue(kept.id);
    const key = { kind: 'daily', slot, scope: 'city', samples: false, revision: 0 } as const;
    return (await store.findKey(key))?.id;
  }

  it('a draft may be composed anew, and what lacks a part is listed until it is whole', async () => {
    const broken = content();
    const lacking = { ...broken.composition, broken: [{ section: '数据接入', why: '超时' }] };
    const draft = await keep(daily('2026-05-04', { content: { ...broken, composition: lacking } }));
    expect((await store.unfinished(5)).map(({ id }) => id)).toContain(draft!.id);
    await work.run((tx) => store.replace(tx, draft!.id, content('补齐了'), AT));
    expect((await store.unfinished(5)).map(({ id }) => id)).not.toContain(draft!.id);
  });

  it('is found by words as they stand, whatever signs are among them', async () => {
    const id = await issued(daily('2026-06-01', { content: content('收益100%_保本') }));
    await issued(daily('2026-06-02', { content: content('收益1000保本') }));
    const found = async (words: string) => {
      const question = { kind: null, scope: null, state: null, before: null, limit: 50 };
      return (await store.list({ ...question, words })).map((one) => one.id);
    };
    expect(await found('100%_保')).toEqual([id]);
    expect(await found('没有这些字')).toEqual([]);
  });

  it('tells who got it, and who showed the receipt that only they were given', async () => {
    const id = await issued(daily('2026-07-01'));
    const carried = { id, receipt: 'r'.repeat(24) };
    const draft = noticeDraft({ kind: 'bulletin', step: `bulletin:${id}`, bulletin: carried });
    await work.run((tx) => new PgTelling().keepNotices(tx, [draft, draft], AT));
    const [reader, ...more] = await store.readersOf(id);
    expect(more).toEqual([]);
    expect(reader).toMatchObject({ state: 'pending', readAt: null, title: '联络员' });
    const { noticeId } = reader!;
    expect(await store.markRead(noticeId, 'x'.repeat(24), AT)).toBeNull();
    expect((await store.receiptOf(noticeId, carried.receipt))?.readAt).toBeNull();
    expect((await store.markRead(noticeId, carried.receipt, AT))?.readAt).toEqual(AT);
    const later = new Date(AT.getTime() + 60_000);
    expect((await store.markRead(noticeId, carried.receipt, later))?.readAt).toEqual(AT);
  });

  it('samples go with all that was made of them, and nothing else does', async () => {
    const real = await issued(daily('2026-08-03'));
    const sample = await issued(daily('2026-08-03', { samples: true }));
    await work.run((tx) => removeSamples(tx, [...FEEDS]));
    expect(await store.find(sample)).toBeNull();
    expect(await store.find(real)).not.toBeNull();
  });
});
