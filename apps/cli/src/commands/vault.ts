import { parseArgs } from 'node:util';
import type { House, KnownKey } from '@risk/assembly';
import { readApprovalWish, readLook, readLookWish, type LookRequest } from '@risk/cases';
import { chinaTime, Invalid } from '@risk/kit';
import { ProgressBar } from '../../../standalone/src/progress-bar.js';
import type { Command, CommandIo, ExitCode } from '../command.js';
import { limitOf } from '../number-option.js';
import { withHouse } from '../with-house.js';
import { writeLine } from '../write-line.js';

const LOOKS_LISTED = 200;
const OPTIONS = {
  by: { type: 'string', default: '' },
  unit: { type: 'string', default: '' },
  because: { type: 'string', default: '' },
  limit: { type: 'string' },
} as const;

type Values = ReturnType<typeof valuesOf>['values'];
const valuesOf = (args: readonly string[]) =>
  parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });

interface Call {
  readonly values: Values;
  readonly names: readonly string[];
}
type Verb = (house: House, call: Call, io: CommandIo) => Promise<ExitCode>;

/** Every verb; one line to add one. */
const VERBS: Readonly<Record<string, Verb>> = {
  status,
  rotate,
  request: async (house, { values: { by, unit, because }, names: recordIds }, io) =>
    show(await house.vault.request(readLookWish({ by, unit, because, recordIds })), io),
  approve: async (house, { values: { by, unit, because }, names }, io) =>
    show(await house.vault.approve(readApprovalWish(only(names), { by, unit, because })), io),
  look: async (house, { values: { by }, names }, io) => {
    const seen = await house.vault.look(readLook(only(names), { by }));
    for (const one of seen) await writeLine(io.stdout, one);
    io.stderr.write(`已查看 ${seen.length} 条记录的举报人，每条都已留下记录\n`);
    return 0;
  },
  looks,
};

/** `risk vault`: the keys of the vault, and looks at reporters that need a second person. */
export const vaultCommand: Command = {
  summary: '保险箱：密钥轮换，经第二人批准查看举报人',
  help: `用法: risk vault status
      risk vault rotate
      risk vault request 记录编号… --unit 单位代码 --by 姓名 --because 理由
      risk vault approve 申请编号 --unit 单位代码 --by 另一人 --because 理由
      risk vault look 申请编号 --by 申请人
      risk vault looks [--limit 条数]

status   每把密钥下有多少密封的内容（只显示密钥的编号，不显示密钥）。
rotate   生成新密钥（RISK_VAULT_KEY 给出密钥时不生成，用给出的那一把），把全部密封内容分批换到新密钥下，
         再停用旧密钥，并说明哪个文件可以销毁。中断后再次运行会接着做；平台可以照常运行。
         数据库的旧备份仍须旧密钥才能打开：备份过期之前请离线保存旧密钥。
request  申请查看举报人，写明办理什么事项需要知道（至少十个字），一次最多二十条记录。
approve  另一人批准；批准后 24 小时内有效（config/vault.yaml，本地默认，非法定）。
look     申请人查看；每看一次、每条记录都留下谁、何时、为什么、谁批准，不能修改或删除。
looks    列出申请和查看记录（不含举报人）。

只有 config/vault.yaml 所列单位可以申请和批准。账号体系启用之前，姓名和单位是自己填写的，系统不能证明其为本人。
标准输出每行一个 JSON。`,
  async run([verb = '', ...args], io) {
    const run = VERBS[verb];
    if (!run)
      throw new Invalid(
        `请写明 ${Object.keys(VERBS).join('、')} 之一，用 risk vault --help 查看用法`,
      );
    const { values, positionals } = valuesOf(args);
    return withHouse<ExitCode>(io, (house) => run(house, { values, names: positionals }, io));
  },
};

function only([id, ...rest]: readonly string[]): string {
  if (id === undefined || rest.length > 0) throw new Invalid('请给出一个申请编号');
  return id;
}

async function show(request: LookRequest, io: CommandIo): Promise<ExitCode> {
  await writeLine(io.stdout, request);
  const { id, by, approval } = request;
  const state = approval
    ? `已由 ${approval.by} 批准，${chinaTime(approval.expiresAt)} 前有效`
    : '等待另一人批准';
  io.stderr.write(`申请 ${id}　${by}　${state}\n`);
  return 0;
}

async function looks(house: House, { values }: Call, io: CommandIo): Promise<ExitCode> {
  const limit = limitOf(values.limit, LOOKS_LISTED);
  const { looks: kept } = house.vault;
  for (const request of await kept.requests(limit))
    await writeLine(io.stdout, { kind: 'request', ...request });
  for (const look of await kept.looks(limit)) {
    await writeLine(io.stdout, { kind: 'look', ...look });
    io.stderr.write(
      `${chinaTime(look.at)}　${look.by}（${look.unit}）看了记录 ${look.recordId} 的举报人，${look.approvedBy} 批准：${look.because}\n`,
    );
  }
  return 0;
}

const STATES = { current: '现行', former: '停用中', retired: '已停用' } as const;

const keyLine = ({ id, file, state, rows }: KnownKey): string =>
  `${STATES[state]}　${id}　${rows} 项　${file ?? '环境变量'}\n`;

async function status(house: House, _call: Call, io: CommandIo): Promise<ExitCode> {
  const found = await house.vault.rotation.status();
  await writeLine(io.stdout, found);
  for (const key of found.keys) io.stderr.write(keyLine(key));
  if (found.nameless > 0)
    io.stderr.write(`旧格式（未写明密钥）　${found.nameless} 项，轮换时一并更新\n`);
  return 0;
}

async function rotate(house: House, _call: Call, io: CommandIo): Promise<ExitCode> {
  const bar = new ProgressBar(io.stderr);
  const report = await house.vault.rotation.run((done, of, what) => {
    bar.show(done, of, what);
  });
  bar.end();
  await writeLine(io.stdout, report);
  if (report.resumed) io.stderr.write('接着做完了上一次没有完成的轮换\n');
  io.stderr.write(`现行密钥 ${report.current}，换钥 ${report.resealed} 项\n`);
  if (report.left > 0) {
    io.stderr.write(`还有 ${report.left} 项在旧密钥下，旧密钥没有停用，请再次运行\n`);
    return 1;
  }
  for (const { id, file } of report.retired)
    io.stderr.write(
      `密钥 ${id} 已停用，库中没有用它密封的内容；数据库备份过期后可以销毁：${file ?? 'RISK_VAULT_KEYS_FORMER 中的该项'}\n`,
    );
  return 0;
}
