import { copyFile, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Invalid } from '@risk/kit';
import { isSeq, parseDocument } from 'yaml';

const NAME = 'licensed.yaml';
const EMPTY = 'entries: []\n';

/** The text of the register with entries added at its end; what people wrote there stays, comments too. */
export async function licensedWith(dir: string, entries: readonly object[]): Promise<string> {
  const document = parseDocument(await textOf(join(dir, NAME)));
  const [fault] = document.errors;
  if (fault) throw new Invalid(`${NAME} 不是正确的 YAML：${fault.message.split('\n')[0] ?? ''}`);
  const list = document.get('entries', true);
  if (!isSeq(list)) throw new Invalid(`${NAME} › entries：应为列表`);
  list.flow = false;
  for (const entry of entries) list.add(document.createNode(entry));
  return document.toString({ lineWidth: 100 });
}

/** Puts a new text in the place of the register, whole or not at all; answers where the old one is kept. */
export async function replaceLicensed(
  dir: string,
  text: string,
  mark: string,
): Promise<string | null> {
  const file = join(dir, NAME);
  const backup = `${file}.${mark}.bak`;
  const kept = await copyFile(file, backup).then(
    () => backup,
    (error: unknown) => {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    },
  );
  const draft = `${file}.${process.pid}.tmp`;
  try {
    await writeFile(draft, text, { flush: true });
    await rename(draft, file);
  } finally {
    await rm(draft, { force: true });
  }
  return kept;
}

const textOf = (file: string): Promise<string> =>
  readFile(file, 'utf8').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return EMPTY;
    throw error;
  });
