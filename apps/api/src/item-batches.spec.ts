import { Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { RawItem } from '@risk/intake';
import { itemBatches } from './item-batches.js';

/** A request whose body arrives in these chunks. */
const request = (chunks: readonly (string | Buffer)[], type?: string) =>
  Object.assign(Readable.from(chunks.map((chunk) => Buffer.from(chunk))), {
    headers: { 'content-type': type },
  });

async function batchesOf(chunks: readonly (string | Buffer)[], type?: string) {
  const batches: RawItem[][] = [];
  for await (const batch of itemBatches('complaint', request(chunks, type))) batches.push(batch);
  return batches;
}

const textsOf = (batches: readonly RawItem[][]): string[] =>
  batches.flat().map(({ bytes }) => Buffer.from(bytes).toString('utf8'));

async function textsIn(body: string | Buffer, type = 'application/json') {
  return textsOf(await batchesOf([body], type));
}

const NDJSON = 'application/x-ndjson';

describe('a document', () => {
  it.each<[string, string, string[]]>([
    ['one object', '{"a":1}', ['{"a":1}']],
    ['one object over several lines', '{\n  "a": 1\n}\n', ['{\n  "a": 1\n}\n']],
    ['an array', '[{"a":1},{"a":2}]', ['{"a":1}', '{"a":2}']],
    ['an array over several lines', '[\n{"a":1},\n{"a":2}\n]', ['{"a":1}', '{"a":2}']],
    ['an array with things that are no objects', '[1,null,"x",[]]', ['1', 'null', '"x"', '[]']],
    ['an array after a byte order mark', '\ufeff[{"a":1},{"a":2}]', ['{"a":1}', '{"a":2}']],
    ['an empty array', '[]', []],
    ['nothing', '', []],
    ['blanks', ' \r\n\t\n', []],
    ['lines under the wrong content type', '{"a":1}\n{"a":2}\n', ['{"a":1}', '{"a":2}']],
    ['such lines with Windows ends', '{"a":1}\r\n\r\n{"a":2}\r\n', ['{"a":1}\r', '{"a":2}\r']],
    ['such lines, one of them broken', '{"a":1}\n{"a":\n{"a":3}', ['{"a":1}', '{"a":', '{"a":3}']],
    [
      'such lines, one of them no JSON at all',
      '{"a":1}\nfoo\n{"a":3}',
      ['{"a":1}', 'foo', '{"a":3}'],
    ],
    ['such lines, the first of them no JSON', 'foo\n{"a":2}', ['foo', '{"a":2}']],
    ['such lines, indented', '  {"a":1}\n  {"a":2}', ['  {"a":1}', '  {"a":2}']],
  ])('%s', async (_name, body, texts) => {
    expect(await textsIn(body)).toEqual(texts);
  });

  it.each([
    ['cut short', '{"a":1,"b"'],
    ['cut short over several lines', '{\n  "a": 1,\n  "b": {\n'],
    ['an array cut short', '[\n{"a":1},\n{"a":2}\n'],
    ['not JSON', 'hello\nworld'],
  ])('that is broken (%s) is one unusable message', async (_name, body) => {
    expect(await textsIn(body)).toEqual([body]);
  });

  it('keeps the bytes of a single object as they came, also when they are no UTF-8', async () => {
    const bytes = Buffer.concat([Buffer.from('{"a":"'), Buffer.of(0xb9, 0xfa), Buffer.from('"}')]);
    const [batch] = await batchesOf([bytes]);
    expect(Buffer.from(batch![0]!.bytes).equals(bytes)).toBe(true);
  });

  it('larger than 32 MiB is refused', async () => {
    const chunks = Array.from({ length: 33 }, () => Buffer.alloc(1024 * 1024, 0x20));
    await expect(batchesOf(chunks)).rejects.toMatchObject({ status: 413 });
  });
});

describe('lines', () => {
  it.each<[string, string, string[]]>([
    ['with and without an end', '{"a":1}\n{"a":2}', ['{"a":1}', '{"a":2}']],
    ['with blank ones between', '\n\n{"a":1}\n \t\n\r\n{"a":2}\n\n', ['{"a":1}', '{"a":2}']],
    ['with Windows ends', '{"a":1}\r\n{"a":2}\r\n', ['{"a":1}\r', '{"a":2}\r']],
    ['that are no JSON', '{"a":\nfoo', ['{"a":', 'foo']],
    ['that look like an array', '[\n{"a":1}\n]', ['[', '{"a":1}', ']']],
    ['none at all', '', []],
  ])('%s', async (_name, body, texts) => {
    expect(await textsIn(body, NDJSON)).toEqual(texts);
  });

  it.each([
    NDJSON,
    'application/ndjson; charset=utf-8',
    'application/jsonl',
    'Application/X-NDJSON',
  ])('are recognised by the content type %s', async (type) => {
    expect(await textsIn('foo\nbar', type)).toEqual(['foo', 'bar']);
  });

  it('come out the same wherever the chunks are cut, in mid-character too', async () => {
    const lines = ['{"text":"保本高息，月息两分"}', '', '{"text":"𠮷祥"}\r', '{"a":1}'];
    const bytes = Buffer.from(lines.join('\n'));
    const cuts = fc.uniqueArray(fc.nat(bytes.length), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(cuts, fc.constantFrom(NDJSON, 'application/json'), async (places, type) => {
        const edges = [0, ...places.sort((a, b) => a - b), bytes.length];
        const chunks = edges.slice(1).map((end, i) => bytes.subarray(edges[i], end));
        expect(textsOf(await batchesOf(chunks, type))).toEqual(lines.filter((line) => line !== ''));
      }),
    );
  });

  it('longer than 2 MiB are refused, long before the body ends', async () => {
    const endless = (function* () {
      for (;;) yield Buffer.alloc(256 * 1024, 0x61);
    })();
    const body = Object.assign(Readable.from(endless), { headers: { 'content-type': NDJSON } });
    await expect(itemBatches('complaint', body).next()).rejects.toMatchObject({ status: 413 });
    expect(body.destroyed).toBe(false);
    body.destroy();
  });
});

describe('batches', () => {
  const numbered = Array.from({ length: 1203 }, (_, n) => ({ n }));
  it.each([
    ['lines', numbered.map((o) => JSON.stringify(o)).join('\n'), NDJSON],
    ['lines sent as a document', numbered.map((o) => JSON.stringify(o)).join('\n'), undefined],
    ['an array', JSON.stringify(numbered), 'application/json'],
  ])('of 500 are made of %s, numbered through', async (_name, body, type) => {
    const batches = await batchesOf([body], type);
    expect(batches.map((b) => b.length)).toEqual([500, 500, 203]);
    expect(textsOf(batches)).toEqual(numbered.map((o) => JSON.stringify(o)));
    expect(batches.flat().map((i) => i.origin['index'])).toEqual(numbered.map(({ n }) => n));
  });

  it('carry the feed and the door', async () => {
    const [batch] = await batchesOf(['{}']);
    expect(batch).toEqual([
      { feed: 'complaint', door: 'http', bytes: Buffer.from('{}'), origin: { index: 0 } },
    ]);
  });

  it('are handed on while the body still comes', async () => {
    let sent = 0;
    const slow = (function* () {
      for (; sent < 100_000; sent += 1) yield Buffer.from(`{"n":${sent}}\n`);
    })();
    const body = Object.assign(Readable.from(slow), { headers: { 'content-type': NDJSON } });
    await itemBatches('complaint', body).next();
    expect(sent).toBeLessThan(2_000);
    body.destroy();
  });
});
