import { appendFile, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { logSince, logSize, rotateLog } from './log-file.js';

let folder: string;
let log: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'risk-log-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));
beforeEach(async () => {
  log = join(folder, 'postgres.log');
  await rm(`${log}.1`, { force: true });
  await writeFile(log, 'first line\n');
});

describe('the log', () => {
  it('stays as it is up to its limit', async () => {
    await rotateLog(log, 11);
    expect(await logSize(log)).toBe(11);
    await expect(stat(`${log}.1`)).rejects.toThrow('ENOENT');
  });

  it('is emptied in place beyond it, and what was in it kept once', async () => {
    const { ino } = await stat(log);
    await rotateLog(log, 10);
    await appendFile(log, 'second, longer line\n');
    await rotateLog(log, 10);
    expect([await logSize(log), (await stat(log)).ino]).toEqual([0, ino]);
    expect(await readFile(`${log}.1`, 'utf8')).toBe('second, longer line\n');
  });

  it('tells what came since a moment, also when it was emptied meanwhile', async () => {
    const before = await logSize(log);
    await appendFile(log, 'FATAL: no\n');
    expect(await logSince(log, before)).toBe('FATAL: no');
    expect(await logSince(log, 1_000)).toBe('first line\nFATAL: no');
    expect(await logSince(log, 0, 4)).toBe('no');
  });

  it('is silent when it is missing', async () => {
    expect([await logSize(join(folder, 'none')), await logSince(join(folder, 'none'), 0)]).toEqual([
      0,
      '',
    ]);
    await rotateLog(join(folder, 'none'));
  });
});
