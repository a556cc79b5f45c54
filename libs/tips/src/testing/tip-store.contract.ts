import { expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import type { UnitOfWork } from '@risk/kit';
import type { TipDraft, TipStore } from '../ports.js';
import { checkedTipFiles } from '../tip-file.js';

/** A store of reports. */
export interface TipBed {
  readonly store: TipStore;
  readonly work: UnitOfWork;
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
export const NOON = new Date('2026-11-02T12:00:00+08:00');
export const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1]);

export const tipDraft = (name = 'a', more: Partial<TipDraft> = {}): TipDraft => ({
  ...{ code: digest(`code ${name}`), form: digest(`form ${name}`), mark: `mark ${name}` },
  ...{ source: 'public-report', sourceId: `id-${name}`, regionCode: '431002' },
  ...{ isAnonymous: true, at: NOON },
  ...more,
});

/** What every store of reports promises; the fake and the real one both pass it. */
export function promisesOfTipStore(open: () => Promise<TipBed>): void {
  const begin = async () => {
    const { store, work } = await open();
    const keep = (draft: TipDraft, files: Uint8Array[] = []) => {
      const checked = checkedTipFiles(
        files.map((bytes) => ({ bytes })),
        { most: 5, eachBytes: 1000 },
      );
      return work.run((tx) => store.keep(tx, draft, checked));
    };
    const review = (tipId: string, by = '张某') =>
      work.run((tx) => store.review(tx, { tipId, by, because: '已核实，无风险', at: NOON }));
    return { store, keep, review };
  };

  it('knows a report by its code, and nobody else', async () => {
    const { store, keep } = await begin();
    expect(await keep(tipDraft(), [PNG])).toBe(true);
    expect(await store.fateOf(tipDraft().code)).toEqual({
      ...{ receivedAt: NOON, stages: [], hasOutcome: false, isReviewed: false },
    });
    expect(await store.fateOf(digest('nobody'))).toBeNull();
  });

  it('takes one report of a form', async () => {
    const { store, keep } = await begin();
    await keep(tipDraft());
    expect(await keep(tipDraft('b', { form: tipDraft().form }))).toBe(false);
    expect(await store.fateOf(tipDraft('b').code)).toBeNull();
    expect(await store.markOfForm(tipDraft().form)).toBe('mark a');
    expect(await store.markOfForm(tipDraft('b').form)).toBeNull();
  });

  it('finds the same report again, if it is not too old', async () => {
    const { store, keep } = await begin();
    await keep(tipDraft());
    await keep(tipDraft('b', { mark: 'mark a', sourceId: 'id-a' }));
    expect(await store.sameSince('mark a', NOON)).toBe('id-a');
    expect(await store.sameSince('mark a', new Date(NOON.getTime() + 1))).toBeNull();
    expect(await store.sameSince('mark c', NOON)).toBeNull();
  });

  it('is laid down once', async () => {
    const { store, keep, review } = await begin();
    await keep(tipDraft());
    expect(await review('1')).toBe(true);
    expect(await review('1', '李某')).toBe(false);
    expect(await store.fateOf(tipDraft().code)).toMatchObject({ isReviewed: true });
  });
}
