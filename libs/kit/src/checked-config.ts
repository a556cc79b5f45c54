import type { z } from 'zod';
import { Invalid } from './errors.js';
import { wordsOfIssue } from './words-of-issue.js';

/** One thing that is wrong in a configuration file, with the place where it stands. */
export interface ConfigProblem {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** Writes a path as people write it: `routes[2].lead`. */
export function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`;
    return text === '' ? String(part) : `${text}.${String(part)}`;
  }, '');
}

/** Refuses a file with all its problems at once, each as `file › path: what`. */
export function refuse(file: string, problems: readonly ConfigProblem[]): void {
  if (problems.length === 0) return;
  const lines = problems.map(({ path, message }) => `${file} › ${pathText(path)}: ${message}`);
  throw new Invalid(lines.join('\n'), { file, problems: lines });
}

/** Reads data by a schema or refuses it in Chinese, naming the key. */
export function shaped<S extends z.ZodType>(file: string, schema: S, data: unknown): z.output<S> {
  const result = schema.safeParse(data, { error: wordsOfIssue });
  if (result.success) return result.data;
  refuse(
    file,
    result.error.issues.map(({ path, message }) => ({ path, message })),
  );
  throw new Invalid(`${file} 无法读取`);
}

/** The problems of values that stand twice in a list. */
export function repeated(
  values: readonly string[],
  pathOf: (at: number) => readonly PropertyKey[],
): ConfigProblem[] {
  return values.flatMap((value, at) =>
    values.indexOf(value) < at ? [{ path: pathOf(at), message: `"${value}" 重复` }] : [],
  );
}
