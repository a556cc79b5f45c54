import { mkdir, open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import {
  checkpointText,
  OutsideCheckpoints,
  readCheckpoints,
  type AuditCheckpoint,
} from '@risk/access';
import { Unreadable } from '@risk/kit';

/** Checkpoints of the audit trail in a file that only grows, outside the database. */
export class CheckpointLog extends OutsideCheckpoints {
  constructor(readonly path: string) {
    super();
  }

  async all(): Promise<AuditCheckpoint[]> {
    const content = await this.content();
    try {
      return readCheckpoints(content, this.path);
    } catch (cause) {
      throw new Unreadable((cause as Error).message, { path: this.path }, { cause });
    }
  }

  /** On the disk when it resolves. */
  async keep(checkpoint: AuditCheckpoint): Promise<void> {
    await mkdir(dirname(this.path), { recursive: true, mode: 0o750 });
    const file = await open(this.path, 'a', 0o640);
    try {
      await file.writeFile(`${checkpointText(checkpoint)}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
  }

  private async content(): Promise<string> {
    try {
      return await readFile(this.path, 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
      throw error;
    }
  }
}
