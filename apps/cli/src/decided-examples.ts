import { writeFile } from 'node:fs/promises';
import { examplesOf, type DecidedExample, type DecidedExamples } from '@risk/cases';
import type { CommandIo } from './command.js';
import { withHouse } from './with-house.js';

/** Reads what the office's own outcomes teach. */
export type DecidedReader = (io: CommandIo, samples: boolean) => Promise<DecidedExamples>;

/** From the texts of records about entities that were confirmed or refuted; persons are masked already. */
export const readDecided: DecidedReader = (io, samples) =>
  withHouse(io, async (house) => examplesOf(await house.cases.outcomes.texts(samples)));

/** What is wanted of outcomes. */
export interface DecidedCall {
  readonly samples: boolean;
  /** A file to write what is learnt from to; it is not written unless somebody asks. */
  readonly exportTo: string | null;
}

/** Reads the examples of outcomes, says how many, and writes them out if that is asked for. */
export async function learnDecided(
  { samples, exportTo }: DecidedCall,
  io: CommandIo,
  reader: DecidedReader,
): Promise<readonly DecidedExample[]> {
  const { examples, contradicting } = await reader(io, samples);
  const cases = new Set(examples.map(({ group }) => group)).size;
  io.stderr.write(`核查结论 ${cases} 组主体，${examples.length} 条文本\n`);
  if (contradicting > 0)
    io.stderr.write(`另有 ${contradicting} 条同时涉及结论不同的主体，没有采用\n`);
  if (exportTo !== null) {
    const lines = examples.map((example) => `${JSON.stringify(example)}\n`);
    // Masked, but still about people: for the owner's eyes only.
    await writeFile(exportTo, lines.join(''), { mode: 0o600 });
    io.stderr.write(`已写出 ${exportTo}，举报人、电话、证件号、账号已遮盖\n`);
  }
  return examples;
}
