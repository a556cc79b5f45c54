import { writeFile } from 'node:fs/promises';
import { Invalid } from '@risk/kit';

const CAUSES: Readonly<Record<string, string>> = {
  ENOENT: '没有这个文件夹，请先建立',
  ENOTDIR: '路径中有一段不是文件夹',
  EISDIR: '这是一个文件夹，请写明文件名',
  EACCES: '没有写入的权限',
  EROFS: '这里只能读取',
  ENOSPC: '磁盘已满',
};

/** Writes what a command made where somebody wants it; what hinders it is said in words. */
export async function saveFile(path: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeFile(path, bytes);
  } catch (cause) {
    const { code = '' } = cause as NodeJS.ErrnoException;
    const why = CAUSES[code];
    if (why === undefined) throw cause;
    throw new Invalid(`--out：写不进 ${path}：${why}`, { path });
  }
}
