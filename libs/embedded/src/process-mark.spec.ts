import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { beganFromStat, markFromName, markOf, nameOfMark } from './process-mark.js';

const stat = (name: string, state = 'S'): string =>
  `77 (${name}) ${state} ${Array.from({ length: 18 }, (_, at) => at).join(' ')} 141626 779816960 10694`;

describe('the beginning of a process', () => {
  it.each(['node', 'a b', 'odd) S 1 2', '(('])('is read past the name %s', (name) => {
    expect(beganFromStat(stat(name))).toBe('141626');
  });

  it('is none for a dead one that waits for its parent', () => {
    expect(beganFromStat(stat('node', 'Z'))).toBeUndefined();
  });

  it('tells this process from its parent', async () => {
    const [self, parent] = [await markOf(process.pid), await markOf(process.ppid)];
    expect(self).toMatchObject({ pid: process.pid, boot: parent?.boot, space: parent?.space });
    expect(self?.began).not.toBe(parent?.began);
  });

  it('is unknown where no process is', async () => {
    expect(await markOf(2 ** 22 + 1)).toBeUndefined();
  });
});

describe('a mark as a file name', () => {
  const mark = fc.record({
    boot: fc.stringMatching(/^[0-9a-f]{8}$/),
    space: fc.stringMatching(/^\d{1,10}$/),
    pid: fc.nat(),
    began: fc.stringMatching(/^[0-9A-Za-z]{1,20}$/),
  });

  it('reads back to the same mark', () => {
    fc.assert(
      fc.property(mark, (each) => {
        expect(markFromName(nameOfMark(each))).toEqual(each);
      }),
    );
  });

  it.each(['', 'x', 'a-b-c-d', '1-2-3', '../1-2-3-4'])('%j is none', (name) => {
    expect(markFromName(name)).toBeUndefined();
  });
});
