import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { Notifier, type Delivery, type Message } from '@risk/alerting';
import { mailOf } from './mail-of.js';

/** Writes each e-mail as an .eml file when no mail server is given; the same notice, the same file. */
export class FolderNotifier extends Notifier {
  private readonly transport = createTransport({ streamTransport: true, buffer: true });

  constructor(
    private readonly folder: string,
    private readonly from: string,
  ) {
    super();
  }

  async send(message: Message): Promise<Delivery> {
    const { message: bytes } = (await this.transport.sendMail(mailOf(message, this.from))) as {
      message: Buffer;
    };
    const name = `${message.messageId}.eml`;
    const file = join(this.folder, name);
    try {
      await mkdir(this.folder, { recursive: true, mode: 0o700 });
      await writeFile(`${file}.part`, bytes, { mode: 0o600 });
      await rename(`${file}.part`, file);
    } catch (error) {
      return { outcome: 'retry', why: `邮件文件写不进邮件文件夹（${codeOf(error)}）` };
    }
    return { outcome: 'sent', where: `没有接通邮件，存为文件 ${name}` };
  }
}

/** Officials read it: without the paths of the server. */
const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? '原因不明';
