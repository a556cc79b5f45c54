import { groupBy } from '@risk/kit';
import type { AuditHead, AuditLine } from './audit-event.js';
import { AUDIT_ALGORITHM, GENESIS, hashOf } from './audit-hash.js';

/** What may be wrong with a trail. */
export const AUDIT_FAULTS = {
  changed: '内容被改',
  unlinked: '前后不接',
  missing: '缺行',
  disordered: '次序不对',
  doubled: '重复',
  'head-differs': '与末尾记录不符',
  shorter: '短于检查点',
  'checkpoint-differs': '与检查点不符',
} as const;
export type AuditFaultKind = keyof typeof AUDIT_FAULTS;

/** One fault of a trail: where, what kind, and a sentence for people. */
export interface AuditFault {
  readonly kind: AuditFaultKind;
  readonly seq: string;
  readonly words: string;
}

/** Lines that did not come yet, between two that did. */
interface Gap {
  readonly from: number;
  readonly to: number;
  /** The hash of the line before, and what the line after says it follows. */
  readonly before: string;
  readonly after: string;
}

/**
 * Looks at the lines of a trail one after another and finds every one that was changed, taken out, put in or
 * moved, in no more memory than the checkpoints and the gaps take.
 *
 * What it cannot find without a checkpoint from outside: a tail cut off together with the head, a rest rewritten
 * with all hashes computed anew, an old state put back. With one, it finds them up to that checkpoint. What no
 * checkpoint shows: lines forged or rewritten after the last one, an event that nobody ever wrote down, and a
 * name or time that was wrong when it was written.
 */
export class AuditVerifier {
  private top = GENESIS;
  private gaps: readonly Gap[] = [];
  private readonly checkpoints: ReadonlyMap<number, readonly AuditHead[]>;

  constructor(checkpoints: readonly AuditHead[] = []) {
    this.checkpoints = groupBy(checkpoints, ({ size }) => size);
  }

  /** How far the trail reaches as far as it was seen. */
  get reached(): AuditHead {
    return this.top;
  }

  /** Takes the next line and answers what is wrong with it. */
  take(line: AuditLine): AuditFault[] {
    const place = Number(line.seq) > this.top.size ? this.onward(line) : this.backward(line);
    return [...contentOf(line), ...place, ...this.agreement(Number(line.seq), line.hash)];
  }

  /** Ends: answers what is missing, and whether the trail reaches as far as it should. */
  finish(head: AuditHead | null): AuditFault[] {
    const beyond = [...this.checkpoints.keys()].filter((size) => size > this.top.size);
    return [
      ...this.gaps.map(missing),
      ...(head === null ? [] : this.headOf(head)),
      ...this.agreement(GENESIS.size, GENESIS.hash),
      ...beyond.map((size) =>
        fault('shorter', size, `检查点时已有 ${size} 行，现在只到第 ${this.top.size} 行`),
      ),
    ];
  }

  private onward({ seq, previous, hash }: AuditLine): AuditFault[] {
    const { size, hash: before } = this.top;
    const at = Number(seq);
    this.top = { size: at, hash };
    if (at === size + 1) return linked(at, previous, before);
    this.gaps = [...this.gaps, { from: size + 1, to: at - 1, before, after: previous }];
    return [];
  }

  private backward({ seq, previous, hash }: AuditLine): AuditFault[] {
    const at = Number(seq);
    const gap = this.gaps.find(({ from, to }) => from <= at && at <= to);
    if (!gap) return [fault('doubled', at, `第 ${at} 行出现了不止一次`)];
    this.gaps = this.gaps.flatMap((one) =>
      one === gap ? without(gap, at, previous, hash) : [one],
    );
    return [
      fault('disordered', at, `第 ${at} 行出现在第 ${this.top.size} 行之后`),
      ...(at === gap.from ? linked(at, previous, gap.before) : []),
      ...(at === gap.to ? linked(at + 1, gap.after, hash) : []),
    ];
  }

  private agreement(size: number, hash: string): AuditFault[] {
    const differing = (this.checkpoints.get(size) ?? []).filter((one) => one.hash !== hash);
    return differing.map((one) =>
      fault(
        'checkpoint-differs',
        size,
        `检查点记下的第 ${size} 行哈希是 ${one.hash}，现在是 ${hash}：这一行或它之前被改写`,
      ),
    );
  }

  private headOf({ size, hash }: AuditHead): AuditFault[] {
    const { size: last, hash: found } = this.top;
    if (size !== last)
      return [
        fault(
          'head-differs',
          last,
          `末尾记录说有 ${size} 行，实际到第 ${last} 行：末尾${size > last ? '缺行' : '多出行'}`,
        ),
      ];
    return hash === found ? [] : [fault('head-differs', last, '末尾记录的哈希与最后一行不同')];
  }
}

const fault = (kind: AuditFaultKind, at: number, words: string): AuditFault => ({
  kind,
  seq: String(at),
  words,
});

function contentOf(line: AuditLine): AuditFault[] {
  const { algorithm, seq } = line;
  if (algorithm !== AUDIT_ALGORITHM)
    return [fault('changed', Number(seq), `第 ${seq} 行写着不认识的算法“${algorithm}”`)];
  return fits(line) ? [] : [fault('changed', Number(seq), `第 ${seq} 行的内容与它的哈希不符`)];
}

/** A row that cannot even be read is a changed one; it must not keep the others from being looked at. */
function fits(line: AuditLine): boolean {
  try {
    return hashOf(line) === line.hash;
  } catch {
    return false;
  }
}

function linked(at: number, previous: string, before: string): AuditFault[] {
  if (previous === before) return [];
  return [
    fault('unlinked', at, `第 ${at} 行记下的前一行哈希与前一行不符：两者之一被改写、调换或插入`),
  ];
}

function missing({ from, to }: Gap): AuditFault {
  const lines = from === to ? `第 ${from} 行` : `第 ${from} 至 ${to} 行`;
  return fault('missing', from, `${lines}不见了，共 ${to - from + 1} 行`);
}

/** What is left of a gap when a line of it came after all. */
function without(gap: Gap, at: number, previous: string, hash: string): Gap[] {
  const left = { ...gap, to: at - 1, after: previous };
  const right = { ...gap, from: at + 1, before: hash };
  return [left, right].filter(({ from, to }) => from <= to);
}
