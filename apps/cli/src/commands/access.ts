import { userInfo } from 'node:os';
import { parseArgs } from 'node:util';
import { RESCUE_ROLES, roleTitle, type AuditEvent, type RescueRole } from '@risk/access';
import type { House } from '@risk/assembly';
import { chinaTime, Invalid } from '@risk/kit';
import type { Command, CommandIo, ExitCode } from '../command.js';
import { TEXT } from '../decided-by.js';
import { withHouse } from '../with-house.js';
import { writeLine } from '../write-line.js';

interface Wish {
  readonly role: RescueRole;
  readonly by: string;
  readonly because: string;
}

/** `risk access`: the way back in when no administrator is left. */
export const accessCommand: Command = {
  summary: '账号：没有可用的管理员时，在本机取得一次性验证码',
  help: `用法: risk access rescue --by 姓名 --because 理由 [--role ${RESCUE_ROLES.join('|')}]

rescue   打印一次性验证码（24 小时内用一次）。打开平台的 /setup，凭它建立新的系统管理员
         （--role security-admin 为安全管理员）。只在管理员全部离任、忘记口令或过了有效期时使用。
         能在这台机器上运行命令的人本来就能改数据库；谁、为什么、何时，都记在审计账上，
         用它建立账号的那一步也记在账上。数据库里只存验证码的摘要。

标准输出一行 JSON。`,
  async run([verb = '', ...args], io) {
    if (verb !== 'rescue') throw new Invalid('请写明 rescue，用 risk access --help 查看用法');
    const wish = wishIn(args);
    return withHouse<ExitCode>(io, (house) => rescue(house, wish, io));
  },
};

function wishIn(args: readonly string[]): Wish {
  const options = {
    by: TEXT,
    because: TEXT,
    role: { type: 'string', default: 'system-admin' },
  } as const;
  const { values } = parseArgs({ args: [...args], options });
  const { by = '', because = '' } = values;
  const role = RESCUE_ROLES.find((one) => one === values.role);
  if (!role) throw new Invalid(`--role 应为 ${RESCUE_ROLES.join('、')}`);
  if (by.trim() === '') throw new Invalid('--by：请写明您的姓名');
  if (because.trim().length < 5) throw new Invalid('--because：请写明理由（至少五个字）');
  return { role, by: by.trim(), because: because.trim() };
}

/** The trail knows of it before anybody has the code. */
async function rescue(house: House, { role, by, because }: Wish, io: CommandIo): Promise<ExitCode> {
  const event: AuditEvent = {
    ...{ at: house.clock.now(), who: by, accountId: null, roles: [], action: 'access.rescue' },
    ...{ subject: null, outcome: 'done', from: null, refersTo: null },
    detail: { role, because, system: userInfo().username },
  };
  await house.audit.record.run([event]);
  const { code, endsAt } = await house.access.rescue.make(role);
  await writeLine(io.stdout, { code, role, endsAt });
  io.stderr.write(
    `一次性验证码 ${code}，${chinaTime(endsAt)} 前用一次：打开平台的 /setup 建立${roleTitle(role)}\n`,
  );
  return 0;
}
