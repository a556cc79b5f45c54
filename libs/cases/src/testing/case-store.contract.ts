import { describe, expect, it } from '@jest/globals';
import type { Outcome, TierDecision } from '@risk/domain';
import { NOW, VERSION, daysAgo, signal, sumIndex } from '../../../assessment/src/testing/judged.js';
import { Story, type KnowledgeBed } from '../../../assessment/src/testing/knowledge-bed.js';
import type { CaseStore, Reference } from '../ports.js';

/** A store of cases over a house that knows some entities. */
export interface CaseBed {
  readonly bed: KnowledgeBed;
  readonly cases: CaseStore;
}

export const decisionOn = (
  entityId: string,
  more: Partial<TierDecision> = {},
): Omit<TierDecision, 'id'> => ({
  entityId,
  from: null,
  to: 'yellow',
  by: '张某',
  because: '已核实为正常经营',
  at: NOW,
  modelTier: 'orange',
  modelScore: 66.25,
  versions: VERSION,
  ...more,
});

export const outcomeOn = (entityId: string, more: Partial<Outcome> = {}): Omit<Outcome, 'id'> => ({
  entityId,
  verdict: 'confirmed',
  scheme: 'illegal-fundraising',
  exposedOn: '2026-10-30',
  losses: 1_234_567.5,
  people: 35,
  by: '李某',
  because: '公安机关已立案',
  at: NOW,
  supersedes: null,
  ...more,
});

/** What every store of cases promises; the fake and the real one both pass it. */
export function promisesOfCaseStore(open: () => Promise<CaseBed>): void {
  const begin = async () => {
    const { bed, cases } = await open();
    const whose = (kind: Reference['kind'], value: string) =>
      bed.work.run((tx) => cases.bearersOf(tx, { kind, value }));
    return { story: new Story(bed), cases, work: bed.work, whose };
  };

  describe('an entity', () => {
    it('is found by id, by credit code and by its exact name, with what the model says of it', async () => {
      const { story, work, whose } = await begin();
      const id = await story.found('uscc:91431002MA4L000017', 'name:甲公司');
      await story.found('name:乙公司');
      expect(await whose('id', id)).toEqual([
        { entityId: id, name: '甲公司', uscc: '91431002MA4L000017', sample: false, index: null },
      ]);
      const index = sumIndex({ signals: [] });
      await work.run((tx) =>
        story.bed.verdicts.saveIndices(tx, [{ entityId: id, index, causeId: null }], NOW),
      );
      for (const [kind, value] of [
        ['uscc', '91431002MA4L000017'],
        ['name', '甲公司'],
      ] as const)
        expect(await whose(kind, value)).toMatchObject([{ entityId: id, index }]);
      expect(await whose('name', '甲')).toEqual([]);
      expect(await whose('id', '999')).toEqual([]);
      expect(await whose('uscc', '甲公司')).toEqual([]);
    });

    it('that was merged answers as the one it became part of', async () => {
      const { story, whose, work, cases } = await begin();
      const [draft, whole] = [await story.found('name:甲'), await story.found('uscc:1', 'name:乙')];
      await story.merge(draft, whole);
      for (const one of [await whose('id', draft), await whose('name', '甲')])
        expect(one.map((e) => e.entityId)).toEqual([whole]);
      const locked = await work.run((tx) => cases.lock(tx, whole));
      expect(locked).toMatchObject({ entityId: whole, name: '乙' });
    });
  });

  describe('decisions', () => {
    it('are kept as they were made, in their order, each entity its own', async () => {
      const { story, cases, work } = await begin();
      const [a, b] = [await story.found('name:甲'), await story.found('name:乙')];
      const first = await work.run((tx) => cases.keepDecision(tx, decisionOn(a)));
      const again = decisionOn(a, { from: 'yellow', to: null, at: daysAgo(-1) });
      const second = await work.run((tx) => cases.keepDecision(tx, again));
      expect(first).toEqual({ id: first.id, ...decisionOn(a) });
      expect(await work.run((tx) => cases.decisionsOf(tx, a))).toEqual([
        first,
        { id: second.id, ...again },
      ]);
      expect(await work.run((tx) => cases.decisionsOf(tx, b))).toEqual([]);
    });

    it('on a draft come along when it merges, and go with it when it is taken out', async () => {
      const { story, cases, work } = await begin();
      const [draft, whole] = [await story.found('name:甲'), await story.found('uscc:1', 'name:乙')];
      const early = await work.run((tx) => cases.keepDecision(tx, decisionOn(draft)));
      await story.merge(draft, whole);
      const late = await work.run((tx) => cases.keepDecision(tx, decisionOn(whole)));
      const of = (id: string) => work.run((tx) => cases.decisionsOf(tx, id));
      expect(await of(whole)).toEqual([early, late]);
      expect(await of(draft)).toEqual([]);
      await story.undoMerge(draft);
      expect([await of(draft), await of(whole)]).toEqual([[early], [late]]);
    });
  });

  describe('outcomes', () => {
    it('are kept as they were told, in their order', async () => {
      const { story, cases, work } = await begin();
      const id = await story.found('name:甲');
      await story.complaint(id, 'c1', {}, { signals: [signal('a')] });
      const first = await work.run((tx) => cases.keepOutcome(tx, outcomeOn(id)));
      const bare = outcomeOn(id, {
        verdict: 'refuted',
        scheme: null,
        exposedOn: null,
        losses: null,
        people: null,
        supersedes: first.id,
      });
      const second = await work.run((tx) => cases.keepOutcome(tx, bare));
      expect(await work.run((tx) => cases.outcomesOf(tx, id))).toEqual([
        { id: first.id, ...outcomeOn(id) },
        { id: second.id, ...bare },
      ]);
    });
  });
}
