import { parseArgs } from 'node:util';
import {
  NOTICE_STATES,
  noticeStateName,
  readResendRequest,
  readSettleRequest,
  type NoticeLine,
  type NoticeState,
  type SettleRequest,
} from '@risk/alerting';
import { chinaTime, Invalid, NotFound } from '@risk/kit';
import type { Command, CommandIo, ExitCode } from '../command.js';
import { limitOf } from '../number-option.js';
import { withHouse } from '../with-house.js';
import { writeLine } from '../write-line.js';

const LISTED = 200;

/** Lists notices, shows what was really said, and takes people's word on those of unknown fate. */
export const noticesCommand: Command = {
  summary: '列出通知，处理不明的通知',
  help: `用法: risk notices list [--state 状态] [--alert 预警编号] [--unit 单位] [--channel 渠道] [--limit 条数]
      risk notices show 编号
      risk notices resend 编号 --by 姓名 --because 理由
      risk notices settle 编号 --received | --not-received --by 姓名 --because 理由

list    最近的在前（标准输出每行一个 JSON）。状态：${NOTICE_STATES.join(' ')}
show    一封通知：实际说了什么、送到哪里、人对它做过什么决定。
resend  重发不明（unknown）或未送达（refused）的通知；Message-ID 不变，内容按发送时的情况重写。
settle  核实不明的通知：已收到，或没有收到。每次决定都留存，不能修改或删除。`,
  async run(args, io) {
    const [verb, ...rest] = args;
    const work = VERBS[verb ?? ''];
    if (!work)
      throw new Invalid('请写明 list、show、resend 或 settle，用 risk notices --help 查看用法');
    return work(rest, io);
  },
};

const VERBS: Readonly<
  Record<string, (args: readonly string[], io: CommandIo) => Promise<ExitCode>>
> = { list, show, resend, settle };

async function list(args: readonly string[], io: CommandIo): Promise<ExitCode> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      state: { type: 'string' },
      alert: { type: 'string' },
      unit: { type: 'string' },
      channel: { type: 'string' },
      limit: { type: 'string' },
    },
  });
  const limit = limitOf(values.limit, LISTED);
  const question = {
    state: stateOf(values.state),
    alertId: values.alert === undefined ? null : idOf(values.alert),
    unit: values.unit ?? null,
    channel: values.channel ?? null,
    before: null,
    limit,
  };
  return withHouse<ExitCode>(io, async (house) => {
    const lines = await house.notices.history.list(question);
    for (const line of lines) {
      await writeLine(io.stdout, line);
      io.stderr.write(`${said(line)}\n`);
    }
    io.stderr.write(`共 ${lines.length} 封\n`);
    return 0;
  });
}

function said(line: NoticeLine): string {
  const { id, createdAt, to, channel, step, state, detail, sample } = line;
  const why = detail === null ? '' : `（${detail}）`;
  return `${id}  ${chinaTime(createdAt)}  ${to.unitName} ${to.recipient.title}  ${channel}  ${step}  ${noticeStateName(state)}${why}${sample ? '［样例］' : ''}`;
}

async function show(args: readonly string[], io: CommandIo): Promise<ExitCode> {
  const { positionals } = parseArgs({ args: [...args], options: {}, allowPositionals: true });
  const id = onlyId(positionals);
  return withHouse<ExitCode>(io, async (house) => {
    const notice = await house.notices.history.one(id);
    if (!notice) throw new NotFound(`没有通知 ${id}`);
    await writeLine(io.stdout, notice);
    const decided = notice.decisions.map(
      (d) => `${chinaTime(d.at)}  ${d.by}  ${d.verdict}：${d.because}`,
    );
    io.stderr.write([said(notice), '', notice.body ?? '还没有写成', ...decided, ''].join('\n'));
    return 0;
  });
}

const SIGNED = {
  by: { type: 'string', default: '' },
  because: { type: 'string', default: '' },
} as const;

async function resend(args: readonly string[], io: CommandIo): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: SIGNED,
    allowPositionals: true,
  });
  const { by, because } = values;
  return decide(readResendRequest(onlyId(positionals), { by, because }), io);
}

async function settle(args: readonly string[], io: CommandIo): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { ...SIGNED, received: { type: 'boolean' }, 'not-received': { type: 'boolean' } },
    allowPositionals: true,
  });
  const { by, because, received = false, 'not-received': missing = false } = values;
  if (received === missing) throw new Invalid('请写明 --received 或 --not-received');
  return decide(readSettleRequest(onlyId(positionals), { received, by, because }), io);
}

function decide(request: SettleRequest, io: CommandIo): Promise<ExitCode> {
  return withHouse<ExitCode>(io, async (house) => {
    const decision = await house.notices.settle(request);
    await writeLine(io.stdout, decision);
    io.stderr.write(`已保存决定 ${decision.id}\n`);
    return 0;
  });
}

function stateOf(text: string | undefined): NoticeState | null {
  if (text === undefined) return null;
  const known = NOTICE_STATES.find((state) => state === text);
  if (known === undefined) throw new Invalid(`--state 应为 ${NOTICE_STATES.join(' ')} 之一`);
  return known;
}

function onlyId([id, ...rest]: readonly string[]): string {
  if (id === undefined || rest.length > 0) throw new Invalid('请给出一封通知的编号');
  return idOf(id);
}

function idOf(text: string): string {
  if (/^\d{1,18}$/.test(text)) return text;
  throw new Invalid(`“${text}”不是编号`);
}
