import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { bookIn, sayStep } from './edition.js';

const STEP = {
  ...{ kind: 'published' as const, by: '李四', because: '回测已看过' },
  at: new Date('2026-11-02T09:00:00+08:00'),
};

describe('a step of an edition in a line', () => {
  it.each([
    [null, '2026-11-02 09:00　发布　李四：回测已看过'],
    [{ urgent: true }, '2026-11-02 09:00　发布（紧急）　李四：回测已看过'],
  ])('with %j', (detail, says) => {
    expect(sayStep({ ...STEP, detail })).toBe(says);
  });
});

describe('what a folder proposes', () => {
  it('has words only where somebody asks for them', async () => {
    const plain = await bookIn('config', undefined);
    expect(plain.lexicon).toBeNull();
    expect(plain.scoring?.name).toBe('scoring.yaml');
    const { lexicon } = await bookIn('config/rules', 'config');
    expect(lexicon?.map(({ name }) => name)).toContain('lexicon/context.yaml');
  });

  it('names the folder that is not there', async () => {
    const none = join(mkdtempSync(join(tmpdir(), 'edition-')), 'none');
    await expect(bookIn(none, undefined)).rejects.toThrow(`没有目录 ${none}`);
    await expect(bookIn('config', none)).rejects.toThrow(`配置目录 ${none} 缺少 lexicon/`);
  });
});
