import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Unavailable } from '@risk/kit';
import { PinoLog } from './pino-log.js';

/** A log onto paper, and the lines on it. */
function paper(level: 'info' | 'warn' = 'info') {
  let written = '';
  const log = new PinoLog('risk-test', level, { write: (text) => void (written += text) });
  return {
    log,
    raw: () => written,
    lines: () =>
      written
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as Record<string, unknown>),
  };
}

/** What one fact looks like in the log. */
function logged(value: unknown): unknown {
  const { log, lines } = paper();
  log.info('something happened', { fact: value });
  return lines()[0]?.['fact'];
}

describe('a line', () => {
  it.each<['error' | 'warn' | 'info', number]>([
    ['error', 50],
    ['warn', 40],
    ['info', 30],
  ])('of level %s is one JSON object with the sentence and the facts', (level, number) => {
    const { log, lines } = paper();
    log[level]('a record could not be stored', { origin: { index: 3 } });
    expect(lines()).toMatchObject([
      {
        level: number,
        name: 'risk-test',
        msg: 'a record could not be stored',
        origin: { index: 3 },
      },
    ]);
  });

  it('may have no facts', () => {
    const { log, lines } = paper();
    log.warn('x');
    log.error('y');
    expect(lines().map((line) => line['msg'])).toEqual(['x', 'y']);
  });

  it('stays one line whatever stands in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.jsonValue(), (text, value) => {
        const { log, raw } = paper();
        log.info(`${text}\n\r\u2028`, { text: `a\n${text}\r\n`, value });
        expect(raw().split('\n')).toHaveLength(2);
        expect(() => JSON.parse(raw()) as unknown).not.toThrow();
      }),
    );
  });

  it('of a level that is not wanted is not written', () => {
    const { log, raw } = paper('warn');
    log.info('x');
    expect(raw()).toBe('');
  });
});

describe('personal numbers', () => {
  it.each([
    ['13912345678', '***78'],
    ['431002199001011234', '***34'],
    ['43100219900101123X', '***3X'],
    ['43100219900101123x', '***3x'],
    ['6222021234567890123', '***23'],
    ['6222 021', '6222 021'],
    ['来电 13912345678，身份证 431002199001011234。', '来电 ***78，身份证 ***34。'],
    ['139-1234-5678', '***78'],
    ['139 1234 5678', '***78'],
    ['offset 1234567890', 'offset 1234567890'],
    ['2026-11-02T09:00:00.000Z', '2026-11-02T09:00:00.000Z'],
  ])('%s is written %s', (text, written) => {
    expect(logged(text)).toBe(written);
    expect(logged(new Error(text))).toBe(written);
    expect(logged([text, { deep: [text] }])).toEqual([written, { deep: [written] }]);
  });

  it('are masked in the sentence, too', () => {
    const { log, lines } = paper();
    log.error('cannot store 13912345678');
    expect(lines()[0]?.['msg']).toBe('cannot store ***78');
  });

  it('never come through, wherever they stand', () => {
    const digits = fc.stringMatching(/^1[3-9]\d{9}$/);
    const around = fc.string({ unit: fc.constantFrom('a', ' ', '：', '"', '\n', '<') });
    fc.assert(
      fc.property(digits, around, around, (number, before, after) => {
        const { log, raw } = paper();
        const text = `${before}${number}${after}`;
        log.info(text, { a: text, b: [text], c: { d: { e: new Error(text) } } });
        expect(raw()).not.toContain(number);
      }),
    );
  });
});

describe('secrets', () => {
  it.each([
    'password',
    'token',
    'secret',
    'reporter',
    'phone',
    'idNumber',
    'payload',
    'url',
    'Authorization',
    'databaseUrl',
    'smtpUrl',
  ])('%s is redacted at any depth', (key) => {
    const { log, raw } = paper();
    const fact = { [key]: 'geheim' };
    log.info('x', { ...fact, a: fact, b: { c: { d: fact } }, e: [fact, [fact]] });
    expect(raw()).not.toContain('geheim');
    expect(raw().match(/\*\*\*/g)).toHaveLength(5);
  });

  it.each([
    ['postgres://risk:geheim@db:5432/risk', 'postgres://risk:***@db:5432/risk'],
    ['smtp://a%40b.cn:ge%2Fheim@mail.example:587', 'smtp://a%40b.cn:***@mail.example:587'],
    ['postgres://:geheim@localhost/x', 'postgres://:***@localhost/x'],
    ['http://localhost:3000/@home', 'http://localhost:3000/@home'],
  ])('in an address %s are masked', (text, written) => {
    expect(logged(new Error(`connect ${text} failed`))).toBe(`connect ${written} failed`);
  });
});

describe('facts of any shape', () => {
  it.each<[string, unknown, unknown]>([
    ['a number', 12, 12],
    ['nothing', null, null],
    ['a truth', true, true],
    ['a date', new Date('2026-11-02T01:00:00Z'), '2026-11-02T01:00:00.000Z'],
    ['a large number', 13912345678901n, '***01'],
    ['one of our own failures', new Unavailable('数据库暂时不可用'), '数据库暂时不可用'],
    [
      'a deep nest',
      { a: { b: { c: { d: { e: { f: 1 } } } } } },
      { a: { b: { c: { d: { e: '…' } } } } },
    ],
  ])('%s', (_name, value, written) => {
    expect(logged(value)).toEqual(written);
  });

  it('that bite their own tail end the line, not the process', () => {
    const snake: Record<string, unknown> = {};
    snake['tail'] = snake;
    expect(JSON.stringify(logged(snake))).toContain('…');
  });
});
