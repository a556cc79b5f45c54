import { expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import type { UnitOfWork } from '@risk/kit';
import type { AttachmentStore, AttachmentWish } from '../attachments/attachment-store.js';

/** A store and two alerts that are there. */
export interface AttachmentBed {
  readonly store: AttachmentStore;
  readonly work: UnitOfWork;
  readonly alerts: readonly [string, string];
}

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const zipOf = (part: string): Buffer => Buffer.from(`PK\u0003\u0004....${part}`);
const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1]);
const AT = new Date('2026-11-02T09:00:00+08:00');

export const file = (more: Partial<AttachmentWish> = {}): AttachmentWish => ({
  alertId: '1',
  name: '现场检查记录（虚构）.pdf',
  mediaType: 'application/pdf',
  bytes: Buffer.from('%PDF-1.7 现场检查'),
  by: '张某',
  because: '现场检查取得',
  at: AT,
  ...more,
});

/** What every store of attachments promises; the fake and the real one both pass it. */
export function promisesOfAttachmentStore(open: () => Promise<AttachmentBed>): void {
  const begin = async () => {
    const { store, work, alerts } = await open();
    const keep = (more: Partial<AttachmentWish> = {}) =>
      work.run((tx) => store.keep(tx, file({ alertId: alerts[0], ...more })));
    return { store, alerts, keep };
  };

  it('gives back the very bytes with both digests of them', async () => {
    const { store, alerts, keep } = await begin();
    const { bytes } = file();
    const kept = await keep();
    expect(kept).toEqual({
      id: kept.id,
      size: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      sm3: createHash('sm3').update(bytes).digest('hex'),
    });
    const { bytes: _given, ...told } = file({ alertId: alerts[0] });
    const opened = await store.open(kept.id);
    expect(opened).toMatchObject({ ...told, ...kept });
    expect(Buffer.from(opened!.bytes).equals(bytes)).toBe(true);
  });

  it('lists the files of one alert, oldest first and without their bytes', async () => {
    const { store, alerts, keep } = await begin();
    await keep();
    await keep({ name: '照片.png', mediaType: 'image/png', bytes: png });
    await keep({ alertId: alerts[1] });
    const files = await store.listOf(alerts[0]);
    expect(files.map(({ name }) => name)).toEqual(['现场检查记录（虚构）.pdf', '照片.png']);
    expect(files[0]).not.toHaveProperty('bytes');
    expect(await store.listOf('987654')).toEqual([]);
    expect(await store.open('987654')).toBeNull();
    expect(await store.open('x')).toBeNull();
  });

  it('keeps the same file beside the same alert once, and beside another again', async () => {
    const { store, alerts, keep } = await begin();
    const first = await keep();
    expect(await keep({ by: '李某' })).toEqual(first);
    expect(await store.listOf(alerts[0])).toMatchObject([{ by: '张某' }]);
    expect((await keep({ alertId: alerts[1] })).id).not.toBe(first.id);
  });

  it.each<[string, Partial<AttachmentWish>]>([
    [
      'docx',
      {
        name: 'a.docx',
        mediaType: `${OFFICE}.wordprocessingml.document`,
        bytes: zipOf('word/document.xml'),
      },
    ],
    [
      'xlsx',
      {
        name: 'a.XLSX',
        mediaType: `${OFFICE}.spreadsheetml.sheet`,
        bytes: zipOf('xl/workbook.xml'),
      },
    ],
    [
      'jpg',
      { name: 'a.jpg', mediaType: 'image/jpeg', bytes: Buffer.from([0xff, 0xd8, 0xff, 0xe0]) },
    ],
    ['zip', { name: 'a.zip', mediaType: 'application/zip', bytes: zipOf('a') }],
    ['txt', { name: 'a.txt', mediaType: 'text/plain', bytes: Buffer.from('录音文字稿') }],
    [
      '20 MB',
      { name: 'a.txt', mediaType: 'text/plain', bytes: Buffer.alloc(20 * 1024 * 1024, 'a') },
    ],
  ])('takes %s', async (_what, more) => {
    const { store, keep } = await begin();
    const { id, size } = await keep(more);
    expect((await store.open(id))!.bytes).toHaveLength(size);
  });

  it.each<[string, Partial<AttachmentWish>, string]>([
    ['an empty file', { bytes: Buffer.alloc(0) }, '空的'],
    [
      'more than 20 MB',
      { name: 'a.txt', mediaType: 'text/plain', bytes: Buffer.alloc(20 * 1024 * 1024 + 1, 'a') },
      '超过 20 MB',
    ],
    ['a program that calls itself PDF', { bytes: Buffer.from('MZ\u0090') }, '不是 .pdf'],
    [
      'a ZIP that calls itself DOCX',
      { name: 'a.docx', mediaType: `${OFFICE}.wordprocessingml.document`, bytes: zipOf('a') },
      '不是 .docx',
    ],
    [
      'binary that calls itself text',
      { name: 'a.txt', mediaType: 'text/plain', bytes: Buffer.from([65, 0]) },
      '不是 .txt',
    ],
    ['a kind that is not taken', { name: 'a.exe' }, '不收“.exe”'],
    ['a kind that every object has', { name: 'a.constructor' }, '不收'],
    ['another media type', { mediaType: 'text/html' }, 'mediaType：'],
    ['a path', { name: '../a.pdf' }, 'name：'],
    ['a name turned around', { name: 'a\u202efdp.pdf' }, 'name：'],
    ['nobody', { by: ' ' }, 'by：'],
    ['no reason', { because: '' }, 'because：'],
  ])('refuses %s', async (_what, more, says) => {
    const { store, alerts, keep } = await begin();
    await expect(keep(more)).rejects.toThrow(says);
    expect(await store.listOf(alerts[0])).toEqual([]);
  });
}
