import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';
import { Conflict } from '@risk/kit';
import fc from 'fast-check';
import { packZip, packedBytes, type FileToPack } from './pack-zip.js';
import { opened } from './testing/opened.js';
import type { ManifestLine } from './zip/manifest.js';
import { partsOf } from './zip/restamp.js';

const DAY = '2026-11-27';
const file = (name: string, content: string): FileToPack => ({
  name,
  content: Buffer.from(content),
});
const hash = (algorithm: string, bytes: Buffer | string): string =>
  createHash(algorithm).update(bytes).digest('hex');
const linesOf = (parts: Readonly<Record<string, string>>): ManifestLine[] =>
  (JSON.parse(parts['manifest.json']!) as { files: ManifestLine[] }).files;

describe('the manifest', () => {
  it('names each file with its size and both hashes, as they are in the archive', async () => {
    const packed = await packedBytes([file('合同.pdf', '内容甲'), file('录音.mp3', '乙')], DAY);
    const parts = await partsOf(packed);
    const manifest = linesOf(await opened(packed));
    expect(manifest.map(({ name }) => name)).toEqual(['合同.pdf', '录音.mp3']);
    for (const line of manifest) {
      const { bytes } = parts.find(({ name }) => name === line.name)!;
      expect(line).toEqual({
        name: line.name,
        size: bytes.length,
        sha256: hash('sha256', bytes),
        sm3: hash('sm3', bytes),
      });
    }
  });

  it('is there for people too, as Notepad reads it', async () => {
    const { '清单.txt': text } = await opened(await packedBytes([file('合同.pdf', '甲')], DAY));
    expect(text).toMatch(/^\ufeff材料清单（2026年11月27日，共 1 件）\r\n/);
    expect(text).toContain(`SM3：${hash('sm3', '甲')}`);
    expect(text!.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('knows SM3 of the standard (GB/T 32905-2016, A.1)', async () => {
    const [line] = linesOf(await opened(await packedBytes([file('a', 'abc')], DAY)));
    expect(line!.sm3).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0');
  });

  it('stands even in an archive of nothing', async () => {
    const parts = await opened(await packedBytes([], DAY));
    expect(linesOf(parts)).toEqual([]);
  });
});

describe('names', () => {
  it.each([
    ['a way out', '../../etc/passwd', 'passwd'],
    ['a way out of Windows', '..\\..\\boot.ini', 'boot.ini'],
    ['an absolute path', '/etc/shadow', 'shadow'],
    ['nothing', '', '未命名'],
    ['only dots', '..', '未命名'],
    ['a device', 'CON.txt', '_CON.txt'],
    ['a turned direction', 'cod\u202efdp.exe', 'cod_fdp.exe'],
    ['control characters', 'a\u0000b\nc.txt', 'a_b_c.txt'],
    ['characters of a shell', 'a<b>|c?.txt', 'a_b__c_.txt'],
    ['the manifest’s own', 'Manifest.json', 'Manifest(2).json'],
  ])('take away %s', async (_, name, safe) => {
    const [line] = linesOf(await opened(await packedBytes([file(name, 'x')], DAY)));
    expect(line!.name).toBe(safe);
  });

  it('never come twice, whatever their case', async () => {
    const files = ['a.txt', 'A.TXT', 'b/a.txt', 'a(2).txt'].map((name) => file(name, name));
    const names = linesOf(await opened(await packedBytes(files, DAY))).map(({ name }) => name);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(4);
  });

  it('stay unpackable whatever they were', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'binary', maxLength: 300 }), { maxLength: 4 }),
        async (names) => {
          const packed = await packedBytes(
            names.map((name) => file(name, 'x')),
            DAY,
          );
          for (const { name } of linesOf(await opened(packed))) {
            expect(Buffer.byteLength(name)).toBeLessThanOrEqual(210);
            expect(name).not.toMatch(/[/\\\0]|^\.+$/);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('the bytes', () => {
  it('are the same for the same files, however they came', async () => {
    const streamed = {
      name: 'a.txt',
      content: () => Readable.from([Buffer.from('内'), Buffer.from('容')]),
    };
    const first = await packedBytes([file('a.txt', '内容')], DAY);
    const again = await packedBytes([streamed], DAY);
    const [one, other] = await Promise.all([opened(first), opened(again)]);
    expect(one).toEqual(other);
    expect((await packedBytes([file('a.txt', '内容')], DAY)).equals(first)).toBe(true);
  });
});

describe('big files', () => {
  it('are opened one at a time and go through in pieces', async () => {
    let open = 0;
    let most = 0;
    const big = (name: string): FileToPack => ({
      name,
      content: () => {
        most = Math.max(most, ++open);
        const chunks = Array.from({ length: 64 }, () => Buffer.alloc(65_536, 7));
        return Readable.from(chunks).on('close', () => (open -= 1));
      },
    });
    const parts = await partsOf(await buffer(packZip([big('a'), big('b'), big('c')], DAY)));
    expect(parts.map(({ bytes }) => bytes.length).slice(0, 3)).toEqual([4194304, 4194304, 4194304]);
    expect(most).toBe(1);
  });

  it('are let go when nobody reads on', async () => {
    const source = Readable.from(
      Array.from({ length: 999 }, () => Buffer.alloc(65_536, Math.random() * 255)),
    );
    const archive = packZip([{ name: 'a', content: () => source }], DAY);
    for await (const _ of archive) break;
    await new Promise((resolve) => (source.destroyed ? resolve(0) : source.once('close', resolve)));
    expect(source.destroyed).toBe(true);
  });
});

describe('half an archive', () => {
  it.each([
    ['cannot be opened', () => Promise.reject(new Error('gone')), 'gone'],
    [
      'breaks off',
      () =>
        new Readable({
          read() {
            this.destroy(new Error('torn'));
          },
        }),
      'torn',
    ],
  ])('is never handed out when a file %s', async (_, content, message) => {
    const packing = packedBytes([file('a', '甲'), { name: 'b', content }, file('c', '丙')], DAY);
    await expect(packing).rejects.toThrow(message);
  });

  it('is never handed out when a file is not what was taken in', async () => {
    const changed = { ...file('证据.pdf', '后来的'), sha256: hash('sha256', '当时的') };
    const packing = packedBytes([changed], DAY);
    await expect(packing).rejects.toThrow(Conflict);
    await expect(packing).rejects.toThrow('证据.pdf：内容与登记的 SHA-256 不一致');
  });
});
