import { expect, it } from '@jest/globals';
import { hours, type UnitOfWork } from '@risk/kit';
import { FakeClock } from '../../../kit/src/testing/fake-clock.js';
import { ApproveLook } from '../vault/approve-look.js';
import { Look } from '../vault/look.js';
import type { VaultLooks } from '../vault/ports.js';
import { RequestLook, type LookWish } from '../vault/request-look.js';

/** A vault in which two reporters lie: `records` are their records, the third has none. */
export interface VaultBed {
  readonly looks: VaultLooks;
  readonly work: UnitOfWork;
  readonly records: readonly [string, string, string];
}

/** What every vault promises about looks; the fake and the real one both pass it. */
export function promisesOfVaultLooks(open: () => Promise<VaultBed>): void {
  const begin = async () => {
    const { looks, work, records } = await open();
    const clock = new FakeClock();
    const policy = { units: ['jrb', 'gaj'], lasts: hours(24) };
    const [asking, approving, looking] = [
      new RequestLook(looks, policy, clock),
      new ApproveLook(looks, policy, clock),
      new Look(looks, clock),
    ];
    const ask = (more: Partial<LookWish> = {}) =>
      work.run((tx) =>
        asking.run(tx, {
          by: '张某',
          unit: 'jrb',
          because: '核实投诉人是否愿意作证，案号（虚构）1',
          recordIds: [records[0]],
          ...more,
        }),
      );
    const approve = (requestId: string, by = '李某', unit = 'gaj') =>
      work.run((tx) => approving.run(tx, { requestId, by, unit, because: '同意' }));
    const look = (requestId: string, by = '张某') =>
      work.run((tx) => looking.run(tx, { requestId, by }));
    return { looks, records, clock, ask, approve, look };
  };

  it('shows a reporter after a second person agreed, and keeps each look', async () => {
    const { looks, records, ask, approve, look } = await begin();
    const { id } = await ask({ recordIds: [records[0], records[1], records[0]] });
    const { approval } = await approve(id);
    expect(approval).toMatchObject({ by: '李某', unit: 'gaj', because: '同意' });
    const seen = await look(id);
    expect(seen.map(({ recordId }) => recordId)).toEqual([records[0], records[1]]);
    expect(seen[0]).toMatchObject({
      reporter: { name: '王举报', phone: '13900001111' },
      secret: false,
    });
    await look(id);
    const [last] = await looks.requests(10);
    expect(last).toMatchObject({ id, by: '张某', approval: { by: '李某' } });
    const kept = await looks.looks(10);
    expect(kept).toHaveLength(4);
    expect(kept[0]).toMatchObject({ requestId: id, by: '张某', unit: 'jrb', approvedBy: '李某' });
    expect(kept.map(({ because }) => because)).toEqual(
      Array<string>(4).fill('核实投诉人是否愿意作证，案号（虚构）1'),
    );
  });

  it('shows nothing before', async () => {
    const { looks, ask, look } = await begin();
    const { id } = await ask();
    await expect(look(id)).rejects.toMatchObject({ kind: 'conflict' });
    expect(await looks.looks(10)).toEqual([]);
  });

  it.each(['张某', ' 张 某', '张某\u3000', '张某\u200b'])(
    'is not approved by who asked: %j',
    async (by) => {
      const { ask, approve } = await begin();
      const { id } = await ask();
      await expect(approve(id, by)).rejects.toMatchObject({ kind: 'forbidden' });
    },
  );

  it('is looked at only by who asked', async () => {
    const { ask, approve, look } = await begin();
    const { id } = await ask();
    await approve(id);
    await expect(look(id, '李某')).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(look(id, '张某\u200b')).rejects.toMatchObject({ kind: 'forbidden' });
  });

  it('takes a second consent of the same person calmly and tells another of the first', async () => {
    const { ask, approve } = await begin();
    const { id } = await ask();
    const first = await approve(id);
    expect(await approve(id)).toEqual(first);
    const second = approve(id, '赵某');
    await expect(second).rejects.toMatchObject({ kind: 'conflict' });
    await expect(second).rejects.toThrow('已由 李某');
  });

  it('ends after a day, for good', async () => {
    const { clock, ask, approve, look } = await begin();
    const { id } = await ask();
    await approve(id);
    clock.advance(hours(24) - 1);
    expect(await look(id)).toHaveLength(1);
    clock.advance(1);
    await expect(look(id)).rejects.toThrow('过期');
    await expect(approve(id)).rejects.toThrow('过期');
  });

  it.each<[string, Partial<LookWish>, string]>([
    ['a unit without business', { unit: 'czj' }, 'unit：'],
    ['no reason', { because: ' ' }, 'because：'],
    ['a reason of nine characters', { because: '一二三四五六七八九' }, '至少 10 个字'],
    ['no name', { by: '' }, 'by：'],
    ['no record', { recordIds: [] }, 'recordIds：'],
    ['21 records', { recordIds: Array.from({ length: 21 }, (_, n) => `${n}`) }, '最多 20 条'],
    ['a record that nobody knows', { recordIds: ['987654'] }, '987654'],
  ])('refuses %s', async (_what, more, says) => {
    const { ask } = await begin();
    await expect(ask(more)).rejects.toThrow(says);
  });

  it('refuses a record without a reporter and a request that is not there', async () => {
    const { records, ask, approve, look } = await begin();
    await expect(ask({ recordIds: [records[2]] })).rejects.toThrow('没有密封');
    await expect(approve('987654')).rejects.toMatchObject({ kind: 'not-found' });
    await expect(look('x')).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('refuses the consent of a unit without business', async () => {
    const { ask, approve } = await begin();
    await expect(approve((await ask()).id, '李某', 'czj')).rejects.toThrow('unit：');
  });
}
