import { copyFile, open, stat, truncate } from 'node:fs/promises';

/** At most twice this much is kept: the current file and the one before. */
const LIMIT = 5 * 1024 * 1024;

/** Size of a log, 0 when there is none yet. */
export async function logSize(path: string): Promise<number> {
  return (await stat(path).catch(() => undefined))?.size ?? 0;
}

/** Moves a grown log aside by copying and emptying, since PostgreSQL keeps its descriptor open. */
export async function rotateLog(path: string, limit = LIMIT): Promise<void> {
  if ((await logSize(path)) <= limit) return;
  await copyFile(path, `${path}.1`);
  await truncate(path);
}

/** What was written to a log since it had `from` bytes, its last `most` characters. */
export async function logSince(path: string, from: number, most = 2_000): Promise<string> {
  const size = await logSize(path);
  const start = from <= size ? from : 0;
  const file = await open(path, 'r').catch(() => undefined);
  if (!file) return '';
  try {
    const { buffer, bytesRead } = await file.read(
      Buffer.alloc(size - start),
      0,
      size - start,
      start,
    );
    return buffer.toString('utf8', 0, bytesRead).slice(-most).trim();
  } finally {
    await file.close();
  }
}
