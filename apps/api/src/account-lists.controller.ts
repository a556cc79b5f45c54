import { Controller, Get, Query } from '@nestjs/common';
import { ACCOUNT_SORTS, roleTitle, type Account, type ServiceToken } from '@risk/access';
import { House } from '@risk/assembly';
import { feedName } from '@risk/domain';
import { chinaTime, cleanText, readForm, type Listed } from '@risk/kit';
import { z } from 'zod';
import { NOTHING, Permit } from './access/permit.js';
import { accountLine } from './account-line.js';
import { listFile } from './lists/list-file.js';
import { listForm, listQuestion } from './lists/list-form.js';
import { pageOf, type SortValues } from './lists/page-of.js';

/** What may be asked of the list of accounts. */
export const accountForm = z.strictObject({
  ...listForm(ACCOUNT_SORTS, 'usual'),
  words: cleanText.max(100).optional(),
  state: z.enum(['pending', 'active', 'disabled']).optional(),
  waiting: z.enum(['true', 'false']).optional(),
});

const STATES: Readonly<Record<Account['state'], string>> = {
  ...{ pending: '待批准', active: '在用', disabled: '停用' },
};

const TOKEN_SORTS = ['madeAt', 'name', 'endsAt', 'lastUsedAt'] as const;
/** What may be asked of the list of tokens. */
export const tokenForm = z.strictObject(listForm(TOKEN_SORTS, '-madeAt'));
const TOKEN_VALUES: SortValues<ServiceToken, (typeof TOKEN_SORTS)[number]> = {
  madeAt: ({ madeAt }) => madeAt.getTime(),
  name: ({ name }) => name,
  endsAt: ({ endsAt }) => endsAt.getTime(),
  lastUsedAt: ({ lastUsedAt }) => lastUsedAt?.getTime() ?? 0,
};

/** Lists of who may come in, and of the programs that may deliver. */
@Controller('api')
export class AccountListsController {
  constructor(private readonly house: House) {}

  @Get('accounts')
  @Permit('accounts.read', NOTHING)
  async accounts(@Query() query: unknown) {
    const page = await this.house.access.accounts.list(accountsIn(query));
    return { ...page, rows: page.rows.map(accountLine) };
  }

  /** What whoever looks over the accounts of a year lays before his director. */
  @Get('accounts/export')
  @Permit('accounts.read', NOTHING)
  saveAccounts(@Query() query: unknown) {
    const question = accountsIn(query);
    const { access, clock, desk, regionName } = this.house;
    return listFile<Account>(
      {
        name: '账号',
        read: (page) => access.accounts.list({ ...question, ...page }),
        columns: [
          { title: '姓名', width: 16, cell: ({ name }) => name },
          { title: '用户名', width: 16, cell: ({ login }) => login },
          { title: '单位', width: 24, cell: ({ unit }) => desk.unitName(unit) },
          { title: '角色', width: 24, cell: ({ roles }) => roles.map(roleTitle).join('、') },
          {
            title: '可见区县',
            width: 20,
            cell: ({ regions }) => regions?.map(regionName).join('、') ?? '',
          },
          { title: '状态', cell: ({ state }) => STATES[state] },
          { title: '动态口令', cell: ({ factor }) => (factor === null ? '未绑定' : '已绑定') },
          { title: '有效期至', width: 12, cell: ({ validUntil }) => validUntil ?? '长期' },
          { title: '建立人', width: 14, cell: ({ madeBy }) => madeBy },
          { title: '建立', width: 18, cell: ({ madeAt }) => chinaTime(madeAt) },
          { title: '批准人', width: 14, cell: ({ approvedBy }) => approvedBy },
          { title: '演示账号', cell: ({ sample }) => (sample ? '是' : '') },
        ],
      },
      clock.now(),
    );
  }

  @Get('tokens')
  @Permit('tokens.make', NOTHING)
  tokens(@Query() query: unknown): Promise<Listed<ServiceToken>> {
    return this.tokenPage(readForm(tokenForm, query));
  }

  @Get('tokens/export')
  @Permit('tokens.make', NOTHING)
  saveTokens(@Query() query: unknown) {
    const wish = readForm(tokenForm, query);
    return listFile<ServiceToken>(
      {
        name: '服务令牌',
        read: ({ limit, after }) => this.tokenPage({ ...wish, limit, after: after ?? undefined }),
        columns: [
          { title: '报送系统', width: 24, cell: ({ name }) => name },
          { title: '可以报送', width: 30, cell: ({ feeds }) => feeds.map(feedName).join('、') },
          { title: '有效期至', width: 18, cell: ({ endsAt }) => chinaTime(endsAt) },
          { title: '收回人', width: 14, cell: ({ revokedBy }) => revokedBy },
          { title: '最近使用', width: 18, cell: ({ lastUsedAt: at }) => at && chinaTime(at) },
          { title: '发放人', width: 14, cell: ({ madeBy }) => madeBy },
          { title: '发放', width: 18, cell: ({ madeAt }) => chinaTime(madeAt) },
        ],
      },
      this.house.clock.now(),
    );
  }

  private async tokenPage(wish: z.output<typeof tokenForm>): Promise<Listed<ServiceToken>> {
    return pageOf(await this.house.access.tokens.list(), listQuestion(wish), TOKEN_VALUES);
  }
}

function accountsIn(query: unknown) {
  const { words, state, waiting, ...page } = readForm(accountForm, query);
  return {
    ...listQuestion(page),
    ...{ words: words ?? null, state: state ?? null, waiting: waiting === 'true' },
  };
}
