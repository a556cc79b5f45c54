import { describe, expect, it } from '@jest/globals';
import { MOST_COUNTED, MOST_RELATED, NO_RELATIONS, type ToldTies } from '@risk/domain';
import { daysAgo, feedRecord, founder, NOW } from './judged.js';
import { Story, type KnowledgeBed } from './knowledge-bed.js';

const BOSS: ToldTies = { representative: ['张三@4310'] };
const STRAW_MAN: ToldTies = { representative: ['李四@4310'] };
const HOME: ToldTies = { address: ['北湖区解放路1号@4310'] };

/** What the facts of an entity say of others; the fake and the real store both pass it. */
export function promisesOfEntityRelations(open: () => Promise<KnowledgeBed>): void {
  const begin = async (): Promise<Story> => new Story(await open());

  /** Firms of these ties, named a, b, c …; answers their ids. */
  const firms = async (story: Story, ...told: ToldTies[]): Promise<string[]> => {
    const ids: string[] = [];
    for (const [n, ties] of told.entries()) {
      const id = await story.found(`name:${String.fromCharCode(97 + n)}`);
      await story.describe(id, { ties });
      ids.push(id);
    }
    return ids;
  };
  const factsOf = async (story: Story, id: string | undefined, at = NOW) =>
    (await story.state(id ?? '', at)).facts;

  /** So many founded in one batch under this key, besides those that there are. */
  const crowd = (story: Story, size: number, key: string) =>
    story.foundAll(Array.from({ length: size }, (_, n) => founder([`name:crowd${n}`, key])));

  describe('others', () => {
    it('are counted by kind, each once, whatever else they share', async () => {
      const story = await begin();
      const shareholder = ['王五@4310', '宏图控股有限公司'];
      const [a, b, c] = await firms(
        story,
        { ...BOSS, ...HOME, shareholder },
        { ...BOSS, ...HOME, shareholder },
        { ...STRAW_MAN, address: [], shareholder: ['宏图控股有限公司'] },
        { representative: ['张三@4301'], shareholder: ['张三@4310'] },
      );
      expect(await factsOf(story, a)).toMatchObject({
        sameRepresentative: 1,
        sameAddress: 1,
        sameShareholder: 2,
      });
      expect(await factsOf(story, b)).toMatchObject({ sameShareholder: 2, sameAddress: 1 });
      expect(await factsOf(story, c)).toMatchObject({ sameRepresentative: 0, sameShareholder: 2 });
    });

    it('are roots: what was merged is one, and never another of itself', async () => {
      const story = await begin();
      const [a, b, c] = await firms(story, BOSS, BOSS, BOSS);
      await story.merge(c!, b!);
      expect(await factsOf(story, a)).toMatchObject({ sameRepresentative: 1 });
      await story.merge(b!, a!);
      expect(await factsOf(story, a)).toMatchObject({ ...NO_RELATIONS });
    });

    it('of a sample are samples, of a real one real ones', async () => {
      const story = await begin();
      const [real, other] = await firms(story, BOSS, BOSS);
      const sample = await story.foundAs(['name:样例'], { sample: true });
      await story.describe(sample, { ties: BOSS });
      expect((await factsOf(story, sample)).sameRepresentative).toBe(0);
      expect((await factsOf(story, real)).sameRepresentative).toBe(1);
      expect((await factsOf(story, other)).sameRepresentative).toBe(1);
    });

    it('are counted up to a limit', async () => {
      const story = await begin();
      const id = await story.found('name:a', 'phone:1');
      await crowd(story, MOST_COUNTED + 20, 'phone:1');
      expect((await factsOf(story, id)).samePhone).toBe(MOST_COUNTED);
    });
  });

  describe('a tie', () => {
    it('counts from the moment it is known', async () => {
      const story = await begin();
      const [a, b] = await firms(story, HOME, {});
      await story.describe(b!, { ties: HOME }, daysAgo(-2));
      expect((await factsOf(story, a)).sameAddress).toBe(0);
      expect((await factsOf(story, a, daysAgo(-3))).sameAddress).toBe(1);
      expect((await factsOf(story, a, daysAgo(1))).sameAddress).toBe(0);
    });

    it('that is not told stays; one that is told anew ends what it replaces', async () => {
      const story = await begin();
      const [a, b] = await firms(story, { ...HOME, ...BOSS }, HOME);
      await story.describe(b!, { ties: BOSS }, daysAgo(-1));
      expect(await factsOf(story, a, daysAgo(-2))).toMatchObject({
        sameAddress: 1,
        sameRepresentative: 1,
      });
      await story.describe(b!, { ties: { address: ['别处2号@4310'] } }, daysAgo(-3));
      expect((await factsOf(story, a, daysAgo(-4))).sameAddress).toBe(0);
      expect((await factsOf(story, a, daysAgo(-2))).sameAddress).toBe(1);
      await story.describe(b!, { ties: HOME }, daysAgo(-5));
      expect((await factsOf(story, a, daysAgo(-6))).sameAddress).toBe(1);
    });

    it('is ended by what ties nobody, too', async () => {
      const story = await begin();
      const [a, b] = await firms(story, HOME, HOME);
      await story.describe(b!, { ties: { address: [] } }, daysAgo(-1));
      expect((await factsOf(story, a, daysAgo(-2))).sameAddress).toBe(0);
    });

    it('of a person counts for a year after a straw man took the place', async () => {
      const story = await begin();
      const [a, b] = await firms(story, BOSS, BOSS);
      await story.describe(b!, { ties: STRAW_MAN }, daysAgo(-1));
      expect((await factsOf(story, a, daysAgo(-365))).sameRepresentative).toBe(1);
      expect((await factsOf(story, a, daysAgo(-366))).sameRepresentative).toBe(0);
      expect((await factsOf(story, b, daysAgo(-365))).sameRepresentative).toBe(1);
    });

    it('told twice in one moment is one', async () => {
      const story = await begin();
      const [a, b] = await firms(story, HOME, HOME);
      await story.describe(b!, { ties: { address: [] } });
      await story.describe(b!, { ties: HOME });
      expect((await factsOf(story, a)).sameAddress).toBe(1);
    });

    it('by phone counts from the moment the number is known', async () => {
      const story = await begin();
      const id = await story.foundAs(['name:a', 'phone:1'], {}, daysAgo(9));
      await story.foundAs(['name:b', 'phone:1'], {}, daysAgo(5));
      expect((await factsOf(story, id, daysAgo(6))).samePhone).toBe(0);
      expect((await factsOf(story, id)).samePhone).toBe(1);
    });
  });

  describe('newly founded', () => {
    it('affiliates are those of a person or address, by the day in China', async () => {
      const story = await begin();
      const [a] = await firms(story, { ...BOSS, ...HOME });
      const found = async (name: string, establishedOn: string | null, ties: ToldTies) =>
        story.describe(await story.found(`name:${name}`), { establishedOn, ties });
      await found('heute', '2026-11-02', { ...BOSS, ...HOME });
      await found('six', '2026-10-27', HOME);
      await found('seven', '2026-10-26', BOSS);
      await found('old', '2026-08-04', BOSS);
      await found('tomorrow', '2026-11-03', BOSS);
      await found('unknown', null, BOSS);
      await found('stranger', '2026-11-01', STRAW_MAN);
      expect((await factsOf(story, a)).newAffiliates).toEqual({ d7: 2, d30: 3, d90: 3 });
    });

    it('affiliates of a phone alone are none', async () => {
      const story = await begin();
      const id = await story.found('name:a', 'phone:1');
      await story.describe(await story.found('name:b', 'phone:1'), { establishedOn: '2026-11-01' });
      expect(await factsOf(story, id)).toMatchObject({
        samePhone: 1,
        newAffiliates: NO_RELATIONS.newAffiliates,
      });
    });

    it('those that are new are told by the phone and by the address', async () => {
      const story = await begin();
      const id = await story.found('name:a', 'phone:1');
      await story.describe(id, { ties: HOME });
      const found = async (establishedOn: string | null, ties: ToldTies, ...keys: string[]) =>
        story.describe(await story.found(`name:${establishedOn ?? 'unknown'}`, ...keys), {
          ...{ establishedOn, ties },
        });
      await found('2026-11-01', HOME, 'phone:1');
      await found('2026-10-20', {}, 'phone:1');
      await found('2026-09-01', HOME);
      await found('2019-01-01', HOME, 'phone:1');
      await found(null, HOME, 'phone:1');
      expect(await factsOf(story, id)).toMatchObject({
        newAtPhone: { d7: 1, d30: 2, d90: 2 },
        newAtAddress: { d7: 1, d30: 1, d90: 2 },
      });
    });

    it('branches are those that name it as parent, known to the register or not', async () => {
      const story = await begin();
      const id = await story.found('name:总公司', 'name:旧名');
      for (const [n, [parent, establishedOn]] of (
        [
          ['总公司', '2026-10-20'],
          ['旧名', '2026-08-20'],
          ['总公司', '2019-01-01'],
          ['别家', '2026-10-20'],
        ] as const
      ).entries())
        await story.describe(await story.found(`name:分${n}`), {
          establishedOn,
          ties: { parent: [parent] },
        });
      expect(await factsOf(story, id)).toMatchObject({
        branches: 3,
        newBranches: { d7: 0, d30: 1, d90: 2 },
        newAffiliates: NO_RELATIONS.newAffiliates,
      });
    });
  });

  describe('what is heard of relatives', () => {
    it('counts persons and advertisements of the window', async () => {
      const story = await begin();
      const [a, b, c] = await firms(story, { ...BOSS, ...HOME }, BOSS, HOME);
      const complain = (id: string, sourceId: string, days: number, reporterKey: string | null) =>
        story.complaint(id, sourceId, { occurredAt: daysAgo(days), reporterKey });
      await complain(b!, 'c1', 1, 'p1');
      await complain(c!, 'c2', 10, 'p1');
      await complain(c!, 'c3', 40, null);
      await complain(c!, 'c4', 90, 'p2');
      await story.tell(feedRecord('advertisement', 'ad1'), { about: [b!, c!] });
      await story.tell(feedRecord('advertisement', 'ad2'), { about: [b!], role: 'publisher' });
      await story.tell(feedRecord('registration', 'r'), { about: [b!], role: 'subject' });
      expect(await factsOf(story, a)).toMatchObject({
        relatedComplainants: { d7: 1, d30: 1, d90: 2 },
        relatedAdvertisements: { d7: 1, d30: 1, d90: 1 },
        complaints: NO_RELATIONS.relatedComplainants,
      });
    });

    it('tells persons at the same phone and at the same address apart', async () => {
      const story = await begin();
      const id = await story.found('name:a', 'phone:1');
      await story.describe(id, { ties: { ...BOSS, ...HOME } });
      const caller = await story.found('name:b', 'phone:1');
      const neighbour = await story.found('name:c');
      await story.describe(neighbour, { ties: HOME });
      const namesake = await story.found('name:d');
      await story.describe(namesake, { ties: BOSS });
      await story.complaint(caller, 'c1', { occurredAt: daysAgo(1), reporterKey: 'p1' });
      await story.complaint(caller, 'c2', { occurredAt: daysAgo(10), reporterKey: 'p2' });
      await story.complaint(neighbour, 'c3', { occurredAt: daysAgo(1), reporterKey: 'p2' });
      await story.complaint(namesake, 'c4', { occurredAt: daysAgo(1), reporterKey: 'p3' });
      await story.tell(feedRecord('complaint', 'both'), { about: [caller, neighbour] });
      expect(await factsOf(story, id)).toMatchObject({
        complainantsAtPhone: { d7: 2, d30: 3, d90: 3 },
        complainantsAtAddress: { d7: 2, d30: 2, d90: 2 },
        relatedComplainants: { d7: 4, d30: 4, d90: 4 },
      });
    });

    it('takes no notice of records that name the entity too, or were withdrawn', async () => {
      const story = await begin();
      const [a, b] = await firms(story, BOSS, BOSS);
      await story.tell(feedRecord('complaint', 'both'), { about: [a!, b!] });
      await story.complaint(b!, 'gone');
      await story.complaint(b!, 'gone', { operation: 'withdraw', occurredAt: daysAgo(0) });
      expect((await factsOf(story, a)).relatedComplainants.d90).toBe(0);
    });

    it('joins repeats of one person across relatives', async () => {
      const story = await begin();
      const [a, b, c] = await firms(story, BOSS, BOSS, BOSS);
      await story.complaint(b!, 'c1', { payload: { text: '一' } });
      await story.complaint(c!, 'c2', { related: ['c1'], payload: { text: '二' } });
      expect((await factsOf(story, a)).relatedComplainants.d7).toBe(1);
    });

    it.each([
      ['as many as relatives may be', MOST_RELATED - 1, 1],
      ['one more: an agency’s phone relates nobody', MOST_RELATED, 0],
    ])('at a phone of %s', async (_name, size, persons) => {
      const story = await begin();
      const id = await story.found('name:a', 'phone:1');
      const [first] = await crowd(story, size, 'phone:1');
      await story.complaint(first!, 'c1');
      expect(await factsOf(story, id)).toMatchObject({
        samePhone: size,
        relatedComplainants: { d90: persons },
      });
    });
  });
}
