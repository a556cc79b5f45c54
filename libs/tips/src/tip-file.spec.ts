import { describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { checkedTipFiles } from './tip-file.js';

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1]);
const JPG = Buffer.from([0xff, 0xd8, 0xff, 0xe0]);
const PDF = Buffer.from('%PDF-1.7 合同');
const LIMITS = { most: 3, eachBytes: 1024 * 1024 };
const check = (...files: Uint8Array[]) =>
  checkedTipFiles(
    files.map((bytes) => ({ bytes })),
    LIMITS,
  );

describe('files of a report', () => {
  it('are told by their bytes, named by their number, and known by their digests', () => {
    expect(check(JPG, PNG, PDF)).toMatchObject([
      { name: '举报附件1.jpg', mediaType: 'image/jpeg', size: 4 },
      { name: '举报附件2.png', mediaType: 'image/png' },
      {
        name: '举报附件3.pdf',
        mediaType: 'application/pdf',
        sm3: createHash('sm3').update(PDF).digest('hex'),
      },
    ]);
  });

  it('that are empty are none, for that is what a form sends when nothing was chosen', () => {
    expect(check(Buffer.alloc(0))).toEqual([]);
  });

  it('are kept once when they are the same', () => {
    expect(check(PNG, PNG)).toHaveLength(1);
  });

  it.each<[string, Uint8Array[], string]>([
    ['too many', [PNG, JPG, PDF, PNG], '最多 3 个'],
    ['too big', [JPG, Buffer.concat([PNG, Buffer.alloc(1024 * 1024)])], '第 2 个文件超过 1 MB'],
    ['a page with a script', [Buffer.from('<script>')], '不是照片'],
    ['a drawing that can hold a script', [Buffer.from('<svg xmlns="http://')], '不是照片'],
    ['a program', [Buffer.from('MZ')], '不是照片'],
  ])('that are %s are refused', (_what, files, says) => {
    expect(() => check(...files)).toThrow(says);
  });
});
