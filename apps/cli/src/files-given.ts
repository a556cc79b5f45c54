import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Invalid } from '@risk/kit';

/** Refuses in words what an option names and what cannot be read as a file. */
export async function mustRead(option: string, path: string): Promise<void> {
  const there = await stat(path).catch(() => null);
  if (!there) throw new Invalid(`${option}：没有文件 ${path}`);
  if (there.isDirectory()) throw new Invalid(`${option}：${path} 是目录，应为文件`);
  await access(path, constants.R_OK).catch((cause: unknown) => {
    throw new Invalid(`${option}：没有权限读 ${path}`, {}, { cause });
  });
}

/** Refuses what cannot be written before the work begins, and not after it. */
export async function mustWrite(option: string, path: string): Promise<void> {
  const there = await stat(path).catch(() => null);
  if (there?.isDirectory()) throw new Invalid(`${option}：${path} 是目录，应为文件`);
  const folder = dirname(path);
  const home = await stat(folder).catch(() => null);
  if (!home?.isDirectory()) throw new Invalid(`${option}：没有目录 ${folder}`);
  await access(folder, constants.W_OK).catch((cause: unknown) => {
    throw new Invalid(`${option}：没有权限写到目录 ${folder}`, {}, { cause });
  });
}
