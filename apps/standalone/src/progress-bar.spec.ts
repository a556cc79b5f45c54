import { Writable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ProgressBar } from './progress-bar.js';

/** A place to write to that remembers; a terminal or a file. */
class Paper extends Writable {
  written = '';

  constructor(readonly isTTY: boolean) {
    super();
  }

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.written += chunk.toString('utf8');
    done();
  }
}

function drawn(isTTY: boolean, steps: readonly number[], of = 200): string {
  const paper = new Paper(isTTY);
  const bar = new ProgressBar(paper);
  for (const step of steps) bar.show(step, of, '2026-11-02');
  bar.end();
  return paper.written;
}

const upTo = (of: number): number[] => Array.from({ length: of + 1 }, (_, n) => n);

describe('on a terminal', () => {
  it('one line moves', () => {
    const text = drawn(true, [0, 50, 200]);
    expect(text.split('\n')).toHaveLength(2);
    expect(text.split('\r').slice(1)).toHaveLength(3);
    expect(text).toContain(`[${'█'.repeat(8)}${'░'.repeat(22)}]  25%  50/200  2026-11-02\u001b[K`);
    expect(text.endsWith(`[${'█'.repeat(30)}] 100%  200/200  2026-11-02\u001b[K\n`)).toBe(true);
  });

  it('is drawn anew only when a whole per cent is gained', () => {
    expect(drawn(true, upTo(10_000), 10_000).split('\r').slice(1)).toHaveLength(101);
  });
});

describe('elsewhere', () => {
  it('a line stands for every tenth', () => {
    const lines = drawn(false, upTo(200)).trimEnd().split('\n');
    expect(lines.map((line) => /(\d+)%/.exec(line)?.[1])).toEqual([
      '0',
      '10',
      '20',
      '30',
      '40',
      '50',
      '60',
      '70',
      '80',
      '90',
      '100',
    ]);
  });

  it('no sign that only a terminal understands is written', () => {
    expect(drawn(false, upTo(200))).not.toMatch(/[\r\u001b]/);
  });
});

describe('the bar', () => {
  it('of nothing is neither drawn nor ended', () => {
    expect(drawn(true, [])).toBe('');
    expect(drawn(false, [])).toBe('');
  });

  it('may be shown again after its end', () => {
    const paper = new Paper(false);
    const bar = new ProgressBar(paper);
    for (const _round of [1, 2]) {
      bar.show(200, 200, '');
      bar.end();
    }
    expect(paper.written.match(/100%/g)).toHaveLength(2);
  });

  it('keeps its width whatever the numbers, also when there is nothing or more than all to do', () => {
    fc.assert(
      fc.property(fc.nat(1e6), fc.nat(1e6), (done, of) => {
        const [, full = '', empty = '', percent] =
          /\[(█*)(░*)\] +(\d+)%/.exec(drawn(true, [done], of)) ?? [];
        expect(full.length + empty.length).toBe(30);
        expect(Number(percent)).toBeLessThanOrEqual(100);
      }),
    );
  });
});
