import type { DraftDocument } from '@risk/assembly';
import type { CommandIo } from './command.js';
import { saveFile } from './save-file.js';
import { writeLine } from './write-line.js';

/** A person reads no more at once; all of them stand in the JSON. */
const MOST_SAID = 20;

/** Writes a draft into a file and says what people have to fill in. */
export async function saveDraft(
  { name, bytes, blanks }: DraftDocument,
  wanted: string | undefined,
  io: CommandIo,
): Promise<void> {
  const out = wanted ?? name;
  await saveFile(out, bytes);
  await writeLine(io.stdout, { out, size: bytes.byteLength, blanks });
  io.stderr.write(`草稿已写入 ${out}，没有文号，须经人工审核签发\n`);
  for (const line of blanks.slice(0, MOST_SAID)) io.stderr.write(`   待填写：${line}\n`);
  if (blanks.length > MOST_SAID) io.stderr.write(`   …… 共 ${blanks.length} 处待填写\n`);
}
