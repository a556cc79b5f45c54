import { digestsOf, Invalid } from '@risk/kit';

/** A file as a citizen sends it. Its name is thrown away: names of files tell of people. */
export interface TipFile {
  readonly bytes: Uint8Array;
}

/** A file that may be kept, with its digests. */
export interface CheckedTipFile {
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
  readonly sm3: string;
  readonly bytes: Buffer;
}

interface Kind {
  readonly end: string;
  readonly mediaType: string;
  readonly first: readonly number[];
}

/** Kinds of files that are taken, known by how they begin; one line to add one. */
const KINDS: readonly Kind[] = [
  { end: 'jpg', mediaType: 'image/jpeg', first: [0xff, 0xd8, 0xff] },
  { end: 'png', mediaType: 'image/png', first: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { end: 'pdf', mediaType: 'application/pdf', first: [0x25, 0x50, 0x44, 0x46, 0x2d] },
];

/** What a form may offer to choose from. */
export const TIP_FILE_TYPES = KINDS.map(({ end }) => `.${end}`).join(',');

/** Refuses what is too much, too big, or no picture and no PDF, whatever it calls itself. */
export function checkedTipFiles(
  files: readonly TipFile[],
  { most, eachBytes }: { readonly most: number; readonly eachBytes: number },
): CheckedTipFile[] {
  const given = files.filter(({ bytes }) => bytes.length > 0);
  if (given.length > most) throw new Invalid(`附件：最多 ${String(most)} 个`);
  const checked = given.map(({ bytes }, at) => checkedFile(Buffer.from(bytes), at + 1, eachBytes));
  return checked.filter(({ sm3 }, at) => checked.findIndex((one) => one.sm3 === sm3) === at);
}

function checkedFile(bytes: Buffer, number: number, most: number): CheckedTipFile {
  const which = `附件：第 ${String(number)} 个文件`;
  if (bytes.length > most)
    throw new Invalid(`${which}超过 ${String(Math.floor(most / 1024 / 1024))} MB`);
  const kind = KINDS.find(({ first }) =>
    Buffer.from(first).equals(bytes.subarray(0, first.length)),
  );
  if (!kind) throw new Invalid(`${which}不是照片（JPG、PNG）或者 PDF`);
  const name = `举报附件${String(number)}.${kind.end}`;
  return { name, mediaType: kind.mediaType, ...digestsOf(bytes), bytes };
}
