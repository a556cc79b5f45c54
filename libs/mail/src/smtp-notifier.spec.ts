import { afterEach, describe, expect, it } from '@jest/globals';
import { createServer, type AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { simpleParser, type ParsedMail } from 'mailparser';
import type { Delivery } from '@risk/alerting';
import { message as aMessage } from '../../alerting/src/testing/notices.js';
import { deliveryOf, SmtpNotifier, type SmtpFailure, type SmtpProgress } from './smtp-notifier.js';

const message = aMessage();

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

/** Speaks just enough SMTP to take a message, then hangs up without the answer (RFC 1047), or says nothing more. */
async function rudeServer(onMessage: () => void, hangsUp = true): Promise<number> {
  const server = createServer((socket) => {
    let inData = false;
    socket.on('error', () => undefined);
    socket.write('220 rude\r\n');
    socket.on('data', (chunk) => {
      const text = chunk.toString();
      if (inData && text.endsWith('\r\n.\r\n')) {
        onMessage();
        if (hangsUp) socket.destroy();
        else closers.push(() => Promise.resolve(void socket.destroy()));
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

  it('is greeted once for messages that follow one another, and anew when it hung up meanwhile', async () => {
    const ids: string[] = [];
    let greetings = 0;
    const server = new SMTPServer({
      authOptional: true,
      disableReverseLookup: true,
      disabledCommands: ['STARTTLS'],
      onConnect: (_session, done) => {
        greetings += 1;
        done();
      },
      onData(stream, _session, done) {
        void simpleParser(stream).then(({ messageId }) => {
          ids.push(messageId ?? '');
          done();
        });
      },
    });
    server.on('error', () => undefined);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    closers.push(() => new Promise<void>((resolve) => server.close(resolve)));
    const { port } = server.server.address() as AddressInfo;
    const notifier = new SmtpNotifier(`smtp://127.0.0.1:${port}`, 'risk@example.invalid');
    const send = (messageId: string) => notifier.send(aMessage({ messageId }));
    expect([(await send('a')).outcome, (await send('b')).outcome, greetings]).toEqual([
      'sent',
      'sent',
      1,
    ]);
    const { connections } = server as unknown as {
      connections: Set<{ _socket: { destroy(): void } }>;
    };
    for (const connection of connections) connection._socket.destroy();
    expect([(await send('c')).outcome, greetings]).toEqual(['sent', 2]);
    expect(ids).toEqual(['<a@risk-platform>', '<b@risk-platform>', '<c@risk-platform>']);
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

  it('that takes the mail and never answers: unknown after the limit', async () => {
    const port = await rudeServer(() => undefined, false);
    const notifier = new SmtpNotifier(`smtp://127.0.0.1:${port}`, 'risk@example.invalid', 300);
    expect((await notifier.send(message)).outcome).toBe('unknown');
  });

  it.each<[string, string]>([
    ['closes at once', ''],
    ['has no service', '554 no service\r\n'],
    ['is about to stop', '421 closing\r\n'],
  ])('that %s: the channel is down', async (_name, greeting) => {
    const server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.end(greeting);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    closers.push(() => new Promise((resolve) => server.close(() => resolve())));
    const { port } = server.address() as AddressInfo;
    const notifier = new SmtpNotifier(`smtp://127.0.0.1:${port}`, 'risk@example.invalid');
    expect((await notifier.send(message)).outcome).toBe('down');
  });

  it('that refuses our password: the channel is down, not the notice', async () => {
    const server = new SMTPServer({
      disableReverseLookup: true,
      allowInsecureAuth: true,
      disabledCommands: ['STARTTLS'],
      onAuth: (_auth, _session, done) => done(new Error('no')),
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    closers.push(() => new Promise<void>((resolve) => server.close(resolve)));
    const { port } = server.server.address() as AddressInfo;
    const notifier = new SmtpNotifier(`smtp://a:b@127.0.0.1:${port}`, 'risk@example.invalid');
    expect((await notifier.send(message)).outcome).toBe('down');
  });

  it('that is not there: the channel is down', async () => {
    const notifier = new SmtpNotifier('smtp://127.0.0.1:9', 'risk@example.invalid');
    expect((await notifier.send(message)).outcome).toBe('down');
  });

  it('whose name nobody knows: the channel is down', async () => {
    const notifier = new SmtpNotifier('smtp://mail.invalid', 'risk@example.invalid');
    expect((await notifier.send(message)).outcome).toBe('down');
  });
});

const AWAY: SmtpProgress = { hasGreeted: false, dataHasBegun: false };
const GREETED: SmtpProgress = { hasGreeted: true, dataHasBegun: false };
const TALKED: SmtpProgress = { hasGreeted: true, dataHasBegun: true };

describe('what a failure means', () => {
  it.each<[string, SmtpFailure, SmtpProgress, Delivery['outcome']]>([
    ['a refused connection', { code: 'ESOCKET' }, AWAY, 'down'],
    ['a greeting that never came', { code: 'ETIMEDOUT' }, AWAY, 'down'],
    ['bad credentials', { code: 'EAUTH', responseCode: 535 }, GREETED, 'down'],
    ['no login where one is needed', { code: 'EENVELOPE', responseCode: 530 }, GREETED, 'down'],
    ['a failed TLS talk', { code: 'ETLS' }, GREETED, 'down'],
    ['a server that stops before the data', { responseCode: 421 }, GREETED, 'down'],
    ['a server that stops after the data', { responseCode: 421 }, TALKED, 'down'],
    ['a full mailbox', { code: 'EENVELOPE', responseCode: 452 }, GREETED, 'retry'],
    ['no usable recipient', { code: 'EENVELOPE' }, AWAY, 'refused'],
    ['a connection lost before the data', { code: 'ECONNECTION' }, GREETED, 'retry'],
    ['a spam verdict after the data', { code: 'EMESSAGE', responseCode: 554 }, TALKED, 'refused'],
    ['a server too busy after the data', { code: 'EMESSAGE', responseCode: 451 }, TALKED, 'retry'],
    ['a connection lost after the data', { code: 'ECONNECTION' }, TALKED, 'unknown'],
    ['a timeout after the data', { code: 'ETIMEDOUT' }, TALKED, 'unknown'],
    ['a TLS break after the data', { code: 'ETLS' }, TALKED, 'unknown'],
  ])('%s', (_name, failure, progress, outcome) => {
    expect(deliveryOf(failure, progress).outcome).toBe(outcome);
  });
});
