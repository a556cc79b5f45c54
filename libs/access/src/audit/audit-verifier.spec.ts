import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { auditEvent } from '../testing/audit-event.js';
import type { AuditHead, AuditLine } from './audit-event.js';
import { GENESIS } from './audit-hash.js';
import { AuditVerifier } from './audit-verifier.js';
import { chainAfter } from './chain-after.js';

const chain = (size: number): AuditLine[] =>
  chainAfter(
    GENESIS,
    Array.from({ length: size }, (_, n) => auditEvent({ detail: { n } })),
  );
const TEN = chain(10);
const headAt = (size: number, lines = TEN): AuditHead => ({
  size,
  hash: lines[size - 1]?.hash ?? GENESIS.hash,
});

/** Kinds with their seqs: `changed 4`. */
function faults(
  lines: readonly AuditLine[],
  head: AuditHead | null = headAt(10),
  checkpoints: readonly AuditHead[] = [],
): string[] {
  const verifier = new AuditVerifier(checkpoints);
  const found = [...lines.flatMap((line) => verifier.take(line)), ...verifier.finish(head)];
  return found.map(({ kind, seq }) => `${kind} ${seq}`);
}

const without = (...seqs: number[]) => TEN.filter(({ seq }) => !seqs.includes(Number(seq)));
const edited = (at: number, more: Partial<AuditLine>) =>
  TEN.map((line) => (line.seq === String(at) ? { ...line, ...more } : line));
/** From a line on, everything rewritten with hashes computed anew. */
const rewritten = (from: number, lines = TEN): AuditLine[] => {
  const before = lines.slice(0, from - 1);
  const rest = lines.slice(from - 1).map((line) => ({ ...line, who: '别人' }));
  return [...before, ...chainAfter(headAt(from - 1, lines), rest)];
};
const moved = (order: readonly number[]) => order.map((seq) => TEN[seq - 1]!);

describe('a trail', () => {
  it('that is whole has no fault, with and without checkpoints', () => {
    expect(faults(TEN)).toEqual([]);
    expect(faults(TEN, headAt(10), [headAt(0), headAt(4), headAt(10), headAt(10)])).toEqual([]);
    expect(faults(TEN, null)).toEqual([]);
    expect(faults([], GENESIS)).toEqual([]);
  });

  it.each<[string, readonly AuditLine[], string[]]>([
    ['a changed line', edited(4, { who: '别人' }), ['changed 4']],
    ['an unknown algorithm', edited(4, { algorithm: 'md5' }), ['changed 4']],
    ['a changed hash', edited(4, { hash: 'f'.repeat(64) }), ['changed 4', 'unlinked 5']],
    ['a changed link', edited(4, { previous: 'f'.repeat(64) }), ['changed 4', 'unlinked 4']],
    [
      'a line that cannot be read',
      edited(4, { roles: null as unknown as readonly string[] }),
      ['changed 4'],
    ],
    [
      'two changed lines',
      edited(4, { who: '' }).map((l) => (l.seq === '9' ? { ...l, from: null } : l)),
      ['changed 4', 'changed 9'],
    ],
    [
      'one line rewritten with its hash',
      [...TEN.slice(0, 3), rewritten(4)[3]!, ...TEN.slice(4)],
      ['unlinked 5'],
    ],
    ['a missing line', without(4), ['missing 4']],
    ['missing lines at two places', without(1, 4, 5), ['missing 1', 'missing 4']],
    ['a cut tail', without(9, 10), ['head-differs 8']],
    ['everything gone', [], ['head-differs 0']],
    ['a doubled line', moved([1, 2, 3, 3, 4, 5, 6, 7, 8, 9, 10]), ['doubled 3']],
    ['the same again later', moved([1, 2, 3, 4, 5, 6, 1, 7, 8, 9, 10]), ['doubled 1']],
    ['two swapped', moved([1, 2, 4, 3, 5, 6, 7, 8, 9, 10]), ['disordered 3']],
    ['a line moved to the end', moved([1, 2, 4, 5, 6, 7, 8, 9, 10, 3]), ['disordered 3']],
    ['lines in reverse', moved([3, 2, 1, 4, 5, 6, 7, 8, 9, 10]), ['disordered 2', 'disordered 1']],
    [
      'two swapped with their numbers',
      TEN.map((l, at) =>
        at === 2 ? { ...TEN[3]!, seq: '3' } : at === 3 ? { ...TEN[2]!, seq: '4' } : l,
      ),
      ['changed 3', 'unlinked 3', 'changed 4', 'unlinked 4', 'unlinked 5'],
    ],
    [
      'a line put in, the rest renumbered',
      [
        ...TEN.slice(0, 4),
        ...chainAfter(headAt(4), [auditEvent()]),
        ...TEN.slice(4).map((l) => ({ ...l, seq: String(Number(l.seq) + 1) })),
      ],
      ['unlinked 6', ...[6, 7, 8, 9, 10, 11].map((n) => `changed ${n}`), 'head-differs 11'],
    ],
    ['a line more than the head knows', chain(11), ['head-differs 11']],
    ['the rest rewritten', rewritten(6), ['head-differs 10']],
  ])('with %s', (_what, lines, expected) => {
    expect(faults(lines).sort()).toEqual([...expected].sort());
  });

  const reset = rewritten(6);
  it.each<[string, readonly AuditLine[], readonly AuditHead[], string[]]>([
    ['a tail cut with its head: nothing', TEN.slice(0, 8), [], []],
    ['a tail cut with its head', TEN.slice(0, 8), [headAt(9)], ['shorter 9']],
    ['a tail cut after the checkpoint: nothing', TEN.slice(0, 8), [headAt(8)], []],
    ['a rest rewritten: nothing', reset, [], []],
    ['a rest rewritten', reset, [headAt(5), headAt(7)], ['checkpoint-differs 7']],
    ['a rest rewritten after the checkpoint: nothing', reset, [headAt(5)], []],
    [
      'two checkpoints of one size that differ',
      TEN,
      [headAt(3), { ...headAt(3), hash: 'e'.repeat(64) }],
      ['checkpoint-differs 3'],
    ],
    [
      'a checkpoint of nothing that says something',
      TEN,
      [{ size: 0, hash: 'e'.repeat(64) }],
      ['checkpoint-differs 0'],
    ],
    ['an empty trail', [], [headAt(3)], ['shorter 3']],
  ])('and its head against checkpoints from outside: %s', (_what, lines, checkpoints, expected) => {
    const last = lines.at(-1);
    const head = last ? { size: lines.length, hash: last.hash } : GENESIS;
    expect(faults(lines, head, checkpoints)).toEqual(expected);
  });

  it('says in words where it is broken', () => {
    const verifier = new AuditVerifier([headAt(9)]);
    const found = without(4, 5, 9, 10).flatMap((line) => verifier.take(line));
    expect([...found, ...verifier.finish(headAt(10))].map(({ words }) => words)).toEqual([
      '第 4 至 5 行不见了，共 2 行',
      '末尾记录说有 10 行，实际到第 8 行：末尾缺行',
      '检查点时已有 9 行，现在只到第 8 行',
    ]);
  });
});

describe('whatever is done to a trail', () => {
  type Deed = (lines: readonly AuditLine[]) => readonly AuditLine[];
  const at = fc.nat({ max: 9 });
  const deed: fc.Arbitrary<Deed> = fc.oneof(
    at.map(
      (n): Deed =>
        (lines) =>
          lines.filter((_, i) => i !== n),
    ),
    fc.tuple(at, at).map(([n, to]): Deed => (lines) => {
      const rest = lines.filter((_, i) => i !== n);
      return [...rest.slice(0, to), ...lines.slice(n, n + 1), ...rest.slice(to)];
    }),
    fc
      .tuple(at, at)
      .map(([n, to]): Deed => (lines) => [
        ...lines.slice(0, to),
        ...lines.slice(n, n + 1),
        ...lines.slice(to),
      ]),
    fc
      .tuple(
        at,
        fc.constantFrom<Partial<AuditLine>>(
          { who: 'x' },
          { seq: '3' },
          { hash: 'a' },
          { previous: 'b' },
          { outcome: 'failed' },
        ),
      )
      .map(
        ([n, more]): Deed =>
          (lines) =>
            lines.map((line, i) => (i === n ? { ...line, ...more } : line)),
      ),
  );

  it('is found, unless it leaves the trail as it was', () => {
    fc.assert(
      fc.property(fc.array(deed, { minLength: 1, maxLength: 4 }), (deeds) => {
        const lines = deeds.reduce<readonly AuditLine[]>((so, act) => act(so), TEN);
        const same = JSON.stringify(lines) === JSON.stringify(TEN);
        expect(faults(lines).length === 0).toBe(same);
      }),
      { numRuns: 1_000 },
    );
  });
});
