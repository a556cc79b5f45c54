import { beforeEach, describe, expect, it } from '@jest/globals';
import type { OutcomeRequest } from './record-outcome.js';
import { CaseDesk } from './testing/case-desk.js';

let desk: CaseDesk;
beforeEach(async () => {
  desk = new CaseDesk();
  await desk.story.found('name:甲');
});

type Told = Partial<OutcomeRequest>;
const BARE = { scheme: null, exposedOn: null } as const;

describe('an outcome', () => {
  it('is kept with who told it and why', async () => {
    const told = { exposedOn: '2026-11-27', losses: 1_000_000.5, people: 150 };
    expect(await desk.record(told)).toEqual({
      id: '1',
      entityId: '1',
      verdict: 'confirmed',
      scheme: 'illegal-fundraising',
      ...told,
      by: '李某',
      because: '已立案',
      at: desk.clock.now(),
      supersedes: null,
    });
  });

  it('takes the place of the one before, which stays', async () => {
    await desk.record({ verdict: 'transferred', scheme: null });
    expect(await desk.record({ seen: '1' })).toMatchObject({ id: '2', supersedes: '1' });
    expect(desk.cases.outcomes).toHaveLength(2);
  });

  it('of somebody who did not see the last one is refused', async () => {
    await desk.record({});
    await expect(desk.record({ ...BARE, verdict: 'refuted' })).rejects.toMatchObject({
      kind: 'conflict',
      message: expect.stringContaining('李某 2026-11-27 10:00 记为查实（非法集资）（已立案）'),
    });
    expect(desk.cases.outcomes).toHaveLength(1);
  });

  it.each<[string, Told]>([
    ['a refuted case needs no scheme', { ...BARE, verdict: 'refuted' }],
    ['a transferred one may have one', { verdict: 'transferred' }],
    ['an administrative one need not', { ...BARE, verdict: 'administrative' }],
    ['nobody may have lost anything', { losses: 0, people: 0 }],
  ])('%s', async (_name, told) => {
    expect(await desk.record(told)).toMatchObject(told);
  });

  it.each<[Told, string, string]>([
    [{ entity: '9' }, 'not-found', '没有主体“9”'],
    [{ by: '' }, 'invalid', 'by：请写明由谁决定'],
    [{ because: ' ' }, 'invalid', 'because：请写明理由'],
    [{ exposedOn: '2026-11-28' }, 'invalid', 'exposedOn：暴露日期在今天之后'],
    [{ exposedOn: '2026-02-30' }, 'invalid', 'exposedOn：不是日期'],
    [{ scheme: null }, 'invalid', 'scheme：查实的请写明类型'],
    [{ scheme: 'none' }, 'invalid', '请记为排除（refuted）'],
    [{ verdict: 'refuted' }, 'invalid', 'verdict：排除的没有类型'],
    [{ ...BARE, verdict: 'refuted', losses: 5 }, 'invalid', 'verdict：排除的没有类型'],
    [{ losses: -1 }, 'invalid', 'losses：'],
    [{ losses: Number.NaN }, 'invalid', 'losses：'],
    [{ people: 1.5 }, 'invalid', 'people：'],
  ])('%j is refused as %s: %s', async (told, kind, words) => {
    await expect(desk.record(told)).rejects.toMatchObject({
      kind,
      message: expect.stringContaining(words),
    });
    expect(desk.cases.outcomes).toEqual([]);
  });
});
