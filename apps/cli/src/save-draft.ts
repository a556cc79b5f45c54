import { writeFile } from 'node:fs/promises';
import type { DraftDocument } from '@risk/assembly';
import type { CommandIo } from './command.js';
import { writeLine } from './write-line.js';

/** Writes a draft into a file and says what people have to fill in. */
export async function saveDraft(
  { name, bytes, blanks }: DraftDocument,
  wanted: string | undefined,
  io: CommandIo,
): Promise<void> {
  const out = wanted ?? name;
  await writeFile(out, bytes);
  await writeLine(io.stdout, { out, size: bytes.byteLength, blanks });
  io.stderr.write(`草稿已写入 ${out}，没有文号，须经人工审核签发\n`);
  for (const line of blanks) io.stderr.write(`   待填写：${line}\n`);
}
