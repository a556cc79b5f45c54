import { describe, expect, it } from '@jest/globals';
import type { FeedRecord, ResolvedMention, Signal } from '@risk/domain';
import { FakeClock } from '../../../kit/src/testing/fake-clock.js';
import { AssessRecords, type IndexedEntity } from '../assess-records.js';
import { AttachMentions } from '../attach-mentions.js';
import type { JudgedRecord } from '../ports.js';
import { NOW, assessment, daysAgo, feedRecord, mention, signal, sumIndex } from './judged.js';
import { Story, isSample, type KnowledgeBed } from './knowledge-bed.js';

export const CODE = 'uscc:91431002MA4L000017';
export const NAME = 'name:郴州鑫源投资';

/** A record, whom it names and what speaks against them. */
export interface Heard {
  readonly record: FeedRecord;
  readonly mentions?: readonly ResolvedMention[];
  readonly signals?: readonly Signal[];
}

/** The use case over a bed, as the batch path calls it. */
export class Assessing {
  readonly story: Story;
  readonly clock = new FakeClock(NOW.toISOString());
  readonly assess: AssessRecords;

  constructor(readonly bed: KnowledgeBed) {
    this.story = new Story(bed);
    this.assess = new AssessRecords(new AttachMentions(bed.entities), bed.entities, bed.verdicts, {
      indexOf: sumIndex,
      clock: this.clock,
      cuts: bed.cuts,
    });
  }

  /** A batch of records comes in; answers the entities whose index was computed. */
  async hear(...batch: Heard[]): Promise<IndexedEntity[]> {
    const judged: JudgedRecord[] = [];
    for (const { record, mentions, signals } of batch) {
      judged.push({
        ...(await this.bed.receive(record)),
        record,
        assessment: assessment(signals ?? [signal('s')]),
        mentions: mentions ?? [mention([NAME])],
        sample: isSample(record),
      });
    }
    return this.bed.work.run((tx) => this.assess.run(tx, judged));
  }

  /** A complaint; who is found by name alone is meant with 0.95 of certainty, so 40 points become 38. */
  complaint(
    sourceId: string,
    more: Parameters<typeof feedRecord>[2] = {},
    heard: Partial<Heard> = {},
  ) {
    return this.hear({ record: feedRecord('complaint', sourceId, more), ...heard });
  }
}

/** What assessing records comes to, over whatever stores. */
export function promisesOfAssessing(open: () => Promise<KnowledgeBed>): void {
  const begin = async (): Promise<Assessing> => new Assessing(await open());
  const shown = (entities: readonly IndexedEntity[]) =>
    entities.map(({ name, index }) => [name, index.score, index.tier]);

  describe('a batch', () => {
    it('moves the index of everybody it names, each once', async () => {
      const desk = await begin();
      const other = mention(['name:长沙宏图建材']);
      const moved = await desk.hear(
        { record: feedRecord('complaint', 'c1'), mentions: [mention([NAME]), other] },
        { record: feedRecord('complaint', 'c2'), signals: [signal('t')] },
      );
      expect(shown(moved)).toEqual([
        ['郴州鑫源投资', 78, 'red'],
        ['长沙宏图建材', 40, 'yellow'],
      ]);
    });

    it('gives reasons with the words that say so, and no raw signals', async () => {
      const [entity] = await (await begin()).complaint('c1');
      expect(entity?.index.reasons).toMatchObject([{ code: 's', quote: 's', times: 1 }]);
      expect(entity).not.toHaveProperty('signals');
      expect(entity).not.toHaveProperty('quotes');
    });

    it('of nothing, and one that names nobody, move nobody', async () => {
      const desk = await begin();
      expect(await desk.hear()).toEqual([]);
      expect(await desk.complaint('c1', {}, { mentions: [] })).toEqual([]);
    });

    it('remembers the index for the next time', async () => {
      const desk = await begin();
      const [first] = await desk.complaint('c1');
      const [second] = await desk.complaint('c2', {}, { signals: [signal('t')] });
      expect(first).toMatchObject({ formerScore: 0, formerTier: 'none', index: { score: 40 } });
      expect(second).toMatchObject({ formerScore: 40, formerTier: 'yellow', index: { score: 78 } });
    });
  });

  describe('a newer version', () => {
    const version = (days: number, text: string) => ({
      occurredAt: daysAgo(days),
      payload: { text },
    });

    it('takes the place of the older, also in the index of whom only the older named', async () => {
      const desk = await begin();
      await desk.complaint('c1', version(5, '甲'));
      const other = mention(['name:长沙宏图建材']);
      const moved = await desk.complaint('c1', version(3, '乙'), { mentions: [other] });
      expect(shown(moved)).toEqual([
        ['郴州鑫源投资', 0, 'none'],
        ['长沙宏图建材', 40, 'yellow'],
      ]);
    });

    it('that arrives late moves nobody', async () => {
      const desk = await begin();
      await desk.complaint('c1', version(3, '乙'));
      expect(await desk.complaint('c1', version(5, '甲'), { signals: [signal('old')] })).toEqual(
        [],
      );
    });

    it('that withdraws takes everything back', async () => {
      const desk = await begin();
      await desk.complaint('c1', version(3, '甲'));
      const moved = await desk.complaint('c1', { operation: 'withdraw', occurredAt: daysAgo(0) });
      expect(shown(moved)).toEqual([['郴州鑫源投资', 0, 'none']]);
      expect(moved[0]?.facts.complaints.d90).toBe(0);
    });
  });

  describe('a draft', () => {
    it('lends its signals to the coded entity that swallows it', async () => {
      const desk = await begin();
      await desk.complaint('c1', {}, { signals: [signal('rumour')] });
      const coded = mention([CODE, NAME], { role: 'subject' });
      const moved = await desk.hear({
        record: feedRecord('registration', 'r1', { payload: { name: '郴州鑫源投资有限公司' } }),
        mentions: [coded],
        signals: [signal('name')],
      });
      expect(shown(moved)).toEqual([['郴州鑫源投资有限公司', 80, 'red']]);
      expect(moved[0]?.uscc).toBe('91431002MA4L000017');
    });

    it('taken out again has its own index back, and so has the other', async () => {
      const desk = await begin();
      const [draft] = await desk.complaint('c1', {}, { signals: [signal('rumour')] });
      const [coded] = await desk.complaint('c2', {}, { mentions: [mention([CODE, NAME])] });
      const parted = await desk.story.undoMerge(draft!.entityId);
      const moved = await desk.bed.work.run((tx) => desk.assess.reindex(tx, parted));
      expect(moved.map((e) => [e.entityId, e.index.score])).toEqual([
        [draft!.entityId, 40],
        [coded!.entityId, 40],
      ]);
    });
  });

  describe('a parent', () => {
    it('moves the index of a branch that lives on its signals, whichever came first', async () => {
      const desk = await begin();
      const branch = mention(['name:郴州鑫源投资桂阳分公司'], {
        role: 'subject',
        parentKeys: mention([NAME]).keys,
      });
      await desk.complaint('c0', {}, { signals: [] });
      await desk.hear({
        record: feedRecord('registration', 'b', { payload: { name: '桂阳分公司' } }),
        mentions: [branch],
        signals: [],
      });
      expect(shown(await desk.complaint('c1'))).toEqual([
        ['郴州鑫源投资', 38, 'yellow'],
        ['桂阳分公司', 38, 'yellow'],
      ]);
    });
  });

  describe('as time goes by', () => {
    it('facts leave their windows when the index is computed anew', async () => {
      const desk = await begin();
      const [entity] = await desk.complaint('c1', { occurredAt: daysAgo(0) });
      expect(entity?.facts.complaints).toEqual({ d7: 1, d30: 1, d90: 1 });
      desk.clock.advance(8 * 86_400_000);
      const again = await desk.bed.work.run((tx) => desk.assess.reindex(tx, [entity!.entityId]));
      expect(again[0]?.facts.complaints).toEqual({ d7: 0, d30: 1, d90: 1 });
    });
  });
}
