import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { appendFile, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CheckpointLog } from './checkpoint-log.js';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'risk-checkpoints-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

const one = { size: 3, hash: 'a'.repeat(64), at: new Date('2026-11-02T15:50:00Z') };
const two = { size: 9, hash: 'b'.repeat(64), at: new Date('2026-11-03T15:50:00Z') };

describe('the file of checkpoints', () => {
  it('begins with nothing and only grows, a line each', async () => {
    const log = new CheckpointLog(join(dir, 'audit', 'checkpoints.log'));
    expect(await log.all()).toEqual([]);
    await log.keep(one);
    await log.keep(two);
    expect(await log.all()).toEqual([one, two]);
    expect(await readFile(log.path, 'utf8')).toBe(
      `3:${one.hash} 2026-11-02T15:50:00.000Z\n9:${two.hash} 2026-11-03T15:50:00.000Z\n`,
    );
    expect((await stat(log.path)).mode & 0o007).toBe(0);
  });

  it('names the line that somebody spoilt', async () => {
    const log = new CheckpointLog(join(dir, 'checkpoints.log'));
    await log.keep(one);
    await appendFile(log.path, '9:bb');
    await expect(log.all()).rejects.toMatchObject({
      kind: 'unreadable',
      message: expect.stringContaining('checkpoints.log 第 2 行'),
    });
  });

  it('is not taken for empty when it cannot be read', async () => {
    await expect(new CheckpointLog(dir).all()).rejects.toMatchObject({ code: 'EISDIR' });
  });
});
