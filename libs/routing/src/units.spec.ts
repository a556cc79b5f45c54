import { describe, expect, it } from '@jest/globals';
import { Invalid } from '@risk/kit';
import { smallUnits } from './testing/small-city.js';
import { asUnit, compileUnits, unitNameOn, unitNamed, unitOf } from './units.js';

const [office = { code: '' }] = smallUnits.units;
const withFirst = (change: object) => ({
  ...smallUnits,
  units: [{ ...office, ...change }, ...smallUnits.units.slice(1)],
});
const refusal = (data: unknown): string => {
  try {
    compileUnits(data);
    return 'accepted';
  } catch (error) {
    expect(error).toBeInstanceOf(Invalid);
    return (error as Invalid).message;
  }
};

describe('a unit that reforms renamed', () => {
  const register = compileUnits(
    withFirst({
      aliases: [
        { name: '市金融办' },
        { name: '市府金融办', validTo: '2024-03-31' },
        { name: '过渡办', validFrom: '2024-04-01', validTo: '2024-06-30' },
      ],
    }),
  );
  const unit = unitOf(register, 'office')!;

  it.each([
    ['2021-07-06', '市府金融办'],
    ['2024-03-31', '市府金融办'],
    ['2024-04-01', '过渡办'],
    ['2024-07-01', '金融办'],
    ['2026-11-22', '金融办'],
  ])('is called on %s %s', (day, name) => {
    expect(unitNameOn(unit, day)).toBe(name);
  });

  it.each(['金融办', '市金融办', '市府金融办'])('is found under %s', (name) => {
    expect(unitNamed(register, name)?.code).toBe('office');
  });

  it('gives the other floors its names without dates', () => {
    expect(asUnit(unit)).toEqual({
      code: 'office',
      name: '金融办',
      aliases: ['市金融办', '市府金融办', '过渡办'],
      region: null,
      email: 'office@small.example',
    });
  });

  it('is nobody under a name it never had', () => {
    expect(unitNamed(register, '财政局')).toBeNull();
    expect(unitOf(register, 'nobody')).toBeNull();
  });
});

describe('units.yaml is refused with the place of the mistake', () => {
  it.each([
    ['a code twice', withFirst({ code: 'police' }), 'units.yaml › units[1].code: "police" 重复'],
    ['a name twice', withFirst({ name: '公安局' }), 'units.yaml › units[1].name: "公安局" 重复'],
    ['an address that is none', withFirst({ email: 'office' }), 'units.yaml › units[0].email: '],
    [
      'an unknown key',
      withFirst({ emial: 'x' }),
      'units.yaml › units[0]: 出现未知的键(key): "emial"',
    ],
    ['an unknown kind', withFirst({ kind: 'club' }), 'units.yaml › units[0].kind: '],
    [
      'a name that ends before it begins',
      withFirst({ aliases: [{ name: '旧', validFrom: '2024-01-02', validTo: '2024-01-01' }] }),
      'units.yaml › units[0].aliases[0].validTo: "2024-01-01" 早于',
    ],
    ['no units', { meeting: '会', units: [] }, 'units.yaml › units: '],
  ])('%s', (_, data, expected) => {
    expect(refusal(data)).toContain(expected);
  });

  it('names all mistakes at once', () => {
    expect(refusal(withFirst({ code: 'police', name: '公安局' })).split('\n')).toHaveLength(2);
  });
});
