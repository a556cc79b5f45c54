import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import {
  compileTerms,
  plainRule,
  problemOfTerm,
  type ScanMode,
  type TermRule,
  type TermScanner,
} from '@risk/keywords';
import { Invalid, wordsOfIssue } from '@risk/kit';
import { z } from 'zod';
import type { Command, CommandIo, ExitCode } from '../command.js';
import { readLines } from '../read-lines.js';
import { writeLine } from '../write-line.js';

const HELP = `用法: risk scan --lexicon 文件 [--mode all|longest] [--plain] < texts > hits.jsonl

只用关键词引擎扫描文本，不需要数据库和配置。

  --lexicon  词库文件：每行一个词，或每行一个 JSON：
             {"term": "保本", "code": "…", "allow": true, "homophone": true, "digits": true, "repeat": true, "edges": false}
             allow 遮住其中的命中；digits 数字写法不分（三、叁、③）；repeat 重复的字算一个；
             homophone 认出伪装：同音或形近的字、拆开的字（亻呆本）、拼音（bao本）；
             edges 为 false 时字母和数字词可在更长的词里命中
  --mode     all 全部重叠命中（默认）；longest 最左最长
  --plain    只认原样，不折叠

标准输入每行一段文本，或 {"id": "…", "text": "…"}。输出每行一个结果，顺序不变：
{"id": …, "hits": [{"term", "code", "start", "end", "quote", "transforms", "confidence"}]}；没有 id 时用行号。
一行命中超过一百万处时只列出前面的，该行加 "cut": true。
transforms 是为认出它而还原的手法，confidence 是确为该词的把握（原样写出为 1）。
用不了的词写在标准错误里（文件、行号、原因），其余照常，退出码为 1。`;

const ruleSchema = z.strictObject({
  term: z.string(),
  code: z.string().optional(),
  allow: z.boolean().optional(),
  exact: z.boolean().optional(),
  homophone: z.boolean().optional(),
  digits: z.boolean().optional(),
  repeat: z.boolean().optional(),
  edges: z.boolean().optional(),
});
const textSchema = z.looseObject({
  id: z.union([z.string(), z.number()]).optional(),
  text: z.string(),
});

interface CodedRule extends TermRule {
  readonly code?: string | undefined;
}

/** A lexicon file as read: the terms that can be used, and what is wrong with the others. */
interface TermFile {
  readonly rules: readonly CodedRule[];
  readonly problems: readonly string[];
}

/** `risk scan`: the keyword engine alone. */
export const scanCommand: Command = {
  summary: '只用关键词引擎扫描文本（不需要数据库）',
  help: HELP,
  async run(args, io) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        lexicon: { type: 'string' },
        mode: { type: 'string', default: 'all' },
        plain: { type: 'boolean', default: false },
      },
    });
    const { lexicon, mode, plain } = values;
    if (lexicon === undefined || !isMode(mode)) {
      io.stderr.write(
        lexicon === undefined
          ? '缺少 --lexicon 文件\n'
          : `--mode 只能是 all 或 longest，不能是 ${mode}\n`,
      );
      return 2;
    }
    const file = readTerms(lexicon, contentOf(lexicon), plain);
    for (const problem of file.problems) io.stderr.write(`${problem}\n`);
    const code = await scanLines(io, compileTerms(file.rules, { plain }), file.rules, mode);
    return file.problems.length > 0 ? 1 : code;
  },
};

const isMode = (text: string): text is ScanMode => text === 'all' || text === 'longest';

function contentOf(path: string): string {
  try {
    return readFileSync(path, 'utf8').replace(/^\ufeff/, '');
  } catch (cause) {
    throw new Invalid(`读不了词库文件 ${path}`, { path }, { cause });
  }
}

/** Reads a lexicon file line by line; a line that cannot be used costs only itself. */
function readTerms(name: string, content: string, plain: boolean): TermFile {
  const rules: CodedRule[] = [];
  const problems: string[] = [];
  content.split(/\r?\n/).forEach((line, i) => {
    if (line.trim() === '') return;
    const rule = ruleIn(line);
    const problem = typeof rule === 'string' ? rule : problemOfTerm(plain ? plainRule(rule) : rule);
    if (problem !== null) problems.push(`${name} 第 ${i + 1} 行：${problem}`);
    else if (typeof rule !== 'string') rules.push(rule);
  });
  return { rules, problems };
}

/** A line as a rule, or what is wrong with it. */
function ruleIn(line: string): CodedRule | string {
  const json = jsonIn(line);
  if (json === BROKEN) return '不是完整的 JSON';
  if (json === undefined) return { term: line.trim() };
  const read = ruleSchema.safeParse(json, { error: wordsOfIssue });
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  return `${issue?.path.map(String).join('.') ?? ''} ${issue?.message ?? '不是词条'}`.trim();
}

/** A line that was meant to be an object and is none. */
const BROKEN = Symbol('broken');
/** How our objects begin; a text may begin with a brace too. */
const MEANT_AS_OBJECT = /^\s*\{\s*"(?:id|text|term|code)"\s*:/;

/** The object that a line holds, or undefined when it is plain text. */
function jsonIn(line: string): object | typeof BROKEN | undefined {
  if (!line.trimStart().startsWith('{')) return undefined;
  try {
    const value: unknown = JSON.parse(line);
    return value !== null && typeof value === 'object' ? value : undefined;
  } catch {
    return MEANT_AS_OBJECT.test(line) ? BROKEN : undefined;
  }
}

/** Scans every line in its order; a line that cannot be read costs only itself. */
async function scanLines(
  { stdin, stdout, stderr }: CommandIo,
  scanner: TermScanner,
  rules: readonly CodedRule[],
  mode: ScanMode,
): Promise<ExitCode> {
  let refused = 0;
  let number = 0;
  for await (const line of readLines(stdin)) {
    number += 1;
    const json = jsonIn(line);
    const item = json === undefined ? { text: line } : textSchema.safeParse(json).data;
    if (!item) {
      refused += 1;
      const error = json === BROKEN ? '不是完整的 JSON' : '缺少 text';
      await writeLine(stdout, { line: number, error });
      continue;
    }
    const id = 'id' in item && item.id !== undefined ? item.id : number;
    const answer = answerOf(id, hitsIn(item.text, scanner, rules, mode));
    if (answer.cut) stderr.write(`第 ${number} 行命中太多，只列出前 ${MOST_HITS} 处\n`);
    await writeLine(stdout, answer);
  }
  return refused === 0 ? 0 : 1;
}

/** The engine stops at so many hits of one text. */
const MOST_HITS = 1_000_000;

/** The hits of a text; `cut` where the engine stopped and there may be more. */
export const answerOf = (
  id: string | number,
  hits: readonly object[],
  most = MOST_HITS,
): { readonly id: string | number; readonly hits: readonly object[]; readonly cut?: true } =>
  hits.length < most ? { id, hits } : { id, hits, cut: true };

function hitsIn(
  text: string,
  scanner: TermScanner,
  rules: readonly CodedRule[],
  mode: ScanMode,
): readonly object[] {
  return scanner.scan(text, mode).map(({ term, confidence, ...hit }) => {
    const rule = rules[term];
    const code = rule?.code === undefined ? {} : { code: rule.code };
    return { term: rule?.term, ...code, ...hit, confidence: Math.round(confidence * 100) / 100 };
  });
}
