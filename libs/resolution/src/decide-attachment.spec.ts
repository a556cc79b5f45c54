import { describe, expect, it } from '@jest/globals';
import type { EntityKey, ResolvedMention } from '@risk/domain';
import fc from 'fast-check';
import { areCompatible, decideAttachment, type Candidate } from './index.js';

const CODE = '91110000600001760P';
const key = (text: string): EntityKey => {
  const at = text.indexOf(':');
  return { kind: text.slice(0, at) as EntityKey['kind'], value: text.slice(at + 1) };
};
const mention = (keys: string[], more: Partial<ResolvedMention> = {}): ResolvedMention => ({
  mention: { name: 'x', uscc: null, field: 'text', start: 0, end: 1 },
  role: 'target',
  foldedName: keys.find((k) => k.startsWith('name:'))?.slice(5) ?? '',
  keys: keys.map(key),
  parentKeys: [],
  ties: {},
  regionCode: '431002',
  confidence: 1,
  because: '',
  flags: [],
  ...more,
});
const candidate = (
  entityId: string,
  matched: string[],
  more: Partial<Candidate> = {},
): Candidate => ({
  entityId,
  uscc: null,
  provisional: true,
  foldedName: '郴州鑫源投资',
  regionCode: '431000',
  matchedKeys: matched.map(key),
  ...more,
});
const coded = (id: string, uscc: string, matched: string[], more: Partial<Candidate> = {}) =>
  candidate(id, matched, { uscc, provisional: false, ...more });
const NAME = 'name:郴州鑫源投资';

describe('a mention with a code', () => {
  it('goes to the entity of that code, whatever else matches', () => {
    const decision = decideAttachment(mention([`uscc:${CODE}`, NAME]), [
      coded('other', '91350100M000100Y43', [NAME]),
      coded('same', CODE, [`uscc:${CODE}`]),
    ]);
    expect(decision).toMatchObject({ kind: 'attach', entityId: 'same', confidence: 1 });
  });

  it('is less sure when the names differ', () => {
    const decision = decideAttachment(mention([`uscc:${CODE}`, 'name:长沙宏图']), [
      coded('a', CODE, [`uscc:${CODE}`]),
    ]);
    expect(decision).toMatchObject({ kind: 'attach', confidence: 0.85 });
    expect(decision.because).toContain('名称不同');
  });

  it('founds a full entity and takes the provisional namesake in', () => {
    const decision = decideAttachment(mention([`uscc:${CODE}`, NAME]), [
      candidate('draft', [NAME]),
      coded('namesake', '91350100M000100Y43', [NAME]),
      candidate('elsewhere', [NAME], { regionCode: '430100' }),
    ]);
    expect(decision).toMatchObject({ kind: 'found', provisional: false });
    expect(decision.merges.map((m) => m.entityId)).toEqual(['draft']);
  });

  it('also cleans up drafts when the entity already exists', () => {
    const decision = decideAttachment(mention([`uscc:${CODE}`, NAME]), [
      coded('same', CODE, [`uscc:${CODE}`, NAME]),
      candidate('draft', [NAME]),
    ]);
    expect(decision.merges.map((m) => m.entityId)).toEqual(['draft']);
  });

  it('reads a failing code one sign away from its namesake as mistyped', () => {
    const wrong = '91110000600001761P';
    const flags = ['统一社会信用代码校验位不符'];
    const decide = (keys: string[], f: string[]) =>
      decideAttachment(mention(keys, { flags: f }), [coded('same', CODE, [NAME])]);
    expect(decide([`uscc:${wrong}`, NAME], flags)).toMatchObject({
      kind: 'attach',
      entityId: 'same',
    });
    expect(decide([`uscc:${wrong}`, NAME], [])).toMatchObject({
      kind: 'found',
      provisional: false,
    });
    expect(decide(['uscc:91110000600009999P', NAME], flags)).toMatchObject({ kind: 'found' });
  });
});

describe('a mention without a code', () => {
  it.each([
    ['nobody known', [], 'found', undefined],
    ['one of that name', [coded('a', CODE, [NAME])], 'attach', 'a'],
    [
      'one of that name in another city',
      [coded('a', CODE, [NAME], { regionCode: '430100' })],
      'found',
      undefined,
    ],
    [
      'two, one in the same county',
      [coded('a', CODE, [NAME]), coded('b', '9', [NAME], { regionCode: '431002' })],
      'attach',
      'b',
    ],
    [
      'two, one with the same phone',
      [coded('a', CODE, [NAME, 'phone:1']), coded('b', '9', [NAME])],
      'attach',
      'a',
    ],
    [
      'two that cannot be told apart',
      [coded('a', CODE, [NAME]), coded('b', '9', [NAME])],
      'found',
      undefined,
    ],
    ['a draft and a coded one', [candidate('a', [NAME]), coded('b', '9', [NAME])], 'attach', 'b'],
    [
      'another name at the same phone',
      [coded('a', CODE, ['phone:1'], { foldedName: '长沙宏图建材' })],
      'found',
      undefined,
    ],
    [
      'a nameless draft with the same site',
      [candidate('a', ['website:x.com'], { foldedName: '' })],
      'attach',
      'a',
    ],
    [
      'two owners of one site',
      [
        candidate('a', ['website:x.com'], { foldedName: '' }),
        candidate('b', ['website:x.com'], { foldedName: '' }),
      ],
      'found',
      undefined,
    ],
    [
      'the same registration number',
      [candidate('a', ['regno:1'], { foldedName: '旧名' })],
      'attach',
      'a',
    ],
  ] as [string, Candidate[], string, string | undefined][])(
    '%s',
    (_, candidates, kind, entityId) => {
      const decision = decideAttachment(
        mention([NAME, 'phone:1', 'website:x.com', 'regno:1']),
        candidates,
      );
      expect(decision.kind).toBe(kind);
      if (decision.kind === 'attach') expect(decision.entityId).toBe(entityId);
      else expect(decision.provisional).toBe(true);
    },
  );

  it('a bare phone finds its owner, less surely than a name does', () => {
    const byPhone = decideAttachment(mention(['phone:1']), [coded('a', CODE, ['phone:1'])]);
    const byName = decideAttachment(mention([NAME]), [coded('a', CODE, [NAME])]);
    expect(byPhone).toMatchObject({ kind: 'attach', entityId: 'a', confidence: 0.65 });
    expect(byName).toMatchObject({ kind: 'attach', confidence: 0.95 });
  });
});

describe('regions', () => {
  it.each([
    [null, '431002', true],
    ['431002', '431003', true],
    ['431000', '431002', true],
    ['430000', '431002', true],
    ['430100', '431002', false],
    ['440000', '431002', false],
  ])('%s goes with %s: %s', (a, b, fits) => {
    expect(areCompatible(a, b)).toBe(fits);
    expect(areCompatible(b, a)).toBe(fits);
  });
});

describe('for any candidates', () => {
  const anyCandidate = fc.record({
    entityId: fc.constantFrom('a', 'b', 'c'),
    uscc: fc.constantFrom(null, CODE, '91350100M000100Y43'),
    provisional: fc.boolean(),
    foldedName: fc.constantFrom('', '郴州鑫源投资', '长沙宏图'),
    regionCode: fc.constantFrom(null, '431002', '430100'),
    matchedKeys: fc.subarray([NAME, 'phone:1', `uscc:${CODE}`]).map((keys) => keys.map(key)),
  });
  it('only a candidate is chosen, never merged into itself, and there is a reason', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(anyCandidate, { selector: (c) => c.entityId }),
        fc.boolean(),
        (candidates, hasCode) => {
          const decision = decideAttachment(
            mention([...(hasCode ? [`uscc:${CODE}`] : []), NAME, 'phone:1']),
            candidates,
          );
          const ids = candidates.map((c) => c.entityId);
          expect(decision.because).not.toBe('');
          if (decision.kind === 'attach') {
            expect(ids).toContain(decision.entityId);
            expect(decision.merges.map((m) => m.entityId)).not.toContain(decision.entityId);
          }
          for (const merge of decision.merges)
            expect(candidates.find((c) => c.entityId === merge.entityId)?.uscc).toBeNull();
        },
      ),
    );
  });

  it('the order of candidates does not matter', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(anyCandidate, { selector: (c) => c.uscc ?? c.entityId }),
        (candidates) => {
          const of = (list: Candidate[]) => {
            const d = decideAttachment(mention([NAME]), list);
            return d.kind === 'attach' ? d.entityId : d.kind;
          };
          expect(of([...candidates].reverse())).toBe(of(candidates));
        },
      ),
    );
  });
});
