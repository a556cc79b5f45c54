import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { headerKey, statedUnit } from './header-key.js';
import { identityPartOf, isCitizenId } from './identity.js';
import { readAmount, readNumber } from './read-amount.js';
import { readLongDigits } from './read-cell.js';
import { readDay, readInstant, readWallTime } from './read-moment.js';
import { readCode, readFlag, readPhone, readRegionCode, splitList } from './read-text.js';
import { isMissing, isUnfit } from './reading.js';

const UNFIT = { unfit: expect.any(String) };

describe('days in the styles offices use', () => {
  it.each<[unknown, unknown]>([
    ['2020-06-18', '2020-06-18'],
    ['2020-06-18 00:00:00', '2020-06-18'],
    ['20200618', '2020-06-18'],
    ['201306', '2013-06-01'],
    ['2017/08/04', '2017-08-04'],
    ['2017.8.4', '2017-08-04'],
    ['2017年8月4日', '2017-08-04'],
    ['２０１７年８月４日 9时5分', '2017-08-04'],
    ['2020-06-17T16:00:00Z', '2020-06-18'],
    ['2020-06-17T23:30:00+08:00', '2020-06-17'],
    [1592438400000, '2020-06-18'],
    ['1592438400000', '2020-06-18'],
    ['2020-02-30', UNFIT],
    ['2020-13-01', UNFIT],
    ['8/4/2017', UNFIT],
    ['2020', UNFIT],
    ['昨天', UNFIT],
    ['1850-01-01', UNFIT],
    [{}, UNFIT],
  ])('%p is %p', (given, day) => {
    expect(readDay(given)).toEqual(day);
  });

  it.each([
    '9999-12-31',
    '2099-12-31',
    '9999-09-09',
    '1900-01-01',
    '1899-12-31',
    '0000-00-00',
    '0001-01-01',
    '99991231',
    '9999/12/31 00:00:00',
  ])('%s is no date', (sentinel) => {
    expect(readDay(sentinel)).toBeUndefined();
  });

  it('are the day in China of any moment', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1901-01-01'), max: new Date('2098-12-30'), noInvalidDate: true }),
        (at) => {
          const inChina = new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
          expect(readDay(at.toISOString())).toBe(inChina);
          expect(readInstant(at.toISOString())).toEqual(at);
        },
      ),
    );
  });

  it('keep wall time of China when no offset is written', () => {
    expect(readWallTime('2026-03-04 09:30:05')).toBe('2026-03-04T01:30:05.000Z');
    expect(readWallTime('20260304093005')).toBe('2026-03-04T01:30:05.000Z');
    expect(readWallTime('2026-03-04T09:30:05Z')).toBe('2026-03-04T09:30:05.000Z');
  });
});

describe('amounts in declared units', () => {
  it.each<[unknown, 'yuan' | 'wan', unknown]>([
    ['300.000000', 'wan', 3_000_000],
    ['5,000000', 'yuan', 5_000_000],
    ['1,234.5', 'yuan', 1_234.5],
    [123.45, 'wan', 1_234_500],
    ['100万元人民币', 'yuan', 1_000_000],
    ['100万元人民币', 'wan', 1_000_000],
    ['500 万元', 'yuan', 5_000_000],
    ['1.2亿', 'wan', 120_000_000],
    ['20000元', 'wan', 20_000],
    ['￥２０００', 'yuan', 2_000],
    ['人民币3千元', 'yuan', 3_000],
    ['', 'yuan', undefined],
    ['\\N', 'wan', undefined],
    ['万人民币', 'yuan', undefined],
    ['100万美元', 'yuan', UNFIT],
    ['约五百', 'yuan', UNFIT],
    ['1e300', 'yuan', UNFIT],
    [true, 'yuan', UNFIT],
  ])('%p in %s is %p', (given, unit, yuan) => {
    expect(readAmount(given, unit)).toEqual(yuan);
  });

  it('are never 10,000 times too large by guessing', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), (n) => {
        expect(readAmount(String(n), 'yuan')).toBe(n);
        expect(readAmount(`${n}元`, 'wan')).toBe(n);
        expect(readAmount(n, 'wan')).toBe(n * 10_000);
      }),
    );
  });

  it.each<[unknown, unknown]>([
    ['35%', 35],
    ['１２人', 12],
    [3, 3],
    ['无', undefined],
    ['几个', UNFIT],
  ])('%p is the number %p', (given, number) => {
    expect(readNumber(given)).toEqual(number);
  });
});

describe('codes, phones, regions, flags', () => {
  it.each<[(v: unknown) => unknown, unknown, unknown]>([
    [readCode, ' 91431002ｍａ4Ｌ-00000x ', '91431002MA4L00000X'],
    [readPhone, '０７３５—２２２２２２２', '0735-2222222'],
    [readPhone, '电话：138 0000 0000', '13800000000'],
    [readRegionCode, '330203001', '330203'],
    [readRegionCode, '330203001001', '330203'],
    [readRegionCode, 431002, '431002'],
    [readRegionCode, '43', '430000'],
    [readRegionCode, '000000', undefined],
    [readRegionCode, '郴州市', UNFIT],
    [readFlag, '否', false],
    [readFlag, 'N', false],
    [readFlag, '也许', UNFIT],
  ])('%p reads %p as %p', (reader, given, expected) => {
    expect(reader(given)).toEqual(expected);
  });

  it('splits lists at every separator', () => {
    expect(splitList('甲；乙;丙、丁,戊')).toEqual(['甲', '乙', '丙', '丁', '戊']);
  });
});

describe('digits that a spreadsheet has hurt', () => {
  it.each<[unknown, unknown]>([
    ['1.3812345678E+10', '13812345678'],
    [13812345678, '13812345678'],
    ['8e12345678', '8e12345678'],
    ['91431002MA4L00000X', '91431002MA4L00000X'],
    ['1.38E+10', UNFIT],
    ['4.31002E+17', UNFIT],
    [431002199001011234, UNFIT],
  ])('%p becomes %p', (given, expected) => {
    expect(readLongDigits(given)).toEqual(expected);
  });
});

describe('headers', () => {
  it.each([
    ['ENT_NAME', 'entName'],
    ['注册资本（万元）', '注册资本'],
    ['注册资本(单位：万元)', '注册资本'],
    [' 企 业 名 称 ', '企业名称'],
    ['ＵＮＩＳＣＩＤ', 'uniscid'],
  ])('%s is the same as %s', (one, other) => {
    expect(headerKey(one)).toBe(headerKey(other));
  });

  it.each([
    ['注册资本（万元）', 'wan'],
    ['罚款金额(元)', 'yuan'],
    ['注册资本', null],
  ])('%s states %s', (header, unit) => {
    expect(statedUnit(header)).toBe(unit);
  });
});

describe('missing and personal', () => {
  it.each([null, undefined, '', ' ', '\\N', 'NULL', '-', '暂无', '无', '/'])(
    '%p says nothing',
    (mark) => {
      expect(isMissing(mark)).toBe(true);
    },
  );
  it.each([0, false, '无锡', '-1'])('%p says something', (value) => {
    expect(isMissing(value)).toBe(false);
  });

  it('knows an identity number by its check character', () => {
    const body = '43100219900101123';
    const valid = Array.from('0123456789X').filter((check) => isCitizenId(body + check));
    expect(valid).toHaveLength(1);
    expect(isCitizenId('91431002MA4L00000X')).toBe(false);
  });

  it('tells a reporter’s phone from a firm’s by the feed', () => {
    expect(identityPartOf('complaint', '联系电话')).toBe('phone');
    expect(identityPartOf('registration', '联系电话')).toBeUndefined();
    expect(identityPartOf('registration', 'CER_NO')).toBe('idNumber');
  });

  it('never calls a clean value unfit', () => {
    expect([undefined, 'x', 1, null].map(isUnfit)).toEqual([false, false, false, false]);
  });
});
