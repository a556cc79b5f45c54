import { open } from 'node:fs/promises';
import { Unreadable } from '@risk/kit';

/** What a file really is, whatever its name says. */
export type FileKind = 'xlsx' | 'csv' | 'jsonl' | 'json';

const HEAD = 65_536;

const startsWith = (bytes: Uint8Array, ...magic: number[]): boolean =>
  magic.every((byte, at) => bytes[at] === byte);

/** Tells the kind of a file by its first bytes. */
export async function detectKind(path: string): Promise<FileKind> {
  const head = await headOf(path);
  if (head.length === 0) throw new Unreadable('文件是空的');
  if (startsWith(head, 0x50, 0x4b)) return 'xlsx';
  if (startsWith(head, 0xd0, 0xcf, 0x11, 0xe0))
    throw new Unreadable('这是旧版 Excel（.xls）或加密的工作簿，请另存为不加密的 .xlsx 后再导入');
  if (startsWith(head, 0x25, 0x50, 0x44, 0x46))
    throw new Unreadable('这是 PDF 文件，请导入 .xlsx、.csv 或 .jsonl');
  if (startsWith(head, 0x1f, 0x8b)) throw new Unreadable('这是 gzip 压缩文件，请先解压');
  return textKind(head);
}

async function headOf(path: string): Promise<Buffer> {
  const file = await open(path).catch((cause: unknown) => {
    throw new Unreadable(`打不开文件 ${path}`, { path }, { cause });
  });
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function textKind(head: Buffer): FileKind {
  const isUtf16 = startsWith(head, 0xff, 0xfe) || startsWith(head, 0xfe, 0xff);
  if (isUtf16) return 'csv';
  const text = head.toString('latin1').replace(/^ï»¿/, '').trimStart();
  if (/^<(?:!doctype|html|table|\?xml|meta|head)/i.test(text))
    throw new Unreadable(
      '这是网页或 XML 格式的表格（常见于系统导出的 .xls），请用 Excel 打开后另存为 .xlsx',
    );
  if (head.includes(0)) throw new Unreadable('这不是文本文件，也不是 .xlsx，无法读取');
  if (text.startsWith('[')) return 'json';
  return text.startsWith('{') ? jsonKind(text) : 'csv';
}

/** One object a line is JSON lines; an object over several lines is one document. */
function jsonKind(text: string): FileKind {
  const line = text.split(/\r?\n/, 1)[0] ?? '';
  return line.trimEnd().endsWith('}') || !text.includes('\n') ? 'jsonl' : 'json';
}
