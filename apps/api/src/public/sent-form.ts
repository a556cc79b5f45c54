import type { Request } from 'express';
import { Unreadable } from '@risk/kit';
import type { TipFile } from '@risk/tips';
import { wholeOf } from '../item-batches.js';

/** A form with files, as a browser sent it. */
export interface SentForm {
  readonly fields: Readonly<Record<string, string>>;
  readonly files: readonly TipFile[];
}

interface Part {
  readonly name: string;
  readonly isFile: boolean;
  readonly bytes: Buffer;
}

const MOST_PARTS = 60;
const LONGEST_HEAD = 1000;
const LINE = '\r\n';

/** Reads a form with files (RFC 7578), up to so many bytes in all; what is no such form is refused. */
export async function sentForm(request: Request, most: number): Promise<SentForm> {
  const type = request.headers['content-type'] ?? '';
  const boundary = /^multipart\/form-data;\s*boundary="?([^";,\s]{1,70})"?$/i.exec(type)?.[1];
  if (boundary === undefined) throw notOurs();
  return formOf([...partsIn(await wholeOf(request, most), boundary)]);
}

const notOurs = (): Unreadable => new Unreadable('请用网页上的表单提交');

/** A form of these parts; of several fields with one name the first counts. */
function formOf(parts: readonly Part[]): SentForm {
  const texts = parts.filter(({ isFile }) => !isFile).reverse();
  return {
    fields: Object.fromEntries(texts.map(({ name, bytes }) => [name, textOf(bytes)])),
    files: parts.filter(({ isFile }) => isFile).map(({ bytes }) => ({ bytes })),
  };
}

/** Forms write lines as CR LF; people and rules read LF. */
const textOf = (bytes: Buffer): string => bytes.toString('utf8').replace(/\r\n?/g, '\n');

function* partsIn(bytes: Buffer, boundary: string): Generator<Part> {
  const mark = `${LINE}--${boundary}`;
  let at = mark.length - LINE.length;
  if (bytes.toString('latin1', 0, at) !== `--${boundary}`) throw notOurs();
  for (let parts = 0; bytes.toString('latin1', at, at + 2) === LINE; parts += 1) {
    const head = bytes.indexOf(LINE + LINE, at);
    const body = head + 2 * LINE.length;
    const end = head < 0 ? -1 : bytes.indexOf(mark, body);
    if (end < 0 || head - at > LONGEST_HEAD || parts === MOST_PARTS) throw notOurs();
    yield { ...headOf(bytes.toString('utf8', at, head)), bytes: bytes.subarray(body, end) };
    at = end + mark.length;
  }
  if (bytes.toString('latin1', at, at + 2) !== '--') throw notOurs();
}

function headOf(head: string): Pick<Part, 'name' | 'isFile'> {
  const said = /^content-disposition:\s*form-data;(.*)$/im.exec(head)?.[1] ?? '';
  const name = /(?:^|;)\s*name="([^"]{1,100})"/i.exec(said)?.[1];
  if (name === undefined) throw notOurs();
  return { name, isFile: /;\s*filename\*?=/i.test(said) };
}
