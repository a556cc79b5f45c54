import { beforeEach, describe, expect, it } from '@jest/globals';
import type { UnitOfWork } from '@risk/kit';
import { FakeClock } from '../../../kit/src/testing/fake-clock.js';
import { AdvanceEdition } from '../advance-edition.js';
import { DraftEdition } from '../draft-edition.js';
import type { RuleBook, StepKind } from '../index.js';
import { BookChecker, type EditionStore } from '../ports.js';
import { SettleFolder } from '../settle-folder.js';

/** Where the use cases of editions work. */
export interface EditionBed {
  readonly store: EditionStore;
  readonly work: UnitOfWork;
}

/** A book whose versions say what is in it. */
export const book = (rules: string, scoring = 's1', lexicon: string | null = null): RuleBook => ({
  rules: [{ name: 'rules/a.yaml', content: { rules } }],
  scoring: { name: 'scoring.yaml', content: { scoring } },
  lexicon: lexicon === null ? null : [{ name: 'lexicon/a.yaml', content: { lexicon } }],
});

class ByContent extends BookChecker {
  check({ rules, scoring, lexicon }: RuleBook) {
    const said = (file: { readonly content: unknown } | undefined, key: string): string =>
      String((file?.content as Record<string, unknown> | undefined)?.[key]);
    return Promise.resolve({
      rules: said(rules[0], 'rules'),
      scoring: said(scoring, 'scoring'),
      lexicon: lexicon === null ? null : said(lexicon[0], 'lexicon'),
    });
  }
}

/** What the life of editions comes to, over whatever store. */
export function promisesOfEditions(open: () => Promise<EditionBed>): void {
  let bed: EditionBed;
  let clock: FakeClock;
  beforeEach(async () => {
    bed = await open();
    clock = new FakeClock();
  });
  const settle = (rules: string, scoring = 's1') =>
    new SettleFolder(bed.store, bed.work, clock).run(book(rules, scoring), {
      ...{ rules, scoring, lexicon: null },
    });
  const draft = (rules: string, by = '张三', lexicon: string | null = null) =>
    new DraftEdition(new ByContent(), bed.store, bed.work, clock).run({
      book: book(rules, 's1', lexicon),
      title: `版本 ${rules}`,
      by,
      because: '试验新规则',
    });
  const advance = (editionId: string, kind: StepKind, by = '张三', urgent = true) =>
    new AdvanceEdition(bed.store, bed.work, clock).run({
      editionId,
      kind,
      by,
      because: '按计划进行',
      urgent,
    });
  async function published(rules: string, lexicon: string | null = null) {
    const { id } = await draft(rules, '张三', lexicon);
    await advance(id, 'backtested');
    return advance(id, 'published', '李四');
  }

  describe('the configuration folder', () => {
    it('is in force from the first opening on, and once', async () => {
      expect(await bed.store.inForce()).toBeNull();
      const first = await settle('r1');
      expect(first).toMatchObject({ remark: null, edition: { rules: 'r1', origin: 'folder' } });
      await settle('r1');
      expect(await bed.store.list()).toHaveLength(1);
      expect(await bed.store.inForce()).toMatchObject({ id: first.edition.id, inForce: true });
    });

    it('comes into force when it changes, as long as nobody published', async () => {
      await settle('r1');
      expect((await settle('r2')).edition.rules).toBe('r2');
      expect((await settle('r2', 's2')).edition.scoring).toBe('s2');
      expect((await bed.store.list()).map(({ inForce }) => inForce)).toEqual([true, false, false]);
    });

    it('is only a proposal once somebody published, and says so', async () => {
      await settle('r1');
      const { id } = await published('r2');
      const settled = await settle('r3');
      expect(settled.edition.id).toBe(id);
      expect(settled.remark).toContain('版本 r2');
      expect(await settle('r2')).toMatchObject({ remark: null });
    });

    it('says nothing of its rules where the published edition only has words of its own', async () => {
      await settle('r1');
      const { id } = await published('r1', 'l2');
      expect(await settle('r1')).toMatchObject({ remark: null, edition: { id, lexicon: 'l2' } });
    });
  });

  describe('an edition', () => {
    it('is kept with its texts and every step, who took it and why', async () => {
      await settle('r1');
      const { id } = await published('r2');
      const kept = await bed.store.find(id);
      expect(kept).toMatchObject({ title: '版本 r2', draftedBy: '张三', inForce: true });
      expect(kept?.steps.map(({ kind, by, because }) => [kind, by, because])).toEqual([
        ['drafted', '张三', '试验新规则'],
        ['backtested', '张三', '按计划进行'],
        ['published', '李四', '按计划进行'],
      ]);
      expect(kept?.steps[2]).toMatchObject({ at: clock.now(), detail: { urgent: true } });
      const versions = { rules: 'r2', scoring: 's1', lexicon: null };
      expect(await bed.store.bookOf(versions)).toEqual(book('r2'));
      expect(await bed.store.bookOf({ ...versions, rules: 'r9' })).toBeNull();
    });

    it('may have words of its own, which later drafts take along', async () => {
      await settle('r1');
      const { id } = await published('r2', 'l2');
      const kept = await bed.store.find(id);
      expect(kept).toMatchObject({ rules: 'r2', lexicon: 'l2' });
      expect(await bed.store.bookOf(kept!)).toEqual(book('r2', 's1', 'l2'));
      expect(await draft('r3')).toMatchObject({ rules: 'r3', lexicon: 'l2' });
      await expect(draft('r2')).rejects.toThrow('完全相同');
      expect(await draft('r2', '张三', 'l3')).toMatchObject({ lexicon: 'l3' });
    });

    it('that was in force can be gone back to', async () => {
      const { edition } = await settle('r1');
      const { id } = await published('r2');
      await expect(advance(id, 'rolled-back')).rejects.toThrow('正在使用');
      expect(await advance(edition.id, 'rolled-back')).toMatchObject({ inForce: true });
      expect(await bed.store.find(id)).toMatchObject({ inForce: false });
    });

    it('is refused with its reason, and nothing is kept of the attempt', async () => {
      await settle('r1');
      const { id } = await draft('r2');
      await expect(advance(id, 'published', '李四')).rejects.toMatchObject({ kind: 'conflict' });
      expect((await bed.store.find(id))?.steps).toHaveLength(1);
      await expect(advance('999', 'published')).rejects.toMatchObject({ kind: 'not-found' });
      await expect(advance('x', 'published')).rejects.toMatchObject({ kind: 'not-found' });
    });

    it('like the one in force is no draft', async () => {
      await settle('r1');
      await expect(draft('r1')).rejects.toThrow('完全相同');
      await expect(draft('r2', ' ')).rejects.toThrow('起草人');
    });

    it('drafted without scoring takes along that of the one in force', async () => {
      const drafting = new DraftEdition(new ByContent(), bed.store, bed.work, clock);
      const { rules } = book('r2');
      const wish = {
        book: { rules, scoring: null, lexicon: null },
        title: '甲',
        by: '张三',
        because: '试验',
      };
      await expect(drafting.run(wish)).rejects.toMatchObject({ kind: 'not-found' });
      await settle('r1', 's7');
      expect(await drafting.run(wish)).toMatchObject({ rules: 'r2', scoring: 's7' });
    });

    it('says beforehand whether a step would be taken, and takes none', async () => {
      await settle('r1');
      const { id } = await draft('r2');
      const advancing = new AdvanceEdition(bed.store, bed.work, clock);
      const wish = { editionId: id, kind: 'backtested' as const, by: '张三', because: '看看影响' };
      expect(await advancing.allowed(wish)).toMatchObject({ kind: 'backtested', at: clock.now() });
      await expect(advancing.allowed({ ...wish, by: ' ' })).rejects.toThrow('经办人');
      await expect(advancing.allowed({ ...wish, editionId: '999' })).rejects.toThrow('没有版本');
      expect((await bed.store.find(id))?.steps).toHaveLength(1);
    });

    it('is listed newest first', async () => {
      await settle('r1');
      await draft('r2');
      await draft('r3');
      expect((await bed.store.list()).map(({ rules }) => rules)).toEqual(['r3', 'r2', 'r1']);
    });
  });
}
