import { writtenDay } from '@risk/domain';
import type { Digests } from '@risk/kit';

/** One packed file: the name it has in the archive (never the one it came with) and its hashes. */
export interface ManifestLine extends Digests {
  readonly name: string;
}

export const MANIFEST_TEXT = '清单.txt';
export const MANIFEST_JSON = 'manifest.json';

/** The manifest for people: CRLF and BOM, so that Notepad shows it. */
export function manifestText(lines: readonly ManifestLine[], day: string): string {
  const parts = lines.map(
    ({ name, size, sha256, sm3 }, i) =>
      `${i + 1}. ${name}\n   大小：${size} 字节\n   SHA-256：${sha256}\n   SM3：${sm3}`,
  );
  const head = `材料清单（${writtenDay(day)}，共 ${lines.length} 件）\n核对方法：逐件计算 SHA-256 或 SM3，与本清单比对，不一致的不得采用。`;
  return `\ufeff${[head, ...parts].join('\n\n').replaceAll('\n', '\r\n')}\r\n`;
}

/** The manifest for machines. */
export const manifestJson = (lines: readonly ManifestLine[], day: string): string =>
  `${JSON.stringify({ date: day, files: lines }, null, 2)}\n`;
