import { describe, expect, it } from '@jest/globals';
import { compileLicensed } from './compile-licensed.js';

const ties = {
  foldName: (name: string) => name.replaceAll(' ', '').toLowerCase(),
  /** Codes of these tests are letters and a check letter that is X. */
  readCode: (text: string) => {
    const code = text.trim().toUpperCase();
    const checksum = code.endsWith('X');
    return { code, kind: 'uscc', checksum, because: checksum ? '正确' : '校验位不符' };
  },
  neverSuppressed: ['CP-FLIGHT'],
};
const line = (more: object = {}) => ({
  name: '郴州 甲银行',
  uscc: 'AX',
  kind: 'bank',
  owner: '李科长',
  reason: '持金融许可证',
  source: '许可证查询',
  from: '2026-01-01',
  until: '2028-12-31',
  suppresses: 'all',
  ...more,
});
const { uscc: _code, ...nameless } = line();
const registerOf = (...entries: object[]) =>
  compileLicensed({ name: 'licensed.yaml', content: { entries } }, ties);
const day = (text: string): Date => new Date(`${text}T12:00:00+08:00`);
const AT = day('2026-11-02');

describe('an entity is found', () => {
  const register = registerOf(line({ formerNames: ['甲信用社'] }));
  const named = registerOf({ ...nameless, formerNames: ['甲信用社'] });
  it.each<[string, typeof register, string, string | null, boolean]>([
    ['by its code, whatever it is called', register, '别的名称', 'AX', true],
    ['by its code in small letters', register, '郴州甲银行', 'ax', true],
    ['by its name while it has no code', register, '郴州甲银行', null, true],
    ['by a name it had', register, '甲信用社', null, true],
    ['not by a part of its name', register, '郴州甲银行南街支行', null, false],
    ['not with another code: an impostor of the same name', register, '郴州甲银行', 'BX', false],
    ['not with any code by an entry that has none', named, '郴州甲银行', 'AX', false],
    ['without a code by an entry that has none', named, '甲信用社', null, true],
    ['not by an empty name', registerOf({ ...nameless, name: '乙' }), ' ', null, false],
  ])('%s: %p', (_name, asked, name, uscc, found) => {
    expect(asked.entryFor({ name, uscc }, AT) !== null).toBe(found);
  });

  it.each([
    ['2025-12-31', false],
    ['2026-01-01', true],
    ['2028-12-31', true],
    ['2029-01-01', false],
  ])('only from its first to its last day: %s %p', (at, found) => {
    expect(register.entryFor({ name: '', uscc: 'AX' }, day(at)) !== null).toBe(found);
  });

  it('days are those of China', () => {
    const at = (moment: string) => register.entryFor({ name: '', uscc: 'AX' }, new Date(moment));
    expect(at('2028-12-31T15:59:59Z')).not.toBeNull();
    expect(at('2028-12-31T16:00:00Z')).toBeNull();
  });

  it('under the entry that is in force, when one follows another', () => {
    const followed = registerOf(
      line({ until: '2026-12-31' }),
      line({ from: '2027-01-01', until: '2029-12-31', owner: '王科长' }),
    );
    const owner = (at: string) => followed.entryFor({ name: '', uscc: 'AX' }, day(at))?.owner;
    expect([owner('2026-12-31'), owner('2027-01-01')]).toEqual(['李科长', '王科长']);
  });
});

describe('an entry takes out', () => {
  const takesOut = (suppresses: unknown, code: string) =>
    registerOf(line({ suppresses })).entryFor({ name: '', uscc: 'AX' }, AT)?.takesOut(code);
  it.each([
    ['all', 'CP-WITHDRAW', true],
    ['all', 'CP-FLIGHT', false],
    [['CP-WITHDRAW'], 'CP-WITHDRAW', true],
    [['CP-WITHDRAW'], 'AD-LOAN', false],
  ])('of %p the code %s: %p', (suppresses, code, taken) => {
    expect(takesOut(suppresses, code)).toBe(taken);
  });
});

describe('a bad register is refused naming entry and key', () => {
  const at = 'licensed.yaml › entries[0]（郴州 甲银行）';
  it.each<[string, object[], string]>([
    ['no owner', [line({ owner: undefined })], `${at}.owner：`],
    ['no end', [line({ until: undefined })], `${at}.until：`],
    ['an unknown key', [line({ colour: 'red' })], `${at}：`],
    ['an unknown kind', [line({ kind: 'casino' })], `${at}.kind：`],
    ['a day that is none', [line({ from: '2026-02-30' })], `${at}.from：应为日历上的一天`],
    [
      'an end before the beginning',
      [line({ until: '2025-01-01' })],
      `${at}.until：2025-01-01 早于`,
    ],
    [
      'more than three years',
      [line({ until: '2029-01-02' })],
      `${at}.until：最长 3 年（本地默认）`,
    ],
    ['a code that does not hold', [line({ uscc: 'AB' })], `${at}.uscc：“AB”不是正确的`],
    ['no signal at all', [line({ suppresses: [] })], `${at}.suppresses`],
    ['a signal nobody may hide', [line({ suppresses: ['CP-FLIGHT'] })], `${at}.suppresses[0]：CP-`],
    ['one code twice at a time', [line(), line({ name: '乙' })], 'entries[1]（乙）：与 entries[0]'],
    [
      'one name twice at a time',
      [line(), line({ uscc: 'BX', name: '乙', formerNames: ['郴州甲银行'] })],
      'entries[1]（乙）：与 entries[0]',
    ],
  ])('%s', (_name, entries, message) => {
    expect(() => registerOf(...entries)).toThrow(message);
  });

  it('and line, where it is known', () => {
    const source = {
      name: 'licensed.yaml',
      content: { entries: [line({ kind: 'casino' })] },
      lineOf: (path: readonly PropertyKey[]) => (path.join('.') === 'entries.0.kind' ? 7 : 1),
    };
    expect(() => compileLicensed(source, ties)).toThrow('licensed.yaml 第 7 行 › entries[0]');
  });

  it('names all faults at once', () => {
    const faulty = () => registerOf(line({ uscc: 'AB', until: '2040-01-01' }), line({ uscc: 'C' }));
    expect(faulty).toThrow(/uscc[^]*until[^]*entries\[1\][^]*uscc/);
  });

  it('acts only after it was said what nobody may hide', () => {
    const source = { name: 'licensed.yaml', content: { entries: [line()] } };
    expect(() => compileLicensed(source, { ...ties, neverSuppressed: [] })).toThrow(
      'scoring.yaml › neverSuppressed',
    );
    const empty = { name: 'licensed.yaml', content: { entries: [] } };
    expect(compileLicensed(empty, { ...ties, neverSuppressed: [] }).size).toBe(0);
  });

  it('takes three years from a 29 February', () => {
    const leap = (until: string) => registerOf(line({ from: '2024-02-29', until }));
    expect(leap('2027-02-28').size).toBe(1);
    expect(() => leap('2027-03-01')).toThrow('2027-02-28');
  });
});

describe('the end of an entry', () => {
  const register = registerOf(line());
  it.each([
    ['2028-11-30', null],
    ['2028-12-01', '将于 2028-12-31 到期（还有 30 天）'],
    ['2028-12-31', '将于 2028-12-31 到期（还有 0 天）'],
    ['2029-01-01', '已于 2028-12-31 到期，不再压制任何信号；请 李科长 核对'],
    ['2029-01-30', '已于 2028-12-31 到期'],
    ['2029-01-31', null],
  ])('on %s is spoken of as %p', (at, words) => {
    const remarks = register.remarks(day(at));
    if (words === null) expect(remarks).toEqual([]);
    else expect(remarks).toEqual([expect.stringContaining(words)]);
  });

  it('is not spoken of when another entry goes on, and is when there is a gap', () => {
    const renewed = (from: string, more: object = {}) =>
      registerOf(line(), line({ from, until: '2030-12-31', ...more })).remarks(day('2028-12-20'));
    expect(renewed('2029-01-01')).toEqual([]);
    expect(renewed('2029-02-01')).toHaveLength(1);
    expect(renewed('2029-01-01', { name: '乙', uscc: 'BX' })).toHaveLength(1);
  });
});

it('the version follows every word of the register', () => {
  const versions = [registerOf(), registerOf(line()), registerOf(line({ owner: '王科长' }))];
  expect(new Set(versions.map((register) => register.version)).size).toBe(3);
});
