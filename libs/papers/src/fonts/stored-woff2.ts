import { brotliDecompressSync } from 'node:zlib';

/** A WOFF2 file and where its packed tables begin. */
const HEADER = { tables: 12, packedSize: 20, length: 8, end: 48 } as const;
const OWN_TAG = 63;
/** `glyf` and `loca` in the list of known tags (WOFF2, 5.2): there version 3 means as it is, elsewhere 0 does. */
const REWRITTEN = [10, 11];
const LARGEST_BLOCK = 65536;

/**
 * The same WOFF2 file with its tables stored rather than squeezed. fontkit unpacks Brotli in
 * JavaScript, which took two thirds of the time of the first chart; Node unpacks it natively.
 */
export function storedWoff2(file: Buffer): Buffer {
  const at = endOfDirectory(file);
  const squeezed = file.subarray(at, at + file.readUInt32BE(HEADER.packedSize));
  const body = storedBrotli(brotliDecompressSync(squeezed));
  const head = Buffer.from(file.subarray(0, at));
  head.writeUInt32BE(body.length, HEADER.packedSize);
  head.writeUInt32BE(at + body.length, HEADER.length);
  return Buffer.concat([head, body]);
}

function endOfDirectory(file: Buffer): number {
  let at: number = HEADER.end;
  for (let left = file.readUInt16BE(HEADER.tables); left > 0; left--) {
    const flags = file.readUInt8(at);
    at = afterNumber(file, (flags & 63) === OWN_TAG ? at + 5 : at + 1);
    if (isTransformed(flags)) at = afterNumber(file, at);
  }
  return at;
}

const isTransformed = (flags: number): boolean =>
  flags >> 6 !== (REWRITTEN.includes(flags & 63) ? 3 : 0);

/** Numbers take as many bytes as they need; all but the last have their high bit set. */
function afterNumber(file: Buffer, start: number): number {
  let at = start;
  while (file.readUInt8(at) & 0x80) at += 1;
  return at + 1;
}

/** Bytes as a Brotli stream that squeezes nothing (RFC 7932, 9.2: uncompressed meta-blocks). */
export function storedBrotli(bytes: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += LARGEST_BLOCK) {
    const block = bytes.subarray(at, at + LARGEST_BLOCK);
    const sized = ((block.length - 1) << 3) | (1 << 19);
    const head = Buffer.alloc(3);
    // The stream's first bit says how large its window is, so the first block begins one bit later.
    head.writeUIntLE(at === 0 ? sized << 1 : sized, 0, 3);
    parts.push(head, block);
  }
  return Buffer.concat([...parts, Buffer.of(bytes.length === 0 ? 6 : 3)]);
}
