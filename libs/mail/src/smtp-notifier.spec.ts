import { afterEach, describe, expect, it } from '@jest/globals';
import { createServer, type AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { simpleParser, type ParsedMail } from 'mailparser';
import type { Delivery } from '@risk/alerting';
import { deliveryOf, SmtpNotifier, type SmtpFailure } from './smtp-notifier.js';

const message = {
  messageId: 'notice-3',
  to: 'office@example.invalid',
  subject: '【橙色预警提示】某某公司',
  text: '预警理由：承诺保本',
  html: '<p>预警理由：承诺保本</p>',
};

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

async function post(options: SMTPServerOptions) {
  const server = new SMTPServer({
    authOptional: true,
    disableReverseLookup: true,
    disabledCommands: ['STARTTLS'],
    ...options,
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  const notifier = new SmtpNotifier(`smtp://127.0.0.1:${port}`, '平台 <risk@example.invalid>');
  closers.push(async () => {
    await new Promise<void>((resolve) => server.close(resolve));
  });
  return notifier.send(message);
}

/** Speaks just enough SMTP to take a message, then hangs up without the answer (RFC 1047). */
async function rudeServer(onMessage: () => void): Promise<number> {
  const server = createServer((socket) => {
    let inData = false;
    socket.on('error', () => undefined);
    socket.write('220 rude\r\n');
    socket.on('data', (chunk) => {
      const text = chunk.toString();
      if (inData && text.endsWith('\r\n.\r\n')) {
        onMessage();
        socket.destroy();
      } else if (!inData) {
        inData = text.startsWith('DATA');
        socket.write(inData ? '354 go\r\n' : '250 ok\r\n');
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => new Promise((resolve) => server.close(() => resolve())));
  return (server.address() as AddressInfo).port;
}

const refusal = (code: number) => Object.assign(new Error(`${code} no`), { responseCode: code });

describe('a real SMTP server', () => {
  it('gets the mail in Chinese, in text and HTML, with a stable id', async () => {
    let mail: ParsedMail | undefined;
    const delivery = await post({
      onData(stream, _session, done) {
        void simpleParser(stream).then((parsed) => {
          mail = parsed;
          done();
        });
      },
    });
    expect(delivery.outcome).toBe('sent');
    expect(mail).toMatchObject({ subject: message.subject, messageId: '<notice-3@risk-platform>' });
    expect(mail?.text).toContain('承诺保本');
    expect(mail?.headers.get('auto-submitted')).toBe('auto-generated');
  });

  it.each([
    [450, 'retry'],
    [550, 'refused'],
  ])('that answers %s to the recipient: %s', async (code, outcome) => {
    const delivery = await post({ onRcptTo: (_address, _session, done) => done(refusal(code)) });
    expect(delivery.outcome).toBe(outcome);
  });

  it('that takes the mail and breaks off before answering: unknown', async () => {
    let copies = 0;
    const port = await rudeServer(() => (copies += 1));
    const notifier = new SmtpNotifier(`smtp://127.0.0.1:${port}`, 'risk@example.invalid');
    expect((await notifier.send(message)).outcome).toBe('unknown');
    expect(copies).toBe(1);
  });

  it('that is not there: tried again', async () => {
    const notifier = new SmtpNotifier('smtp://127.0.0.1:9', 'risk@example.invalid');
    expect((await notifier.send(message)).outcome).toBe('retry');
  });
});

describe('what a failure means', () => {
  it.each([
    ['a refused connection', { code: 'ECONNREFUSED' }, false, 'retry'],
    ['a greeting that never came', { code: 'ETIMEDOUT' }, false, 'retry'],
    ['bad credentials', { code: 'EAUTH', responseCode: 535 }, false, 'refused'],
    ['a full mailbox', { code: 'EENVELOPE', responseCode: 452 }, false, 'retry'],
    ['no usable recipient', { code: 'EENVELOPE' }, false, 'refused'],
    ['a spam verdict after the data', { code: 'EMESSAGE', responseCode: 554 }, true, 'refused'],
    ['a server too busy after the data', { code: 'EMESSAGE', responseCode: 451 }, true, 'retry'],
    ['a connection lost after the data', { code: 'ECONNECTION' }, true, 'unknown'],
    ['a timeout after the data', { code: 'ETIMEDOUT' }, true, 'unknown'],
  ] as [string, SmtpFailure, boolean, Delivery['outcome']][])(
    '%s',
    (_name, failure, dataHadBegun, outcome) => {
      expect(deliveryOf(failure, dataHadBegun).outcome).toBe(outcome);
    },
  );
});
