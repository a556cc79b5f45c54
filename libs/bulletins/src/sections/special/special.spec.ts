import { describe, expect, it } from '@jest/globals';
import { SilentLog } from '@risk/kit';
import fc from 'fast-check';
import { ComposeBulletin } from '../../compose/compose-bulletin.js';
import {
  A_STRANGER,
  aDossier,
  anAsk,
  FewLaws,
  linesOf,
  OneDossier,
  PlainWords,
} from '../../testing/a-dossier.js';
import type { Ask, Readings } from '../section.js';
import type { Dossier } from '../../dossier.js';

const SECTIONS = [
  'basics',
  'signals',
  'timeline',
  'relations',
  'elements',
  'laws',
  'suggestion',
  'unknowns',
];

function compose(dossier: Dossier | null, ask: Ask = anAsk()) {
  const dossiers = new OneDossier(dossier);
  const readings = { dossiers, laws: new FewLaws() } as unknown as Readings;
  const use = new ComposeBulletin(readings, new PlainWords(), new SilentLog());
  return { dossiers, made: use.run(ask, SECTIONS) };
}

describe('a special report', () => {
  it('reads its dossier once for all eight sections', async () => {
    const { dossiers, made } = compose(aDossier());
    expect((await made).broken).toEqual([]);
    expect(dossiers.asked).toBe(1);
  });

  it('is whole although nothing but a name is known', async () => {
    const { broken, body } = await compose(A_STRANGER).made;
    expect(broken).toEqual([]);
    expect(linesOf({ blocks: body })).toContain('没有查到关联。没有查到不等于没有关联。');
  });

  it('is whole whatever part of it is not known', async () => {
    const parts = Object.keys(A_STRANGER) as (keyof Dossier)[];
    await fc.assert(
      fc.asyncProperty(fc.subarray(parts), async (unknown) => {
        const gaps = Object.fromEntries(unknown.map((part) => [part, A_STRANGER[part]]));
        expect((await compose({ ...aDossier(), ...gaps }).made).broken).toEqual([]);
      }),
    );
  });

  it('is the same each time', async () => {
    const twice = [await compose(aDossier()).made, await compose(aDossier()).made];
    expect(JSON.stringify(twice[0])).toBe(JSON.stringify(twice[1]));
  });

  it.each<[string, Dossier | null, Ask, string]>([
    ['an entity that nobody knew', null, anAsk(), '之前没有编号为 7 的主体'],
    ['the whole city', aDossier(), anAsk({ scope: { kind: 'city' } }), '本部分只用于专报'],
  ])('of %s is broken and says why', async (_, dossier, ask, why) => {
    const { broken } = await compose(dossier, ask).made;
    expect(broken).toHaveLength(8);
    expect(broken[0]?.why).toContain(why);
  });
});
