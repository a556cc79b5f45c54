import { digestsOf, DOCX_MEDIA, Invalid, XLSX_MEDIA } from '@risk/kit';
import { signed } from '../signature.js';
import type { Attachment, AttachmentWish } from './attachment-store.js';

/** A local default: a scan of some ten pages. */
export const MOST_ATTACHED_BYTES = 20 * 1024 * 1024;
const LONGEST_NAME = 200;

const startsWith =
  (...first: readonly number[]) =>
  (bytes: Buffer): boolean =>
    bytes.subarray(0, first.length).equals(Buffer.from(first));
const isZip = (bytes: Buffer): boolean =>
  startsWith(0x50, 0x4b, 0x03, 0x04)(bytes) || startsWith(0x50, 0x4b, 0x05, 0x06)(bytes);
/** Names stand in the clear in an archive, so the kind of an office file is seen without unpacking it. */
const zipWith = (part: string) => (bytes: Buffer) => isZip(bytes) && bytes.includes(part);

/** Kinds of files that are taken, by the end of their name. One line to add one. */
const KINDS: Readonly<
  Record<string, { readonly mediaType: string; readonly is: (bytes: Buffer) => boolean }>
> = {
  pdf: { mediaType: 'application/pdf', is: startsWith(0x25, 0x50, 0x44, 0x46, 0x2d) },
  docx: { mediaType: DOCX_MEDIA, is: zipWith('word/document.xml') },
  xlsx: { mediaType: XLSX_MEDIA, is: zipWith('xl/workbook.xml') },
  png: {
    mediaType: 'image/png',
    is: startsWith(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
  },
  jpg: { mediaType: 'image/jpeg', is: startsWith(0xff, 0xd8, 0xff) },
  jpeg: { mediaType: 'image/jpeg', is: startsWith(0xff, 0xd8, 0xff) },
  zip: { mediaType: 'application/zip', is: isZip },
  txt: { mediaType: 'text/plain', is: (bytes) => !bytes.includes(0) },
};

/** A file that may be kept, with its digests. */
export type CheckedAttachment = Omit<Attachment, 'id'> & { readonly bytes: Buffer };

/** Refuses what is too big, bears a name that is none, or is not what its name says; names the field. */
export function checkedAttachment(wish: AttachmentWish): CheckedAttachment {
  const { by, because } = signed(wish);
  const bytes = Buffer.from(wish.bytes);
  const name = fileName(wish.name);
  if (bytes.length === 0) throw new Invalid('bytes：文件是空的');
  if (bytes.length > MOST_ATTACHED_BYTES)
    throw new Invalid(`bytes：文件 ${mebibytes(bytes.length)} MB，超过 20 MB（本地默认）`);
  const mediaType = mediaTypeOf(name, bytes, wish.mediaType);
  const { alertId, at } = wish;
  return { alertId, name, mediaType, ...digestsOf(bytes), by, because, at, bytes };
}

/** The media type of a file by the end of its name; a kind that is not taken is refused. */
export const mediaTypeNamed = (name: string): string => kindNamed(name.trim()).mediaType;

function kindNamed(name: string) {
  const kind = Object.hasOwn(KINDS, endOf(name)) ? KINDS[endOf(name)] : undefined;
  if (kind) return kind;
  const said = endOf(name) === '' ? name : `.${endOf(name)}`;
  throw new Invalid(`name：不收“${said}”文件，只收 ${Object.keys(KINDS).join('、')}`);
}

const endOf = (name: string): string => /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';

function mediaTypeOf(name: string, bytes: Buffer, told: string): string {
  const kind = kindNamed(name);
  const end = endOf(name);
  if (told !== kind.mediaType)
    throw new Invalid(`mediaType：“${told}”与文件名不符，应为 ${kind.mediaType}`);
  if (!kind.is(bytes)) throw new Invalid(`bytes：内容不是 .${end} 文件`);
  return kind.mediaType;
}

/** A name and no path: it may be written into an archive later. */
function fileName(text: string): string {
  const name = text.trim();
  if (name === '' || name.length > LONGEST_NAME)
    throw new Invalid(`name：文件名应为 1 到 ${LONGEST_NAME} 个字`);
  if (
    /[\0-\x1f\x7f/\\:*?"<>|\p{Surrogate}\u202a-\u202e\u2066-\u2069]/u.test(name) ||
    /^\.+$/.test(name)
  )
    throw new Invalid('name：文件名含有不能使用的字符');
  return name;
}

const mebibytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(1);
