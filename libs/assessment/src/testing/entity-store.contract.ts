import { describe, expect, it } from '@jest/globals';
import type { EntityProfile, Founding } from '../ports.js';
import { NOW, daysAgo, founder, key, profile as profileOf, signal, sumIndex } from './judged.js';
import { Story, type KnowledgeBed } from './knowledge-bed.js';

const CODED = ['uscc:91431002MA4L000017', 'name:郴州鑫源投资'];
const DRAFT = ['name:郴州鑫源投资@4310'];

const profile = (entityId: string, more: Partial<EntityProfile> = {}): EntityProfile =>
  profileOf(entityId, { name: '郴州鑫源投资有限公司', ...more });

/** What every entity store promises; the fake and the real one both pass it. */
export function promisesOfEntityStore(open: () => Promise<KnowledgeBed>): void {
  const begin = async (): Promise<Story> => new Story(await open());
  const describeIt = (story: Story, ...profiles: EntityProfile[]) =>
    story.bed.work.run((tx) => story.bed.entities.describe(tx, profiles, NOW));
  const candidates = (story: Story, ...keys: string[]) =>
    story.bed.work.run((tx) => story.bed.entities.candidates(tx, keys.map(key)));

  describe('founding', () => {
    it('happens once for one identity, whatever it is called in the batch', async () => {
      const { bed } = await begin();
      const found = (...handles: string[]) =>
        bed.work.run((tx) =>
          bed.entities.found(
            tx,
            handles.map((handle) => founder([`name:${handle.slice(-1)}`], { handle })),
            NOW,
          ),
        );
      const first = await found('x-a', 'x-b');
      const second = await found('y-b', 'y-c', 'y-a');
      const idsOf = ({ idOf }: Founding, ...handles: string[]) => handles.map((h) => idOf.get(h));
      expect(new Set(first.idOf.values()).size).toBe(2);
      expect(first.fresh).toEqual(new Set(first.idOf.values()));
      expect(idsOf(second, 'y-a', 'y-b')).toEqual(idsOf(first, 'x-a', 'x-b'));
      expect([...first.idOf.values()]).not.toContain(second.idOf.get('y-c'));
      expect([...second.fresh]).toEqual(idsOf(second, 'y-c'));
    });

    it('keeps who it is and leaves an earlier founder’s word alone', async () => {
      const story = await begin();
      const id = await story.found(...CODED);
      await story.bed.work.run((tx) =>
        story.bed.entities.found(tx, [founder(CODED, { name: '另一个名字' })], NOW),
      );
      expect(await story.state(id)).toMatchObject({
        entityId: id,
        name: '郴州鑫源投资',
        uscc: '91431002MA4L000017',
        regionCode: '431002',
        sample: false,
        signals: [],
        feeds: [],
        formerScore: 0,
        formerTier: 'none',
      });
    });
  });

  describe('candidates', () => {
    it('are those that share a key, with the keys they share', async () => {
      const story = await begin();
      const a = await story.found(...CODED, 'phone:07351234567');
      await story.found('name:别家', 'phone:13900000000');
      const found = await candidates(story, 'name:郴州鑫源投资', 'phone:07351234567', 'phone:1');
      expect(found).toHaveLength(1);
      expect(found[0]).toMatchObject({
        entityId: a,
        uscc: '91431002MA4L000017',
        provisional: false,
        foldedName: '郴州鑫源投资',
        regionCode: '431002',
      });
      expect(new Set(found[0]?.matchedKeys.map((k) => k.kind))).toEqual(new Set(['name', 'phone']));
    });

    it('are nobody for keys that nobody has, and for no keys', async () => {
      const story = await begin();
      await story.found(...CODED);
      expect(await candidates(story, 'uscc:郴州鑫源投资', 'name:91431002MA4L000017')).toEqual([]);
      expect(await candidates(story)).toEqual([]);
    });

    it('are found under keys learnt later', async () => {
      const story = await begin();
      const entityId = await story.found(...CODED);
      for (const _time of [1, 2]) {
        await story.bed.work.run((tx) =>
          story.bed.entities.addKeys(tx, [{ entityId, key: key('website:xinyuan.example') }], NOW),
        );
      }
      const [only] = await candidates(story, 'website:xinyuan.example');
      expect(only).toMatchObject({ entityId, matchedKeys: [key('website:xinyuan.example')] });
    });
  });

  describe('a description', () => {
    it('is the latest word on each point; what it does not say stays', async () => {
      const story = await begin();
      const id = await story.found(...CODED);
      await describeIt(
        story,
        profile(id, { name: '旧名', address: '旧址', establishedOn: '2020-01-02' }),
        profile(id, { name: '新名', address: '新址', regionCode: '431003' }),
      );
      await describeIt(story, profile(id, { name: '更新的名', businessAddress: '经营场所' }));
      expect(await story.state(id)).toMatchObject({
        name: '更新的名',
        address: '新址',
        businessAddress: '经营场所',
        regionCode: '431003',
        facts: { establishedOn: '2020-01-02' },
      });
    });
  });

  describe('a provisional entity that merges', () => {
    it('is found under the other from then on, with its keys and signals', async () => {
      const story = await begin();
      const draft = await story.found(...DRAFT, 'phone:07351234567');
      await story.complaint(draft, 'c1');
      const coded = await story.found(...CODED);
      expect(await story.counting(coded)).toEqual({});
      await story.merge(draft, coded);
      expect(await story.counting(coded)).toEqual({ s: 40 });
      expect(await candidates(story, 'phone:07351234567')).toMatchObject([{ entityId: coded }]);
      expect(await story.rootsOf(draft)).toEqual([coded]);
      await story.complaint(draft, 'c2', {}, { signals: [signal('t')] });
      expect(await story.counting(coded)).toEqual({ s: 40, t: 40 });
    });

    it('takes along those that were merged into it before', async () => {
      const story = await begin();
      const [a, b, c] = [
        await story.found('name:a'),
        await story.found('name:b'),
        await story.found('name:c'),
      ];
      await story.merge(a, b);
      await story.merge(b, c);
      expect(await story.rootsOf(a, b, c)).toEqual([c]);
    });

    it('merges once, never into itself, and a merged one leads on to its root', async () => {
      const story = await begin();
      const [a, b, c] = [
        await story.found('name:a'),
        await story.found('name:b'),
        await story.found('name:c'),
      ];
      await story.merge(a, a);
      await story.merge(a, b);
      await story.merge(a, c);
      expect(await story.rootsOf(a)).toEqual([b]);
      await story.merge(c, a);
      expect(await story.rootsOf(c)).toEqual([b]);
      await story.merge(b, a);
      expect(await story.rootsOf(a, b, c)).toEqual([b]);
    });

    it('can be taken out again, with what came through it, and stays out', async () => {
      const story = await begin();
      const [early, draft, coded] = [
        await story.found('name:a'),
        await story.found(...DRAFT),
        await story.found(...CODED),
      ];
      await story.complaint(draft, 'c1', {}, { signals: [signal('d')] });
      await story.complaint(coded, 'c2', {}, { signals: [signal('c')] });
      await story.merge(early, draft);
      await story.merge(draft, coded);
      expect(await story.counting(coded)).toEqual({ c: 40, d: 40 });
      expect(new Set(await story.undoMerge(draft))).toEqual(new Set([draft, coded]));
      expect(await story.rootsOf(early, draft, coded)).toEqual(
        [draft, coded].sort((x, y) => +x - +y),
      );
      expect(await story.counting(coded)).toEqual({ c: 40 });
      expect(await story.counting(draft)).toEqual({ d: 40 });
      await story.merge(draft, coded);
      expect(await story.rootsOf(draft)).toEqual([draft]);
    });

    it('is not taken out of nothing', async () => {
      const story = await begin();
      const a = await story.found('name:a');
      expect(await story.undoMerge(a)).toEqual([]);
      expect(await story.rootsOf(a)).toEqual([a]);
    });
  });

  describe('roots', () => {
    it('are each named once, in one order; nobody knows a stranger', async () => {
      const story = await begin();
      const [a, b, c] = [
        await story.found('name:a'),
        await story.found('name:b'),
        await story.found('name:c'),
      ];
      await story.merge(b, a);
      expect(await story.rootsOf(c, b, a, b, '999999')).toEqual([a, c]);
      expect(await story.rootsOf()).toEqual([]);
    });
  });

  describe('suspected', () => {
    const suspected = (story: Story, ...ids: string[]) =>
      story.bed.work.run((tx) => story.bed.entities.suspected(tx, ids));

    it('are those with a signal of their own, of a member or of their parent', async () => {
      const story = await begin();
      const [clean, own, root, member, parent, branch] = [
        await story.found('name:a'),
        await story.found('name:b'),
        await story.found('name:c'),
        await story.found('name:d'),
        await story.found('name:e'),
        await story.found('name:e分公司'),
      ];
      await describeIt(story, profile(branch, { parentKeys: [key('name:e')] }));
      await story.complaint(clean, 'c0', {}, { signals: [] });
      await story.complaint(own, 'c1');
      await story.complaint(member, 'c2');
      await story.complaint(parent, 'c3');
      await story.merge(member, root);
      expect(await suspected(story, clean, own, root, parent, branch)).toEqual([
        own,
        root,
        parent,
        branch,
      ]);
      expect(await suspected(story)).toEqual([]);
    });

    it('are those that still have an index, so that it can be taken back', async () => {
      const story = await begin();
      const id = await story.found('name:a');
      await story.complaint(id, 'c');
      const index = sumIndex(await story.state(id));
      await story.bed.work.run((tx) =>
        story.bed.verdicts.saveIndices(tx, [{ entityId: id, index, causeId: null }], NOW),
      );
      await story.complaint(id, 'c', { operation: 'withdraw', occurredAt: daysAgo(0) });
      expect(await suspected(story, id)).toEqual([id]);
    });
  });

  describe('a branch', () => {
    /** A parent of which one thing is told, and its branch. */
    async function family() {
      const story = await begin();
      const parent = await story.found('name:总公司');
      const branch = await story.found('name:总公司郴州分公司');
      await describeIt(story, profile(branch, { parentKeys: [key('name:总公司')] }));
      await story.complaint(parent, 'p', {}, { signals: [signal('parent')] });
      return { story, parent, branch };
    }

    it('without signals of its own inherits its parent’s, and says so', async () => {
      const { story, branch } = await family();
      const { signals, quotes } = await story.state(branch);
      expect(signals).toMatchObject([{ code: 'parent', because: '所属总公司：出现“parent”' }]);
      expect(quotes.get('parent')).toBe('parent');
    });

    it('with signals of its own stands for itself', async () => {
      const { story, branch } = await family();
      await story.complaint(branch, 'b', {}, { signals: [signal('own')] });
      expect(await story.counting(branch)).toEqual({ own: 40 });
    });

    it('is touched with its parent for as long as it lives on its signals', async () => {
      const { story, parent, branch } = await family();
      expect(await story.rootsOf(parent)).toEqual([parent, branch]);
      await story.complaint(branch, 'b');
      expect(await story.rootsOf(parent)).toEqual([parent]);
    });

    it('still inherits when its parent is merged into another entity', async () => {
      const { story, parent, branch } = await family();
      const coded = await story.found(...CODED);
      await story.merge(parent, coded);
      expect(await story.counting(branch)).toEqual({ parent: 40 });
      expect(await story.rootsOf(coded)).toContain(branch);
    });

    it('of nobody known, or of itself, inherits nothing', async () => {
      const story = await begin();
      const lonely = await story.found('name:某分公司');
      const keys = [key('name:无人知晓'), key('name:某分公司')];
      await describeIt(story, profile(lonely, { parentKeys: keys }));
      expect(await story.counting(lonely)).toEqual({});
      expect(await story.rootsOf(lonely)).toEqual([lonely]);
    });
  });

  describe('a sample', () => {
    const founded = (story: Story, ...keys: string[]): Promise<string> =>
      story.foundAs(keys, { sample: true });
    const SAMPLE = { source: 'sample-complaint' };

    it('stays one until a real record speaks of it', async () => {
      const story = await begin();
      const id = await founded(story, 'name:a');
      await story.complaint(id, 'c1', SAMPLE);
      expect((await story.state(id)).sample).toBe(true);
      await story.complaint(id, 'c2');
      expect((await story.state(id)).sample).toBe(false);
    });

    it('is none any more when a real one is merged into it', async () => {
      const story = await begin();
      const [coded, draft] = [await founded(story, ...CODED), await story.found(...DRAFT)];
      await story.merge(draft, coded);
      expect((await story.state(coded)).sample).toBe(false);
    });

    it('is none any more when a real record speaks of one merged into it', async () => {
      const story = await begin();
      const [coded, draft] = [await founded(story, ...CODED), await founded(story, ...DRAFT)];
      await story.merge(draft, coded);
      expect((await story.state(coded)).sample).toBe(true);
      await story.complaint(draft, 'c1');
      expect((await story.state(coded)).sample).toBe(false);
    });
  });
}
