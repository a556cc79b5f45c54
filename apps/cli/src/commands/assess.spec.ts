import { PassThrough, Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import type { NearRule } from '@risk/assessment';
import type { FeedRecord } from '@risk/domain';
import { FakeClock } from '../../../../libs/kit/src/testing/fake-clock.js';
import type { Verdict } from '../say-verdict.js';
import { assessCommand, assessLines, type AssessParts } from './assess.js';

const points = { compliance: 1, inducement: 2, spread: 3, complaint: 4, relation: 5 };

const scale = { weights: points, tiers: { red: 80, orange: 60, yellow: 40, blue: 20 } };

/** A judge that tells what it was given: the score is the length of the text. */
const judge = (record: FeedRecord): Verdict => {
  const text = (record.payload as { text?: string }).text ?? '';
  return {
    score: text.length,
    tier: 'none',
    categories: [{ code: 'none', probability: 1 }],
    dimensions: points,
    elements: { illegality: false, publicity: false, inducement: false, sociality: false },
    annualYieldPercent: null,
    signals: [
      {
        engine: 'rules',
        code: 'X',
        dimension: 'spread',
        weight: 3,
        because: record.occurredAt.toISOString(),
        evidence: { field: 'text', start: 0, end: 1, quote: text.slice(0, 1) },
        transforms: [],
        suppressed: null,
        elements: [],
        scheme: null,
        halfLifeDays: null,
      },
    ],
    version: { lexicon: 'l', rules: 'r', model: 'm', scoring: 's' },
    mentions: [{ mention: { name: '甲公司', uscc: null, field: 'text', start: 0, end: 3 } }],
  };
};

async function assess(
  chunks: readonly (string | Buffer)[],
  feed: 'complaint' | 'registration' = 'complaint',
  more: Partial<AssessParts> = {},
) {
  const stdout = new PassThrough();
  const parts: string[] = [];
  stdout.on('data', (chunk: Buffer) => parts.push(chunk.toString()));
  const code = await assessLines(
    feed,
    { stdin: Readable.from(chunks, { objectMode: true }), stdout },
    { judge, scale, clock: new FakeClock('2026-11-02T09:00:00+08:00'), ...more },
  );
  const lines = parts
    .join('')
    .trimEnd()
    .split('\n')
    .filter((line) => line !== '');
  return { code, lines: lines.map((line) => JSON.parse(line) as Record<string, unknown>) };
}

describe('risk assess', () => {
  it('answers every line in its order, a bad one in its place', async () => {
    const { code, lines } = await assess([
      '{"id":"a","text":"一二"}\n{"text":\n\n{"text":"三四五"}\n[]\n',
    ]);
    expect(code).toBe(1);
    expect(lines.map((l) => l['id'] ?? l['line'])).toEqual(['a', 2, 3, '4', 5]);
    expect(lines[1]).toEqual({ line: 2, error: expect.stringContaining('JSON') });
    expect(lines[3]).toMatchObject({ score: 3 });
  });

  it('prints the fields of the contract', async () => {
    const { code, lines } = await assess(['{"id":"a","text":"一二"}']);
    expect(code).toBe(0);
    expect(lines[0]).toMatchObject({
      id: 'a',
      tier: 'none',
      categories: [{ code: 'none', probability: 1 }],
      dimensions: points,
      annualYieldPercent: null,
      entities: [{ name: '甲公司', field: 'text', start: 0, end: 3, uscc: null }],
      signals: [
        {
          engine: 'rules',
          code: 'X',
          weight: 3,
          field: 'text',
          start: 0,
          end: 1,
          quote: '一',
          transforms: [],
          suppressed: null,
        },
      ],
      scale: { weights: points, tiers: { red: 80, orange: 60, yellow: 40, blue: 20 } },
      version: { lexicon: 'l', rules: 'r', model: 'm' },
    });
  });

  it.each([
    [
      'an envelope',
      '{"source":"s","sourceId":"77","occurredAt":"2020-01-02T03:04:05+08:00","payload":{"text":"好"}}',
      '77',
      '2020-01-01T19:04:05.000Z',
    ],
    ['a payload with an id', '{"id":5,"text":"好"}', '5', '2026-11-02T01:00:00.000Z'],
    ['a payload without', '{"text":"好"}', '1', '2026-11-02T01:00:00.000Z'],
  ])('takes %s', async (_name, line, id, moment) => {
    const { lines } = await assess([line]);
    expect(lines[0]).toMatchObject({ id, signals: [{ because: moment }] });
  });

  it.each([
    ['no text', '{"id":"a"}', 'text'],
    ['a time that is none', '{"occurredAt":"昨天","payload":{"text":"好"}}', 'occurredAt'],
    ...['Nov 3 2026', '2026', '2026-02-30T09:00:00+08:00', '2026-11-03T09:00:00'].map(
      (at): [string, string, string] => [
        `a time written ${at}`,
        JSON.stringify({ occurredAt: at, payload: { text: '好' } }),
        'occurredAt',
      ],
    ),
    [
      'an operation that is none',
      '{"operation":"nonsense","payload":{"text":"好"}}',
      'operation 只能是 upsert、withdraw 之一',
    ],
    ['a number for a text', '{"text":{"a":1}}', 'text'],
  ])('refuses %s naming the field', async (_name, line, field) => {
    const { code, lines } = await assess([line]);
    expect(code).toBe(1);
    expect(lines[0]).toMatchObject({ line: 1, error: expect.stringContaining(field) });
  });

  it('survives characters cut between chunks, a mark at the start and line ends of Windows', async () => {
    const bytes = Buffer.from('\ufeff{"text":"投资\u2028人"}\r\n{"text":"好"}\r\n');
    const pieces = Array.from(bytes, (byte) => Buffer.from([byte]));
    const { code, lines } = await assess(pieces);
    expect(code).toBe(0);
    expect(lines.map((l) => l['score'])).toEqual([4, 1]);
  });

  it('adds what came nearest only when asked to', async () => {
    const near: NearRule = {
      rule: 'CP-X',
      title: '规则',
      dimension: 'complaint',
      weight: 30,
      elements: [],
      scheme: null,
      halfLifeDays: null,
      lacking: 1,
      held: ['正文中有“甲”'],
      lacks: ['正文中没有 乙'],
      says: '差一步：CP-X 规则（已有：正文中有“甲”；缺：正文中没有 乙）',
      score: 30,
    };
    const nearest = (record: FeedRecord) => (record.feed === 'complaint' ? [near] : []);
    const why = await assess(['{"text":"好"}'], 'complaint', { nearest });
    const { elements: _e, scheme: _s, halfLifeDays: _h, ...printed } = near;
    expect(why.lines[0]).toMatchObject({ score: 1, nearest: [printed] });
    expect((await assess(['{"text":"好"}'])).lines[0]).not.toHaveProperty('nearest');
  });

  it('is silent about nothing', async () => {
    expect(await assess([])).toEqual({ code: 0, lines: [] });
  });

  it.each([[[]], [['--feed', 'letters']]])('refuses a wrong call %j', async (args) => {
    const io = { stdin: Readable.from([]), stdout: new PassThrough(), stderr: new PassThrough() };
    await expect(assessCommand.run(args, io)).rejects.toThrow('--feed');
  });
});
