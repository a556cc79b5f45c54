import type { Concern, HouseReading } from './house-state.js';

/** From these on something is not well; local defaults, as the example rules of docs/OPERATIONS.md. */
const LONG_DUE_SECONDS = 900;
const LONG_UNTOLD_SECONDS = 900;
const OLD_LETTER_SECONDS = 86_400;
const LATE_LOOP_SECONDS = 0.2;

type Judge = (reading: HouseReading) => Concern | null;

/** Every sign that is looked at, the gravest kinds first; one entry to add one. */
const JUDGES: readonly Judge[] = [
  ({ waiting }) =>
    waiting === null
      ? bad('读不到数据库里的数', '检查 PostgreSQL 是否在运行、连接串是否正确；本页恢复后自动更新')
      : null,
  ({ database }) => {
    if (database === null || database.migrationsApplied >= database.migrationsKnown) return null;
    const left = database.migrationsKnown - database.migrationsApplied;
    return bad(
      `数据库还差 ${left} 次升级`,
      '重新启动一次，启动时会自动升级；不成功请把启动日志交给维护人员',
    );
  },
  ({ database }) =>
    database !== null && database.pool.waiting > 0
      ? bad(
          `有 ${database.pool.waiting} 个请求在等数据库连接`,
          '通常片刻即过；持续不退，检查有没有跑得很久的查询，或者把大的导入、回测错开',
        )
      : null,
  ({ waiting }) => {
    const due = waiting?.oldestDueNotice ?? 0;
    if (due < LONG_DUE_SECONDS) return null;
    return bad(
      `有通知该发而未发，最早的已等 ${spanText(due)}`,
      '检查邮件服务器（SMTP_URL）和推送地址是否可达，定时进程（clock）是否在运行',
    );
  },
  ({ waiting }) => {
    const unknown = countOf(waiting, 'unknown') + countOf(waiting, 'refused');
    if (unknown === 0) return null;
    return look(
      `${unknown} 条通知未送达或不知是否送达`,
      '请监测员在“通知去向”逐条核实、重发；被拒的先核对 config/units.yaml 里的地址',
    );
  },
  ({ waiting }) => {
    if (waiting === null || waiting.deadLetters === 0) return null;
    const age = waiting.oldestDeadLetter ?? 0;
    const words = `${waiting.deadLetters} 条数据读不懂，放在死信里，最早的已放 ${spanText(age)}`;
    const remedy = '在 config/sources.yaml、presets.yaml 改好登记或列对照，再由监测员在“死信”重放';
    return age >= OLD_LETTER_SECONDS ? bad(words, remedy) : look(words, remedy);
  },
  ({ waiting }) => {
    const age = waiting?.oldestUntoldChange ?? 0;
    if (waiting === null || age < LONG_UNTOLD_SECONDS) return null;
    return bad(
      `${waiting.untoldChanges} 条预警变化没有发往 Kafka，最早的已等 ${spanText(age)}`,
      '检查 KAFKA_BROKERS 是否可达、主题是否存在；接通后自动补发，不会丢',
    );
  },
  ({ sources }) =>
    sources !== null && sources.late > 0
      ? look(
          `${sources.late} 个来源超过约定时间没有数据`,
          '在“数据来源”看是哪几个，联系提供单位；没有数据不等于没有风险',
        )
      : null,
  ({ waiting }) =>
    waiting !== null && waiting.overdueDuties > 0
      ? look(
          `${waiting.overdueDuties} 项应办事项已经逾期（停表的不算）`,
          '系统会逐级通知；由监测员、负责人在工作台督办，不需要系统管理员处理',
        )
      : null,
  ({ audit }) =>
    audit?.verified?.state === 'done' && audit.verified.faults > 0
      ? bad(
          `审计账核验发现 ${audit.verified.faults} 处不符`,
          '保留现场，不要清库；请审计员在“审计”查看是哪几行，按预案报告',
        )
      : null,
  ({ audit }) =>
    audit?.verified?.state === 'failed'
      ? look('上一次审计账核验没有跑完', '请审计员重新核验；再不成功，看服务器日志')
      : null,
  ({ process }) =>
    process.lagSeconds !== null && process.lagSeconds > LATE_LOOP_SECONDS
      ? look(
          `事件循环延迟 ${Math.round(process.lagSeconds * 1_000)} 毫秒，应答会变慢`,
          '常见原因是大的导入、回测、导出正在进行，或者机器的处理器不够；持续如此请加处理器或分开运行',
        )
      : null,
  ({ switches }) =>
    switches.some(({ name, isOn }) => name === MAIL && !isOn)
      ? look('没有接通邮件，通知只写成文件，寄不出去', '设置 SMTP_URL 并重新启动')
      : null,
];

/** What the switch of mail is called. */
export const MAIL = '邮件';

/** What is not well, what keeps the house from working first. */
export const concernsOf = (reading: HouseReading): readonly Concern[] => [
  ...reading.missing.map((words) =>
    bad(words, '平台暂时不能工作：按这一条检查数据库、Kafka 等是否可达，恢复后自动继续'),
  ),
  ...JUDGES.map((judge) => judge(reading))
    .filter((concern) => concern !== null)
    .sort((one, other) => RANK[one.grade] - RANK[other.grade]),
];

const RANK: Readonly<Record<Concern['grade'], number>> = { bad: 0, look: 1 };

const bad = (sentence: string, remedy: string): Concern => ({ grade: 'bad', sentence, remedy });
const look = (sentence: string, remedy: string): Concern => ({ grade: 'look', sentence, remedy });

const countOf = (waiting: HouseReading['waiting'], state: string): number =>
  waiting?.notices.find((one) => one.state === state)?.count ?? 0;

/** Seconds in the largest unit that matters: 3 天, 2 小时, 20 分钟. */
function spanText(seconds: number): string {
  if (seconds >= 86_400) return `${Math.floor(seconds / 86_400)} 天`;
  if (seconds >= 3_600) return `${Math.floor(seconds / 3_600)} 小时`;
  return `${Math.max(1, Math.floor(seconds / 60))} 分钟`;
}
