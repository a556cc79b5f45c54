import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Feed } from '@risk/domain';
import { parseBytes } from './parse-bytes.js';
import { parseEnvelope, parsePayload, type Parsed, type Refused } from './parse-envelope.js';
import { sourceBookOf, type Source } from './source-book.js';

const source = (name: string, feed: Feed): Source => ({
  name,
  feed,
  title: name,
  preset: null,
  sample: false,
  expectEveryMs: null,
  workingDaysOnly: false,
  regionCode: null,
  table: null,
});
const BOOK = sourceBookOf([
  source('hotline', 'complaint'),
  source('gsj', 'registration'),
  source('ads', 'advertisement'),
]);

const complaint = (payload: unknown, head: object = {}): unknown => ({
  source: 'hotline',
  sourceId: 'A-1',
  occurredAt: '2026-11-22T09:30:00+08:00',
  payload,
  ...head,
});
const registration = (payload: object): unknown => ({
  source: 'gsj',
  sourceId: 'R-1',
  occurredAt: '2026-11-22T09:30:00+08:00',
  payload: { name: '郴州甲乙丙财富管理有限公司', ...payload },
});
const parsed = (feed: Feed, value: unknown): Parsed => {
  const outcome = parseEnvelope(feed, value, BOOK);
  if (outcome.kind === 'refused') throw new Error(outcome.reason);
  return outcome;
};
const refused = (feed: Feed, value: unknown): Refused => {
  const outcome = parseEnvelope(feed, value, BOOK);
  if (outcome.kind !== 'refused') throw new Error('should have been refused');
  return outcome;
};
const nested = (depth: number): unknown => {
  let value: unknown = '底';
  for (let n = 0; n < depth; n += 1) value = { inner: value };
  return value;
};

describe('a record that passes the door', () => {
  it('carries the envelope, a moment and no reporter', () => {
    const { record, reporter } = parsed(
      'complaint',
      complaint({ text: '月息2分', reporter: { name: '赵某', phone: '１３８ 0000 0000' } }),
    );
    expect(record).toMatchObject({
      feed: 'complaint',
      source: 'hotline',
      sourceId: 'A-1',
      operation: 'upsert',
      related: [],
      reporterKey: null,
      occurredAt: new Date('2026-11-22T01:30:00Z'),
      payload: { text: '月息2分' },
    });
    expect(JSON.stringify(record)).not.toMatch(/赵某|138/);
    expect(reporter).toEqual({ name: '赵某', phone: '13800000000' });
  });

  it.each([
    ['a street code of nine digits', { regionCode: '431002203' }, { regionCode: '431002' }],
    ['a city of four digits', { regionCode: 4310 }, { regionCode: '431000' }],
    ['a date that means none', { establishedOn: '9999-12-31' }, {}],
    ['a date with slashes', { establishedOn: '2020/6/8' }, { establishedOn: '2020-06-08' }],
    ['a full-width code', { uscc: '９１431002ｍａ4L0000 0X' }, { uscc: '91431002MA4L00000X' }],
    [
      'phones in one text',
      { phones: '０７３５－2222222；13800000000' },
      { phones: ['0735-2222222', '13800000000'] },
    ],
    [
      'missing marks',
      { address: '暂无', businessScope: '\\N', legalRepresentative: '-', phones: ['无'] },
      {},
    ],
    [
      'capital with its unit',
      { registeredCapital: '100万元人民币' },
      { registeredCapital: 1_000_000 },
    ],
    [
      'unknown fields',
      { PRIPID: 'x1', inner: { a: [1, '二'] } },
      { PRIPID: 'x1', inner: { a: [1, '二'] } },
    ],
  ])('cleans %s', (_what, given, clean) => {
    const { record } = parsed('registration', registration(given));
    expect(record.payload).toEqual({ name: '郴州甲乙丙财富管理有限公司', ...clean });
  });

  it('keeps texts to the letter, because spans count in them', () => {
    const text = ' 　ＡＢＣ全角 ，前后有空格 ';
    expect(parsed('complaint', complaint({ text })).record.payload).toEqual({ text });
  });

  it('makes targets of names and drops empty ones', () => {
    const { record } = parsed(
      'complaint',
      complaint({ text: '甲', targets: ['乙公司', {}, { name: '无' }, { phone: '１１０' }] }),
    );
    expect(record.payload).toMatchObject({ targets: [{ name: '乙公司' }, { phone: '110' }] });
  });

  it.each([[true], [1], ['1'], ['是'], ['Y']])('keeps the secrecy flag %p', (secret) => {
    expect(parsed('complaint', complaint({ text: '甲', secret })).record.payload).toMatchObject({
      secret: true,
    });
  });

  it.each(['ISSECRET', 'is_secrecy', '是否保密'])(
    'knows secrecy by the sender’s name %s',
    (field) => {
      const { record } = parsed('complaint', complaint({ text: '甲', [field]: '1' }));
      expect(record.payload).toMatchObject({ secret: true });
    },
  );

  it('takes a withdrawal by its id alone', () => {
    const { record } = parsed('complaint', complaint(undefined, { operation: 'withdraw' }));
    expect(record).toMatchObject({ operation: 'withdraw', payload: { text: '' } });
  });

  it('takes numbers as ids', () => {
    const { record } = parsed(
      'complaint',
      complaint({ text: '甲' }, { sourceId: 42, related: [41, null] }),
    );
    expect(record).toMatchObject({ sourceId: '42', related: ['41'] });
  });
});

describe('identities in unknown fields', () => {
  it.each([
    ['求助人员', '钱某', { name: '钱某' }],
    ['callerPhone', 13900000000, { phone: '13900000000' }],
    ['caller_phone', '13900000000', { phone: '13900000000' }],
    ['SFZH', '431002000000000000', { idNumber: '431002000000000000' }],
  ])('field %s goes to the vault', (field, value, expected) => {
    const { record, reporter } = parsed('complaint', complaint({ text: '甲', [field]: value }));
    expect(record.payload).toEqual({ text: '甲' });
    expect(reporter).toEqual(expected);
  });

  it('finds them in nested fields and drops what the vault has no place for', () => {
    const extra = { 工单: { 姓名: '孙某', 家庭住址: '某路1号', 办结期限: '5天' } };
    const { record, reporter } = parsed('complaint', complaint({ text: '甲', ...extra }));
    expect(record.payload).toEqual({ text: '甲', 工单: { 办结期限: '5天' } });
    expect(reporter).toEqual({ name: '孙某' });
  });

  it('does not take a firm’s phone for a reporter’s', () => {
    const { record, reporter } = parsed('registration', registration({ 联系电话: '0735-1' }));
    expect(record.payload).toMatchObject({ 联系电话: '0735-1' });
    expect(reporter).toBeNull();
  });

  it('drops the id number of a legal representative', () => {
    const { record, reporter } = parsed(
      'registration',
      registration({ CERNO: '431002000000000000' }),
    );
    expect(JSON.stringify(record)).not.toContain('431002000000000000');
    expect(reporter).toBeNull();
  });

  it.each(['匿名', '不愿透露', '保密'])('%s is nobody', (name) => {
    expect(parsed('complaint', complaint({ text: '甲', reporter: { name } })).reporter).toBeNull();
  });

  it('never repeats a reporter in the reason of a refusal', () => {
    const { reason } = refused(
      'complaint',
      complaint({ text: '', reporter: { name: '李某', phone: {} } }),
    );
    expect(reason).not.toContain('李某');
  });
});

describe('what is refused, and in which words', () => {
  it.each<[string, unknown, string]>([
    ['no object', [], '应为一个 JSON 对象'],
    ['no id', complaint({ text: '甲' }, { sourceId: '' }), 'sourceId 没有填写'],
    ['no time', complaint({ text: '甲' }, { occurredAt: null }), 'occurredAt 没有填写'],
    [
      'no offset',
      complaint({ text: '甲' }, { occurredAt: '2026-11-22T09:30:00' }),
      'occurredAt 缺少时区',
    ],
    [
      'no such day',
      complaint({ text: '甲' }, { occurredAt: '2026-02-30T09:30:00Z' }),
      '不是日历上有的日子',
    ],
    [
      'year 300000',
      complaint({ text: '甲' }, { occurredAt: '+300000-01-01T00:00:00Z' }),
      '不是日期',
    ],
    [
      'year 2300',
      complaint({ text: '甲' }, { occurredAt: '2300-01-01T00:00:00Z' }),
      '年份 2300 超出 1900 至 2200',
    ],
    ['an unknown source', complaint({ text: '甲' }, { source: 'nobody' }), '未登记的来源“nobody”'],
    [
      'another feed’s source',
      complaint({ text: '甲' }, { source: 'gsj' }),
      '来源“gsj”属于登记注册，不能送入投诉举报',
    ],
    [
      'an unknown operation',
      complaint({ text: '甲' }, { operation: 'drop' }),
      'operation 只能是 upsert、withdraw 之一',
    ],
    ['no payload', complaint(undefined), 'payload 没有填写'],
    ['no text', complaint({ title: '标题' }), 'payload.text 没有填写'],
    ['an unknown channel', complaint({ text: '甲', channel: 'pigeon' }), 'payload.channel 只能是'],
    ['half a person', complaint({ text: '甲', people: 1.5 }), 'payload.people 应为整数'],
    ['a negative sum', complaint({ text: '甲', amount: -1 }), 'payload.amount 不能小于 0'],
    ['words for a sum', complaint({ text: '甲', amount: '很多' }), 'payload.amount 不是金额'],
    [
      'a nested misfit',
      complaint({ text: '甲', targets: [{ name: '乙' }, { name: {} }] }),
      'payload.targets[1].name 应为文字',
    ],
    [
      'an endless name',
      complaint({ text: '甲', targets: [{ name: '长'.repeat(700) }] }),
      'payload.targets[0].name 过长',
    ],
    [
      'too many targets',
      complaint({ text: '甲', targets: Array.from({ length: 501 }, () => '乙') }),
      'payload.targets 最多 500 项',
    ],
    [
      'a row that its reader refused',
      { source: 'hotline', unusableRow: '列“编号”为空' },
      '列“编号”为空',
    ],
  ])('%s', (_what, value, words) => {
    expect(refused('complaint', value).reason).toContain(words);
  });

  it('names the source when it can, so that the books balance by source', () => {
    expect(refused('complaint', complaint({})).source).toBe('hotline');
    expect(refused('complaint', 'x').source).toBeNull();
  });
});

describe('poison', () => {
  it.each<[string, unknown, string]>([
    ['NUL in a text', { text: '甲\u0000' }, 'payload.text 含有空字符'],
    ['NUL in a key', { text: '甲', 'a\u0000': 1 }, '字段名含有空字符'],
    ['a lone surrogate', { text: '甲\ud83d' }, 'payload.text 含有不完整的字符'],
    [
      'a lone surrogate deep down',
      { text: '甲', x: [{ y: '\udc00' }] },
      'payload.x[0].y 含有不完整的字符',
    ],
    ['an infinite number', { text: '甲', amount: Infinity }, 'payload.amount 不是有限的数'],
    ['no number', { text: '甲', amount: NaN }, 'payload.amount 不是有限的数'],
    ['an overflowing number', { text: '甲', amount: 1e16 }, 'payload.amount 数字过大'],
    ['65 levels', { text: '甲', deep: nested(70) }, '嵌套超过 64 层'],
    ['a text without end', { text: '长'.repeat(200_001) }, 'payload.text 文字超过 200000 个字符'],
    [
      'a prototype',
      JSON.parse('{"text":"甲","x":{"__proto__":{"a":1}}}'),
      '不允许的字段名“__proto__”',
    ],
    ['a date object', { text: '甲', when: new Date(0) }, 'payload.when 不是 JSON 能表示的值'],
    ['a function', { text: '甲', f: () => 1 }, 'payload.f 不是 JSON 能表示的值'],
    ['more values than anybody sends', { text: '甲', x: new Array(200_001).fill(1) }, '内容过多'],
  ])('refuses %s', (_what, payload, words) => {
    expect(refused('complaint', complaint(payload)).reason).toContain(words);
  });

  it('refuses a ring instead of running round it', () => {
    const ring: Record<string, unknown> = { text: '甲' };
    ring['self'] = ring;
    expect(refused('complaint', complaint(ring)).reason).toContain('嵌套超过 64 层');
  });
});

describe('bytes', () => {
  const bytes = (text: string): Uint8Array => Buffer.from(text);

  it.each<[string, Uint8Array, string]>([
    ['nothing', bytes(''), '消息为空'],
    ['not UTF-8', Uint8Array.of(0x7b, 0x22, 0xc0, 0x22), '第 3 字节起无法识别'],
    ['GBK', Uint8Array.of(0x22, 0xb3, 0xbb, 0xd6, 0xdd, 0x22), '不是 UTF-8 编码'],
    ['broken in line 2', bytes('{"a":1,\n "b":,}'), '第 2 行第 6 个字符处断开'],
    ['cut short', bytes('{"a": {'), '不是完整的 JSON'],
    ['a list', bytes('[1]'), '应为一个 JSON 对象'],
    ['a number that overflows', bytes('{"source":"hotline","x":1e400}'), 'x 不是有限的数'],
    ['an escaped NUL', bytes('{"x":"\\u0000"}'), 'x 含有空字符'],
    ['an escaped half character', bytes('{"x":"\\ud800"}'), 'x 含有不完整的字符'],
    ['a 100,000-deep nest', bytes(`${'['.repeat(100_000)}${']'.repeat(100_000)}`), '应为'],
    ['more than a megabyte', new Uint8Array(1_048_577), '消息过大：1048577 字节'],
  ])('%s', (_what, input, words) => {
    const outcome = parseBytes('complaint', input, BOOK);
    expect(outcome).toMatchObject({ kind: 'refused' });
    expect((outcome as Refused).reason).toMatch(words === '应为' ? /应为|嵌套/ : words);
  });

  it('accepts a byte-order mark', () => {
    const text = JSON.stringify(complaint({ text: '甲' }));
    expect(parseBytes('complaint', bytes(`\ufeff${text}`), BOOK).kind).toBe('record');
  });
});

describe('whatever comes', () => {
  it('never throws on a value', () => {
    fc.assert(
      fc.property(
        fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true }),
        (payload) => {
          for (const value of [
            payload,
            complaint(payload),
            complaint({ text: '甲', extra: payload, targets: payload, amount: payload }),
          ])
            expect(['record', 'refused']).toContain(parseEnvelope('complaint', value, BOOK).kind);
        },
      ),
    );
  });

  it('never throws on bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(parseBytes('registration', bytes, BOOK).kind).toBe('refused');
      }),
    );
  });

  it('stores what it accepts: no NUL, no half character, finite numbers', () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        const outcome = parseEnvelope(
          'complaint',
          complaint({ text: '甲', extra: JSON.parse(json) }),
          BOOK,
        );
        if (outcome.kind === 'refused') return;
        expect(JSON.stringify(outcome.record)).not.toMatch(/\\u0000|\\ud[89a-f]/);
      }),
    );
  });
});

describe('fingerprints', () => {
  it('do not depend on the order of fields', () => {
    const one = parsed('complaint', complaint({ text: '甲', amount: 1, x: { a: 1, b: 2 } }));
    const other = parsed('complaint', complaint({ x: { b: 2, a: 1 }, amount: 1, text: '甲' }));
    expect(other.record.fingerprint).toBe(one.record.fingerprint);
  });

  it.each<[string, object, object]>([
    ['the text', { text: '乙' }, {}],
    ['the time', { text: '甲' }, { occurredAt: '2026-11-22T09:30:01+08:00' }],
    ['the operation', { text: '甲' }, { operation: 'withdraw' }],
    ['a link', { text: '甲' }, { related: ['A-0'] }],
    ['an unknown field', { text: '甲', status: '已办结' }, {}],
  ])('change with %s', (_what, payload, head) => {
    const base = parsed('complaint', complaint({ text: '甲' })).record.fingerprint;
    expect(parsed('complaint', complaint(payload, head)).record.fingerprint).not.toBe(base);
  });

  it('do not change with the way a moment is written', () => {
    const one = parsed('complaint', complaint({ text: '甲' }));
    const other = parsed(
      'complaint',
      complaint({ text: '甲' }, { occurredAt: '2026-11-22T01:30:00.000Z' }),
    );
    expect(other.record.fingerprint).toBe(one.record.fingerprint);
  });

  it('take the reporter in only as a pseudonym', () => {
    const value = complaint({ text: '甲', reporter: { phone: '13900000001' } });
    const read = (key: string | null) => parseEnvelope('complaint', value, BOOK, () => key);
    const [marked, other, none] = [read('k1'), read('k2'), read(null)];
    expect(marked).toMatchObject({ record: { reporterKey: 'k1' } });
    const prints = [marked, other, none].map((p) => p.kind === 'record' && p.record.fingerprint);
    expect(new Set(prints).size).toBe(3);
    expect(JSON.stringify(marked.kind === 'record' && marked.record)).not.toContain('13900000001');
  });
});

describe('a payload by itself', () => {
  it('is cleaned without a source', () => {
    expect(parsePayload('complaint', { text: '甲', reporter: '周某' })).toEqual({
      kind: 'payload',
      payload: { text: '甲' },
      reporter: { name: '周某' },
    });
  });

  it('is refused with the same words', () => {
    expect(parsePayload('registration', {})).toMatchObject({ reason: 'payload.name 没有填写' });
    expect(parsePayload('registration', '\u0000')).toMatchObject({ kind: 'refused' });
  });
});
