import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { expect } from '@jest/globals';

/**
 * Holds a text against the one that is kept; with RISK_GOLDEN=write it is written anew, to be looked at before
 * it is committed.
 */
export async function expectGolden(file: string, text: string): Promise<void> {
  if (process.env['RISK_GOLDEN'] === 'write') {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
    return;
  }
  if (!existsSync(file)) throw new Error(`没有 ${file}：用 RISK_GOLDEN=write 生成，看过再提交`);
  expect(text).toBe(await readFile(file, 'utf8'));
}
