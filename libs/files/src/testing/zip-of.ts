import { crc32, deflateRawSync } from 'node:zlib';

/** One part of a hand-made archive; `claims` lets its directory lie about the size. */
export interface ZipPart {
  readonly name: string;
  readonly content: Buffer | string;
  readonly claims?: number;
}

/** Makes a zip archive by hand, so that tests can make the ones that no honest program makes. */
export function zipOf(parts: readonly ZipPart[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, claims } of parts) {
    const plain = Buffer.from(content);
    const packed = deflateRawSync(plain);
    const sizes = { crc: crc32(plain), packed: packed.length, plain: claims ?? plain.length };
    const local = Buffer.concat([header(0x04034b50, name, sizes), Buffer.from(name), packed]);
    directory.push(entry(name, sizes, offset));
    bodies.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  return Buffer.concat([...bodies, central, end(parts.length, central.length, offset)]);
}

interface Sizes {
  readonly crc: number;
  readonly packed: number;
  readonly plain: number;
}

function header(signature: number, name: string, { crc, packed, plain }: Sizes): Buffer {
  const bytes = Buffer.alloc(30);
  bytes.writeUInt32LE(signature, 0);
  bytes.writeUInt16LE(20, 4);
  bytes.writeUInt16LE(8, 8);
  bytes.writeUInt32LE(crc, 14);
  bytes.writeUInt32LE(packed, 18);
  bytes.writeUInt32LE(plain, 22);
  bytes.writeUInt16LE(Buffer.byteLength(name), 26);
  return bytes;
}

function entry(name: string, sizes: Sizes, offset: number): Buffer {
  const bytes = Buffer.alloc(46);
  bytes.writeUInt32LE(0x02014b50, 0);
  bytes.writeUInt16LE(20, 4);
  bytes.writeUInt16LE(20, 6);
  bytes.writeUInt16LE(8, 10);
  bytes.writeUInt32LE(sizes.crc, 16);
  bytes.writeUInt32LE(sizes.packed, 20);
  bytes.writeUInt32LE(sizes.plain, 24);
  bytes.writeUInt16LE(Buffer.byteLength(name), 28);
  bytes.writeUInt32LE(offset, 42);
  return Buffer.concat([bytes, Buffer.from(name)]);
}

function end(count: number, size: number, offset: number): Buffer {
  const bytes = Buffer.alloc(22);
  bytes.writeUInt32LE(0x06054b50, 0);
  bytes.writeUInt16LE(count, 8);
  bytes.writeUInt16LE(count, 10);
  bytes.writeUInt32LE(size, 12);
  bytes.writeUInt32LE(offset, 16);
  return bytes;
}
