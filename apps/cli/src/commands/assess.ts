import { parseArgs } from 'node:util';
import type { NearRule } from '@risk/assessment';
import { FEEDS, isFeed, type Feed, type FeedRecord } from '@risk/domain';
import { Invalid, RiskError, SystemClock, type Clock } from '@risk/kit';
import type { Command, CommandIo, ExitCode } from '../command.js';
import { loadJudge } from '../load-judge.js';
import { readItem } from '../read-item.js';
import { readLines } from '../read-lines.js';
import { sayNear, sayVerdict, type Verdict } from '../say-verdict.js';
import { writeLine } from '../write-line.js';

const HELP = `用法: risk assess --feed complaint|advertisement|registration [--why] [--config 目录] < in.jsonl > out.jsonl

逐行评估，不需要数据库。输入每行一个 JSON 对象：完整的信封，或只有 payload 的内容（可带 id）。
输出每行一个结果，顺序与输入相同：分数、等级、类别、五个维度、四个要件、折合年化收益、
提到的主体、每条理由（带原文位置）和所用版本。分数是线索的排序，不是认定。

  --feed     数据来源: ${FEEDS.join(' ')}
  --config   配置目录，默认 ./config
  --why      每个结果加 nearest：没有成立但最接近、且能提高得分的规则（至多 3 条），
             各写明已有什么、还缺什么、若成立得几分

读不懂的行输出 {"line": 行号, "error": "原因"}，其余照常评估，退出码为 1。`;

/** What the command needs: something that judges, and the time for records without one. */
export interface AssessParts {
  readonly judge: (record: FeedRecord) => Verdict;
  /** The rules that came nearest; absent when nobody asks. */
  readonly nearest?: (record: FeedRecord, verdict: Verdict) => readonly NearRule[];
  readonly clock: Clock;
}

/** `risk assess`: judges JSON lines from stdin, line by line. */
export const assessCommand: Command = {
  summary: '评估文本或登记记录，输出分数、等级和理由（不需要数据库）',
  help: HELP,
  async run(args, io) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        feed: { type: 'string' },
        why: { type: 'boolean', default: false },
        config: { type: 'string', default: './config' },
      },
    });
    const feed = feedOf(values.feed);
    const { judge, nearest } = await loadJudge(values.config);
    const parts = { judge, clock: new SystemClock() };
    return assessLines(feed, io, values.why ? { ...parts, nearest } : parts);
  },
};

function feedOf(text: string | undefined): Feed {
  if (text !== undefined && isFeed(text)) return text;
  throw new Invalid(
    `--feed ${text === undefined ? '没有写' : `“${text}”不对`}，应为: ${FEEDS.join(' ')}`,
  );
}

/** Judges every line of the input in its order; a bad line costs only itself. */
export async function assessLines(
  feed: Feed,
  io: Pick<CommandIo, 'stdin' | 'stdout'>,
  parts: AssessParts,
): Promise<ExitCode> {
  let refused = 0;
  let number = 0;
  for await (const line of readLines(io.stdin)) {
    number += 1;
    const answer = answerTo(feed, line, number, parts);
    if ('error' in answer) refused += 1;
    await writeLine(io.stdout, answer);
  }
  return refused === 0 ? 0 : 1;
}

function answerTo(
  feed: Feed,
  line: string,
  number: number,
  { judge, nearest, clock }: AssessParts,
): Readonly<Record<string, unknown>> {
  try {
    const { id, record } = readItem(feed, line, number, clock.now());
    const verdict = judge(record);
    const said = sayVerdict(id, verdict);
    return nearest ? { ...said, nearest: nearest(record, verdict).map(sayNear) } : said;
  } catch (error) {
    if (!(error instanceof RiskError)) throw error;
    return { line: number, error: error.message };
  }
}
