import { afterAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { message as aMessage } from '../../alerting/src/testing/notices.js';
import { FolderNotifier } from './folder-notifier.js';

const folders: string[] = [];
afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true });
});

const message = aMessage({ messageId: 'notice-9' });

describe('without a mail server', () => {
  it('each notice is one .eml file that a mail program reads, also when sent twice', async () => {
    const base = await mkdtemp(join(tmpdir(), 'risk-mail-'));
    folders.push(base);
    const folder = join(base, 'mail');
    const notifier = new FolderNotifier(folder, 'risk@example.invalid');
    await notifier.send(message);
    const delivery = await notifier.send(message);
    const where = '没有接通邮件，存为文件 notice-9.eml';
    expect(delivery).toEqual({ outcome: 'sent', where });
    expect(await readdir(folder)).toEqual(['notice-9.eml']);
    const mail = await simpleParser(await readFile(join(folder, 'notice-9.eml')));
    expect(mail.subject).toBe(message.subject);
    expect((await stat(join(folder, 'notice-9.eml'))).mode & 0o077).toBe(0);
  });

  it('a folder that cannot be made is tried again later', async () => {
    const base = await mkdtemp(join(tmpdir(), 'risk-mail-'));
    folders.push(base);
    await writeFile(join(base, 'a-file'), '');
    const notifier = new FolderNotifier(join(base, 'a-file', 'mail'), 'risk@example.invalid');
    const why = '邮件文件写不进邮件文件夹（ENOTDIR）';
    expect(await notifier.send(message)).toEqual({ outcome: 'retry', why });
  });
});
