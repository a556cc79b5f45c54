import { describe, expect, it } from '@jest/globals';
import { Invalid } from '@risk/kit';
import { compileHandling } from './compile-handling.js';
import { webhookSecretName } from './channels.js';
import { smallHandling } from './testing/small-city.js';

const { acknowledge } = smallHandling.ladder;
const ladder = (change: object) => ({
  ladder: { ...smallHandling.ladder, acknowledge: { ...acknowledge, ...change } },
});
const channels = (change: object) => ({ channels: { ...smallHandling.channels, ...change } });
const webhook = (change: object) =>
  channels({ webhooks: [{ ...smallHandling.channels.webhooks[0], ...change }] });
const hours = (workingHours: number) => ({ workingHours });
const days = (workingDays: number) => ({ workingDays });
const compile = (change: object) => compileHandling({ ...smallHandling, ...change });

describe('handling.yaml is refused with the place of the mistake', () => {
  it.each<[string, object, string]>([
    ['a key nobody knows', { mood: 'calm' }, '不认识 mood'],
    ['a ladder that is missing', { ladder: { acknowledge } }, 'ladder.answer: '],
    ['a ladder that ends in nobody', ladder({ escalate: [] }), 'ladder.acknowledge.escalate: '],
    [
      'a ladder that does not say who set it',
      ladder({ basis: undefined }),
      'ladder.acknowledge.basis: ',
    ],
    [
      'a step without a span of time',
      ladder({ escalate: [{ after: 'soon', to: 'head' }] }),
      'ladder.acknowledge.escalate[0].after: ',
    ],
    [
      'a step before the deadline',
      ladder({ escalate: [{ after: hours(-1), to: 'head' }] }),
      'ladder.acknowledge.escalate[0].after',
    ],
    [
      'a step to somebody nobody knows',
      ladder({ escalate: [{ after: hours(1), to: 'mayor' }] }),
      'ladder.acknowledge.escalate[0].to: ',
    ],
    [
      'a ladder that does not ascend in hours',
      ladder({
        escalate: [
          { after: hours(2), to: 'liaison' },
          { after: hours(2), to: 'head' },
        ],
      }),
      'ladder.acknowledge.escalate[1].after: 升级应逐级推后',
    ],
    [
      'a ladder that does not ascend in days',
      ladder({
        escalate: [
          { after: days(3), to: 'head' },
          { after: days(1), to: 'office' },
        ],
      }),
      'ladder.acknowledge.escalate[1].after: 升级应逐级推后',
    ],
    [
      'hours that may last longer than the day after them',
      ladder({
        escalate: [
          { after: hours(9), to: 'liaison' },
          { after: days(1), to: 'head' },
        ],
      }),
      'ladder.acknowledge.escalate[1].after: 升级应逐级推后',
    ],
    [
      'days before hours',
      ladder({
        escalate: [
          { after: days(1), to: 'liaison' },
          { after: hours(100), to: 'head' },
        ],
      }),
      'ladder.acknowledge.escalate[1].after: 升级应逐级推后',
    ],
    [
      'a ladder that leads down',
      ladder({
        escalate: [
          { after: hours(1), to: 'office' },
          { after: hours(2), to: 'head' },
        ],
      }),
      'ladder.acknowledge.escalate[1].to: 升级只能往上：office 之后不能再到 head',
    ],
    [
      'a reminder at the deadline itself',
      ladder({ remind: [{ before: hours(0) }] }),
      'ladder.acknowledge.remind[0].before',
    ],
    [
      'reminders from near to far',
      ladder({ remind: [{ before: hours(1) }, { before: days(1) }] }),
      'ladder.acknowledge.remind[1].before: 提醒应由远到近',
    ],
    ['no usual channel', channels({ default: [] }), 'channels.default: '],
    [
      'a usual channel nobody set up',
      channels({ default: ['inbox', 'webhook:pigeon'] }),
      'channels.default[1]: "webhook:pigeon" 没有在 handling.yaml 的 channels.webhooks 里配置',
    ],
    [
      'a webhook twice',
      channels({
        webhooks: [...smallHandling.channels.webhooks, ...smallHandling.channels.webhooks],
      }),
      'channels.webhooks[1].code: "sms" 重复',
    ],
    [
      'a webhook that is no web address',
      webhook({ url: 'ftp://sms.small.example' }),
      'channels.webhooks[0].url: 应为 http 或 https 地址',
    ],
    [
      'a password in an address',
      webhook({ url: 'https://me:pw@sms.small.example/' }),
      'channels.webhooks[0].url: 地址里不能写用户名、密码',
    ],
    ['a secret in the file', webhook({ secret: 'hush' }), 'channels.webhooks[0]: 不认识 secret'],
    [
      'a code that no variable could be named after',
      webhook({ code: '短信' }),
      'channels.webhooks[0].code: 应为小写字母、数字和连字符',
    ],
    [
      'a tier that silences itself',
      { inhibit: [{ by: 'red', what: ['blue', 'red'], basis: '测试' }] },
      'inhibit[0].what[1]: red 不能压下自己',
    ],
    [
      'a tier that silences a higher one',
      { inhibit: [{ by: 'yellow', what: ['orange'], basis: '测试' }] },
      'inhibit[0].what[0]: yellow 不能压下更高的 orange',
    ],
    [
      'a tier that silences in two places',
      { inhibit: [...smallHandling.inhibit, ...smallHandling.inhibit] },
      'inhibit[1].by: "red" 重复',
    ],
    [
      'a cooldown that forgets a tier',
      { cooldown: { days: { red: 1, orange: 1, yellow: 1 }, basis: '测试' } },
      'cooldown.days.blue: ',
    ],
    [
      'a flood of nothing',
      { flood: { newRuleDays: 7, perHour: 0, basis: '测试' } },
      'flood.perHour: ',
    ],
    [
      'a digest that red waits for',
      { digest: { ...smallHandling.digest, tiers: ['blue', 'red'] } },
      'digest.tiers[1]: 红色预警不能等汇总',
    ],
    [
      'digests out of order',
      { digest: { ...smallHandling.digest, at: ['14:40', '08:40'] } },
      'digest.at[1]: 汇总时间应先后排列、不重复',
    ],
    [
      'a digest at no time of day',
      { digest: { ...smallHandling.digest, at: ['8:40'] } },
      'digest.at[0]: 应写作 HH:MM',
    ],
    [
      'a tie that nobody knows',
      { grouping: { ties: ['horoscope'], basis: '测试' } },
      'grouping.ties[0]: ',
    ],
    [
      'a tie twice',
      { grouping: { ties: ['phone', 'phone'], basis: '测试' } },
      'grouping.ties[1]: "phone" 重复',
    ],
  ])('%s', (_, change, expected) => {
    expect(() => compile(change)).toThrow(Invalid);
    expect(() => compile(change)).toThrow(
      expected.startsWith('不认识')
        ? `handling.yaml › : ${expected}`
        : `handling.yaml › ${expected}`,
    );
  });

  it('names all mistakes at once', () => {
    const two = {
      ...channels({ default: ['x'] }),
      inhibit: [{ by: 'red', what: ['red'], basis: '一' }],
    };
    expect(() => compile(two)).toThrow(/channels\.default\[0\][^]*\n.*inhibit\[0\]/);
  });
});

it('lets hours come before days that cannot end sooner', () => {
  const change = ladder({
    escalate: [
      { after: hours(4), to: 'head' },
      { after: days(1), to: 'head' },
    ],
  });
  expect(compile(change).ladder.acknowledge.escalate).toHaveLength(2);
});

it('reads times of day as minutes', () => {
  expect(compile({}).digest.at).toEqual([520, 880]);
});

it('names the variable that holds a webhook’s secret', () => {
  expect(webhookSecretName('sms-gate')).toBe('RISK_WEBHOOK_SECRET_SMS_GATE');
});
