import { describe, expect, it } from '@jest/globals';
import { Invalid } from '@risk/kit';
import { smallChannels, smallUnits } from './testing/small-city.js';
import { asUnit, compileUnits, unitNameOn, unitNamed, unitOf } from './units.js';

const [office = { code: '' }] = smallUnits.units;
const withFirst = (change: object) => ({
  ...smallUnits,
  units: [{ ...office, ...change }, ...smallUnits.units.slice(1)],
});
const refusal = (data: unknown): string => {
  try {
    compileUnits(data, smallChannels);
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
    smallChannels,
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

it('refuses a contact whom the usual channels cannot reach', () => {
  const nameless = withFirst({ liaisons: [{ title: '甲' }] });
  expect(() => compileUnits(nameless, { default: ['email'], webhooks: [] })).toThrow(
    'units.yaml › units[0].liaisons[0]: 没有可用的渠道：没有邮箱，也没有写 channels',
  );
});

describe('units.yaml is refused with the place of the mistake', () => {
  it.each([
    ['a code twice', withFirst({ code: 'police' }), 'units.yaml › units[1].code: "police" 重复'],
    ['a name twice', withFirst({ name: '公安局' }), 'units.yaml › units[1].name: "公安局" 重复'],
    [
      'an address that is none',
      withFirst({ head: { title: '负责人', email: 'office' } }),
      'units.yaml › units[0].head.email: ',
    ],
    ['a unit without a liaison', withFirst({ liaisons: [] }), 'units.yaml › units[0].liaisons: '],
    ['a unit without a head', withFirst({ head: undefined }), 'units.yaml › units[0].head: '],
    [
      'a contact who can only be mailed and has no address',
      withFirst({ liaisons: [{ title: '甲', channels: ['email'] }] }),
      'units.yaml › units[0].liaisons[0].channels[0]: 写了 email 渠道，却没有邮箱',
    ],
    [
      'a contact with no channels at all',
      withFirst({ liaisons: [{ title: '甲', email: 'a@small.example', channels: [] }] }),
      'units.yaml › units[0].liaisons[0].channels: ',
    ],
    [
      'a webhook that nobody set up',
      withFirst({ liaisons: [{ title: '甲', channels: ['inbox', 'webhook:pigeon'] }] }),
      'units.yaml › units[0].liaisons[0].channels[1]: "webhook:pigeon" 没有在 handling.yaml 的 channels.webhooks 里配置',
    ],
    [
      'a webhook that nobody set up, of the head',
      withFirst({ head: { title: '甲', email: 'a@small.example', channels: ['webhook:pigeon'] } }),
      'units.yaml › units[0].head.channels[0]: "webhook:pigeon" 没有在',
    ],
    [
      'a webhook that nobody set up, of the convener',
      { ...smallUnits, convener: { ...smallUnits.convener, channels: ['webhook:pigeon'] } },
      'units.yaml › convener.channels[0]: "webhook:pigeon" 没有在',
    ],
    [
      'a channel that is none',
      withFirst({ liaisons: [{ title: '甲', channels: ['smoke'] }] }),
      'units.yaml › units[0].liaisons[0].channels[0]: "smoke" 不是渠道，可用: email inbox webhook:sms',
    ],
    [
      'a channel twice',
      withFirst({ liaisons: [{ title: '甲', channels: ['inbox', 'inbox'] }] }),
      'units.yaml › units[0].liaisons[0].channels[1]: "inbox" 重复',
    ],
    [
      'a telephone that is none',
      withFirst({ liaisons: [{ title: '甲', phone: '喂' }] }),
      'units.yaml › units[0].liaisons[0].phone: 应为电话号码',
    ],
    [
      'office hours that overlap',
      withFirst({
        hours: [
          { opens: '08:00', closes: '12:00' },
          { opens: '11:00', closes: '17:00' },
        ],
      }),
      'units.yaml › units[0].hours[1]: 上班时段应先后排列、互不重叠',
    ],
    [
      'a finance office that is no unit',
      { ...smallUnits, office: 'x' },
      'units.yaml › office: "x" 不是已登记的单位',
    ],
    [
      'a public security that is no unit',
      { ...smallUnits, police: 'x' },
      'units.yaml › police: "x" 不是已登记的单位',
    ],
    ['no convener', { ...smallUnits, convener: undefined }, 'units.yaml › convener: '],
    [
      'a convener without an address',
      { ...smallUnits, convener: { title: '召集人' } },
      'units.yaml › convener.email: ',
    ],
    ['an unknown key', withFirst({ emial: 'x' }), 'units.yaml › units[0]: 不认识 emial'],
    ['an unknown kind', withFirst({ kind: 'club' }), 'units.yaml › units[0].kind: '],
    [
      'a name that ends before it begins',
      withFirst({ aliases: [{ name: '旧', validFrom: '2024-01-02', validTo: '2024-01-01' }] }),
      'units.yaml › units[0].aliases[0].validTo: "2024-01-01" 早于',
    ],
    [
      'an alias that is the name of another unit',
      withFirst({ aliases: [{ name: '公安局' }] }),
      'units.yaml › units[0].aliases[0].name: "公安局" 已是公安局的名称',
    ],
    [
      'an alias of two units',
      {
        ...smallUnits,
        units: smallUnits.units.map((one) => ({ ...one, aliases: [{ name: '两家' }] })),
      },
      'units.yaml › units[1].aliases[0].name: "两家" 已是金融办的名称',
    ],
    ['no units', { ...smallUnits, units: [] }, 'units.yaml › units: '],
  ])('%s', (_, data, expected) => {
    expect(refusal(data)).toContain(expected);
  });

  it('names all mistakes at once', () => {
    const twice = { ...withFirst({ code: 'police', name: '公安局' }), office: 'civil' };
    expect(refusal(twice).split('\n')).toHaveLength(2);
  });
});
