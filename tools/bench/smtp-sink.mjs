// A mail server in a thread of its own, so that the bench does not wait for its own sink.
import { once } from 'node:events';
import { parentPort } from 'node:worker_threads';
import { SMTPServer } from 'smtp-server';

const server = new SMTPServer({
  authOptional: true,
  disableReverseLookup: true,
  disabledCommands: ['STARTTLS'],
  onData(stream, _session, done) {
    const chunks = [];
    stream.on('data', (chunk) => chunks.push(chunk));
    stream.on('end', () => {
      const at = performance.timeOrigin + performance.now();
      parentPort.postMessage({ subject: subjectOf(Buffer.concat(chunks).toString('latin1')), at });
      done();
    });
  },
});
server.listen(0, '127.0.0.1');
await once(server.server, 'listening');
parentPort.postMessage({ port: server.server.address().port });

function subjectOf(mail) {
  const folded = /^Subject: ([\s\S]*?)\r\n(?![ \t])/m.exec(mail)?.[1] ?? '';
  const words = /=\?UTF-8\?([BQ])\?(.*?)\?=\s*/gi;
  return folded.replace(/\r\n[ \t]/g, '').replace(words, (_all, kind, text) => {
    if (kind.toUpperCase() === 'B') return Buffer.from(text, 'base64').toString('utf8');
    const bytes = text
      .replaceAll('_', ' ')
      .replace(/=([0-9A-F]{2})/g, (_m, hex) => String.fromCharCode(parseInt(hex, 16)));
    return Buffer.from(bytes, 'latin1').toString('utf8');
  });
}
