import { afterEach, describe, expect, it } from '@jest/globals';
import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { FakeClock } from '../../kit/src/testing/fake-clock.js';
import { message } from '../../alerting/src/testing/notices.js';
import { within } from './formats.js';
import { secretOf, type Webhook } from './webhook.js';
import { WebhookNotifier } from './webhook-notifier.js';

const SECRET = secretOf('X', `whsec_${Buffer.alloc(32, 7).toString('base64')}`);
const clock = new FakeClock();
const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

interface Heard {
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** A platform that answers as told, and what it heard. */
async function platform(answer: (response: ServerResponse) => void) {
  const heard: Heard[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => (body += text));
    request.on('end', () => {
      heard.push({ headers: request.headers, body });
      answer(response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const send = (over: Partial<Webhook> = {}, limit = 2_000) => {
    const webhook: Webhook = {
      code: 'x',
      title: '甲平台',
      url: `http://127.0.0.1:${port}/hook`,
      format: 'json',
      basis: '本地默认',
      ...over,
    };
    return new WebhookNotifier(webhook, SECRET, clock, limit).send(message());
  };
  return { heard, send };
}
const status = (code: number, body = '', headers = {}) =>
  platform((response) => response.writeHead(code, headers).end(body));

describe('a platform', () => {
  it('gets the notice signed after Standard Webhooks, under an id that never changes', async () => {
    const { heard, send } = await status(204);
    expect(await send()).toEqual({ outcome: 'sent', where: 'HTTP 204' });
    const [{ headers, body }] = heard as [Heard];
    const timestamp = String(clock.now().getTime() / 1000);
    const signed = createHmac('sha256', Buffer.alloc(32, 7))
      .update(`notice-3.${timestamp}.${body}`)
      .digest('base64');
    expect(headers).toMatchObject({
      'webhook-id': 'notice-3',
      'webhook-timestamp': timestamp,
      'webhook-signature': `v1,${signed}`,
      'content-type': 'application/json; charset=utf-8',
    });
    expect(JSON.parse(body)).toMatchObject({
      notice: '3',
      kind: 'alert',
      unit: 'finance-office',
      tier: 'orange',
      entityName: '某某公司',
      text: '预警理由：承诺保本',
    });
  });

  it.each([
    [200, 'sent'],
    [299, 'sent'],
    [301, 'refused'],
    [400, 'refused'],
    [401, 'refused'],
    [408, 'retry'],
    [429, 'retry'],
    [500, 'retry'],
    [503, 'retry'],
  ])('that answers %s: %s', async (code, outcome) => {
    expect((await (await status(code)).send()).outcome).toBe(outcome);
  });

  it('that points elsewhere is not followed', async () => {
    const other = await status(200);
    const { send } = await status(307, '', { location: 'http://127.0.0.1:1/' });
    expect(await send()).toEqual({
      outcome: 'refused',
      why: '对方答复 HTTP 307（不跟随转向）',
    });
    expect(other.heard).toEqual([]);
  });

  it('that says why it refuses is quoted, not at length', async () => {
    const delivery = await (await status(422, '签名不对'.repeat(1000))).send();
    expect(delivery).toMatchObject({ why: expect.stringMatching(/^对方答复 HTTP 422：签名不对/) });
    expect(JSON.stringify(delivery).length).toBeLessThan(300);
  });

  it('that floods its answer is not read to the end', async () => {
    const { send } = await platform((response) => {
      response.writeHead(200);
      const flood = (): void => {
        while (response.write('x'.repeat(65_536)));
        response.once('drain', flood);
      };
      flood();
    });
    expect((await send({}, 60_000)).outcome).toBe('sent');
  });

  it.each([
    ['hangs up', undefined, 'unknown'],
    ['hangs up and knows second copies', { idempotent: true }, 'retry'],
  ])('that takes the request and %s', async (_name, over, outcome) => {
    const { send } = await platform((response) => response.destroy());
    expect((await send(over)).outcome).toBe(outcome);
  });

  it('that never answers: unknown after the limit', async () => {
    const { send } = await platform(() => undefined);
    expect(await send({}, 200)).toEqual({ outcome: 'unknown', why: '0.2 秒内没有答复' });
  });

  it('that is not there: the channel is down', async () => {
    const { send } = await status(200);
    expect((await send({ url: 'http://127.0.0.1:9/' })).outcome).toBe('down');
    expect((await send({ url: 'http://nowhere.invalid/' })).outcome).toBe('down');
  });
});

describe('a group robot', () => {
  it.each([
    ['{"errcode":0,"errmsg":"ok"}', 'sent'],
    ['{"errcode":45009}', 'retry'],
    ['{"errcode":93000,"errmsg":"invalid webhook url"}', 'refused'],
  ])('that answers %s: %s', async (answer, outcome) => {
    const { heard, send } = await status(200, answer);
    expect((await send({ format: 'wecom' })).outcome).toBe(outcome);
    expect(JSON.parse(heard[0]!.body)).toEqual({
      msgtype: 'text',
      text: { content: '预警理由：承诺保本' },
    });
  });

  it('gets no more bytes than it takes, and whole characters', () => {
    expect(within(10, '短')).toBe('短');
    expect(within(10, '四个字长')).toBe('四个…');
    expect(Buffer.byteLength(within(2048, '𠮷'.repeat(3000)))).toBeLessThanOrEqual(2048);
  });
});

describe('a secret', () => {
  it.each([
    ['too short', Buffer.alloc(16).toString('base64')],
    ['no base64', 'whsec_不是'.padEnd(50, '!')],
    ['empty', ''],
  ])('%s is refused with the name of its variable, and not shown', (_name, text) => {
    expect(() => secretOf('RISK_WEBHOOK_SECRET_X', text)).toThrow(
      '环境变量 RISK_WEBHOOK_SECRET_X：应为 24 到 64 字节的 base64',
    );
  });
});
