import { readFileSync, statSync } from 'node:fs';
import { Invalid, Unreadable } from '@risk/kit';

const MOST_BYTES = 5 * 1024 * 1024;

/** The JSON object of a file with facts that only people know; nothing when no file is named. */
export function factsFrom(file: string | undefined): Readonly<Record<string, unknown>> {
  if (file === undefined) return {};
  const facts = parsed(file, textOf(file));
  if (typeof facts === 'object' && facts !== null && !Array.isArray(facts))
    return facts as Readonly<Record<string, unknown>>;
  throw new Invalid(`--facts ${file}：应为一个 JSON 对象`);
}

function textOf(file: string): string {
  const size = statSync(file, { throwIfNoEntry: false })?.size;
  if (size === undefined) throw new Invalid(`--facts：没有文件 ${file}`);
  if (size > MOST_BYTES) throw new Invalid(`--facts ${file}：超过 5 MB`);
  return readFileSync(file, 'utf8').replace(/^\ufeff/u, '');
}

function parsed(file: string, text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new Unreadable(
      `--facts ${file} 不是完整的 JSON：${(cause as Error).message}`,
      {},
      { cause },
    );
  }
}
