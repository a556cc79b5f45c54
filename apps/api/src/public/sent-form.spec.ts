import { Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Request } from 'express';
import { sentForm } from './sent-form.js';

const MOST = 10_000;

const read = (body: Uint8Array, type = 'multipart/form-data; boundary=XX') =>
  sentForm(
    Object.assign(Readable.from([body]), { headers: { 'content-type': type } }) as never as Request,
    MOST,
  );

/** What a browser makes of a form; the platform's own writer. */
async function written(form: FormData) {
  const response = new Response(form);
  const body = new Uint8Array(await response.arrayBuffer());
  return { body, type: response.headers.get('content-type') ?? '' };
}

describe('a form with files', () => {
  it('is read as it was written', async () => {
    const form = new FormData();
    form.set('text', '第一行\r\n第二行 "引号"');
    form.set('empty', '');
    form.append('files', new Blob([Buffer.from([1, 2, 13, 10, 45, 45])]), '王某 "合同".png');
    const { body, type } = await written(form);
    const { fields, files } = await read(body, type);
    expect(fields).toEqual({ text: '第一行\n第二行 "引号"', empty: '' });
    expect(files.map(({ bytes }) => [...bytes])).toEqual([[1, 2, 13, 10, 45, 45]]);
  });

  it('has an empty file where nothing was chosen', async () => {
    const head = 'Content-Disposition: form-data; name="files"; filename=""';
    const body = Buffer.from(`--XX\r\n${head}\r\nContent-Type: x/y\r\n\r\n\r\n--XX--\r\n`);
    expect(await read(body)).toMatchObject({ fields: {}, files: [{ bytes: Buffer.alloc(0) }] });
  });

  it('brings back any bytes', () =>
    fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        const form = new FormData();
        form.append('files', new Blob([Uint8Array.from(bytes)]), 'a');
        const { body, type } = await written(form);
        const [file] = (await read(body, type)).files;
        expect(Buffer.from(file!.bytes).equals(bytes)).toBe(true);
      }),
    ));

  it('counts the first of two fields with one name', async () => {
    const form = new FormData();
    form.append('text', 'a');
    form.append('text', 'b');
    const { body, type } = await written(form);
    expect((await read(body, type)).fields).toEqual({ text: 'a' });
  });

  const part = (head: string) => `--XX\r\n${head}\r\n\r\nx\r\n--XX--`;
  const many = 'content-disposition: form-data; name="a"\r\n\r\nx\r\n--XX\r\n'.repeat(70);
  it.each<[string, string, string | undefined]>([
    ['of another type', 'a=1', 'application/x-www-form-urlencoded'],
    ['without a boundary', '--XX--', 'multipart/form-data'],
    ['that does not begin', 'hello', undefined],
    ['that does not end', '--XX\r\ncontent-disposition: form-data; name="a"\r\n\r\nx', undefined],
    ['whose head does not end', '--XX\r\ncontent-disposition: form-data', undefined],
    ['without names', part('content-disposition: form-data'), undefined],
    ['with a head without end', part(`x: ${'y'.repeat(2000)}`), undefined],
    ['of parts without end', `--XX\r\n${many}`, undefined],
    ['that is empty', '', undefined],
  ])('%s is refused', async (_what, body, type) => {
    await expect(read(Buffer.from(body), type)).rejects.toThrow('请用网页上的表单提交');
  });

  it('that is too big is refused', async () => {
    await expect(read(Buffer.alloc(MOST + 1))).rejects.toMatchObject({ status: 413 });
  });
});
