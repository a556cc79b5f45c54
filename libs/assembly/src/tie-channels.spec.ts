import { describe, expect, it } from '@jest/globals';
import { readEnvironment } from '@risk/settings';
import { noticeAddressee, message } from '../../alerting/src/testing/notices.js';
import { FakeClock } from '../../kit/src/testing/fake-clock.js';
import { tieChannels } from './tie-channels.js';

const webhook = {
  code: 'city-sms',
  title: '短信网关',
  url: 'http://127.0.0.1:9/',
  format: 'json',
  basis: '本地默认',
} as const;
const tie = (env: Record<string, string>) =>
  tieChannels({
    environment: readEnvironment({ RISK_DATA: '/nowhere', ...env }),
    webhooks: [webhook],
    clock: new FakeClock(),
    mail: undefined,
  });

describe('the channels', () => {
  it('are e-mail, inbox and each webhook, every one with its addresses', () => {
    const channels = tie({});
    expect([...channels.keys()]).toEqual(['email', 'inbox', 'webhook:city-sms']);
    const unmailed = noticeAddressee({
      recipient: { key: 'jrb/head', title: '主任', email: null },
    });
    expect([...channels.values()].map((c) => c.addressOf(unmailed))).toEqual([
      null,
      'jrb/head',
      'jrb/head',
    ]);
  });

  it('wait, named, while the secret of a webhook is not set', async () => {
    const delivery = await tie({}).get('webhook:city-sms')!.notifier.send(message());
    expect(delivery).toEqual({
      outcome: 'down',
      why: '没有设置环境变量 RISK_WEBHOOK_SECRET_CITY_SMS',
    });
  });

  it('refuse a secret that is none, without showing it', () => {
    expect(() => tie({ RISK_WEBHOOK_SECRET_CITY_SMS: 'geheim' })).toThrow(
      /^环境变量 RISK_WEBHOOK_SECRET_CITY_SMS：应为(?!.*geheim)/,
    );
  });
});
