import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Candidate } from '@risk/resolution';
import { KnownEntities } from './known-entities.js';
import { founder, key } from './testing/judged.js';

const stored = (entityId: string, ...keys: string[]): Candidate => ({
  entityId,
  uscc: null,
  provisional: true,
  foldedName: entityId,
  regionCode: '431002',
  matchedKeys: keys.map(key),
});

/** Who shares which of the keys: id → keys. */
const sharing = (known: KnownEntities, ...keys: string[]): Readonly<Record<string, string[]>> =>
  Object.fromEntries(
    known
      .sharing(keys.map(key))
      .map((c) => [c.entityId, c.matchedKeys.map((k) => `${k.kind}:${k.value}`)]),
  );

describe('entities known to a batch', () => {
  it('are those of the store and those it founds', () => {
    const known = new KnownEntities([stored('1', 'name:a', 'phone:1')]);
    known.add(founder(['uscc:9', 'name:a'], { handle: 'new:9' }));
    expect(sharing(known, 'name:a', 'phone:1')).toEqual({
      '1': ['name:a', 'phone:1'],
      'new:9': ['name:a'],
    });
    expect(known.sharing([key('name:a')]).find((c) => c.entityId === 'new:9')).toMatchObject({
      uscc: '9',
      provisional: false,
      foldedName: 'a',
      regionCode: '431002',
    });
    expect([known.has('1'), known.has('new:9'), known.has('2')]).toEqual([true, true, false]);
  });

  it.each<[string, string[]]>([
    ['no key', []],
    ['a strange key', ['name:b']],
    ['the same value of another kind', ['phone:a']],
  ])('are not found under %s', (_name, keys) => {
    expect(sharing(new KnownEntities([stored('1', 'name:a')]), ...keys)).toEqual({});
  });

  it('learn a key once', () => {
    const known = new KnownEntities([stored('1', 'name:a')]);
    const learn = (...keys: string[]) => known.newKeysOf('1', keys.map(key)).map((k) => k.value);
    expect(learn('name:a', 'phone:1', 'phone:1')).toEqual(['1']);
    expect(learn('phone:1')).toEqual([]);
    expect(sharing(known, 'phone:1')).toEqual({ '1': ['phone:1'] });
  });
});

describe('an entity that joins another', () => {
  it('is found as the other, under its own keys', () => {
    const known = new KnownEntities([
      stored('draft', 'name:a', 'phone:1'),
      stored('coded', 'name:a'),
    ]);
    known.join('draft', 'coded');
    expect(known.has('draft')).toBe(false);
    expect(sharing(known, 'name:a', 'phone:1')).toEqual({ coded: ['name:a', 'phone:1'] });
  });

  it('leaves the other to learn its keys for itself, so that the two can part again', () => {
    const known = new KnownEntities([stored('draft', 'phone:1'), stored('coded', 'uscc:9')]);
    known.join('draft', 'coded');
    expect(known.newKeysOf('coded', [key('phone:1')])).toEqual([key('phone:1')]);
  });
});

describe('for any entities', () => {
  it('each key leads to exactly those that bear it', () => {
    const keys = ['name:a', 'name:b', 'phone:1', 'uscc:9'];
    const entity = fc.record({ id: fc.constantFrom('1', '2', '3'), keys: fc.subarray(keys) });
    fc.assert(
      fc.property(
        fc.uniqueArray(entity, { selector: (e) => e.id }),
        fc.subarray(keys),
        (entities, asked) => {
          const known = new KnownEntities(entities.map((e) => stored(e.id, ...e.keys)));
          const plain = entities
            .map((e) => [e.id, asked.filter((k) => e.keys.includes(k))] as const)
            .filter(([, shared]) => shared.length > 0);
          expect(sharing(known, ...asked)).toEqual(Object.fromEntries(plain));
        },
      ),
    );
  });
});
