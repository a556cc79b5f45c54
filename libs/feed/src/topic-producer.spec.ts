import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { chunksByBytes } from './topic-producer.js';

const ofSize = (bytes: number) => ({ key: null, value: Buffer.alloc(bytes) });
const message = fc.record({
  key: fc.option(fc.string()),
  value: fc.string({ maxLength: 300 }),
  headers: fc.constant({ reason: '原因' }),
});

describe('cutting what is sent', () => {
  it.each([
    [[], []],
    [[10, 20, 30], [3]],
    [
      [500, 500],
      [1, 1],
    ],
    [[5_000], [1]],
    [
      [100, 5_000, 100, 100],
      [1, 1, 2],
    ],
  ])('messages of %j bytes go in chunks of %j', (sizes, chunks) => {
    expect(chunksByBytes(sizes.map(ofSize), 1_000).map((chunk) => chunk.length)).toEqual(chunks);
  });

  it('keeps all, in order, and fills no chunk beyond the limit unless with a giant', () => {
    fc.assert(
      fc.property(fc.array(message), fc.integer({ min: 1, max: 1_000 }), (messages, most) => {
        const chunks = chunksByBytes(messages, most);
        expect(chunks.flat()).toEqual(messages);
        for (const chunk of chunks.filter(({ length }) => length > 1)) {
          const bytes = chunk.reduce((sum, { value }) => sum + Buffer.byteLength(value), 0);
          expect(bytes).toBeLessThanOrEqual(most);
        }
      }),
    );
  });
});
