import { expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

interface Told {
  readonly one: string[];
  readonly two: string[];
  readonly refused: string | null;
  readonly after: string[];
  readonly here: string[];
}

it('a bulletin printed in a thread is the same to the byte, one that cannot be printed stops no other, and a thread that got ready for nothing holds up nobody', async () => {
  const script = 'test/support/print-in-thread.mjs';
  const { stdout } = await promisify(execFile)(process.execPath, [script]);
  const { one, two, refused, after, here } = JSON.parse(stdout) as Told;
  expect(here.map((line) => line.split(' ')[0]?.split('.').at(-1))).toEqual(
    expect.arrayContaining(['docx', 'pdf', 'xlsx', 'html', 'txt']),
  );
  expect([one, two, after]).toEqual([here, here, here]);
  expect(refused).toContain('date');
}, 60_000);
