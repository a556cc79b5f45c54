import { Controller, Get, Header, HttpCode, Param, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import {
  permissionTitle,
  readAccount,
  readRights,
  readToken,
  ROLE_CODES,
  ROLES,
  type Account,
  type Person,
} from '@risk/access';
import { House } from '@risk/assembly';
import { NotFound } from '@risk/kit';
import { Asker } from './access/caller.js';
import { NOTHING, Permit } from './access/permit.js';
import { accountLine } from './account-line.js';
import { jsonOf } from './json-body.js';
import { rowId } from './query.js';

/** Where the administrators look after accounts, logins and tokens. */
@Controller('api')
export class AccountsController {
  constructor(private readonly house: House) {}

  @Get('roles')
  @Permit('accounts.read', NOTHING)
  roles() {
    return ROLE_CODES.map((code) => {
      const { title, kind, allows } = ROLES[code];
      return {
        code,
        title,
        kind,
        permissions: allows.map((one) => ({ code: one, title: permissionTitle(one) })),
      };
    });
  }

  @Get('accounts/:id')
  @Permit('accounts.read', NOTHING)
  async one(@Param('id') id: string) {
    const account = await this.found(id);
    return {
      ...accountLine(account),
      sessions: await this.house.access.sessions.openOf(account.id),
    };
  }

  /** The password to begin with is told this once. */
  @Post('accounts')
  @Permit('accounts.make', NOTHING)
  @HttpCode(201)
  @Header('cache-control', 'no-store')
  async make(@Req() request: Request, @Asker() asker: Person) {
    return this.house.access.administer.make(readAccount(await jsonOf(request)), asker);
  }

  @Post('accounts/:id/rights')
  @Permit('accounts.make', NOTHING)
  @HttpCode(200)
  async propose(@Param('id') id: string, @Req() request: Request, @Asker() asker: Person) {
    const rights = readRights(await jsonOf(request));
    await this.house.access.administer.propose(accountId(id), rights, asker);
    return this.one(id);
  }

  /** The body says what was looked at: rights that were replaced meanwhile are not granted unseen. */
  @Post('accounts/:id/approval')
  @Permit('accounts.approve', NOTHING)
  @HttpCode(200)
  async approve(@Param('id') id: string, @Req() request: Request, @Asker() asker: Person) {
    const seen = readRights(await jsonOf(request));
    await this.house.access.administer.approve(accountId(id), asker, seen);
    return this.one(id);
  }

  @Post('accounts/:id/rejection')
  @Permit('accounts.approve', NOTHING)
  @HttpCode(200)
  async reject(@Param('id') id: string) {
    await this.house.access.administer.reject(accountId(id));
    return this.one(id);
  }

  @Post('accounts/:id/disabling')
  @Permit('accounts.make', NOTHING)
  @HttpCode(200)
  async disable(@Param('id') id: string, @Asker() asker: Person) {
    await this.house.access.administer.disable(accountId(id), asker);
    return this.one(id);
  }

  @Post('accounts/:id/revival')
  @Permit('accounts.make', NOTHING)
  @HttpCode(200)
  async revive(@Param('id') id: string) {
    await this.house.access.administer.revive(accountId(id));
    return this.one(id);
  }

  @Post('accounts/:id/password')
  @Permit('accounts.make', NOTHING)
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  resetPassword(@Param('id') id: string, @Asker() asker: Person) {
    return this.house.access.resetting.run(accountId(id), asker);
  }

  @Post('accounts/:id/password-approval')
  @Permit('accounts.approve', NOTHING)
  @HttpCode(200)
  async approveReset(@Param('id') id: string, @Asker() asker: Person) {
    await this.house.access.resetting.approve(accountId(id), asker);
    return this.one(id);
  }

  @Post('accounts/:id/factor-reset')
  @Permit('accounts.approve', NOTHING)
  @HttpCode(200)
  async resetFactor(@Param('id') id: string, @Asker() asker: Person) {
    await this.house.access.administer.resetFactor(accountId(id), asker);
    return this.one(id);
  }

  @Post('accounts/:id/identity-reset')
  @Permit('accounts.approve', NOTHING)
  @HttpCode(200)
  async resetIdentity(@Param('id') id: string, @Asker() asker: Person) {
    await this.house.access.administer.resetIdentity(accountId(id), asker);
    return this.one(id);
  }

  @Post('accounts/:id/sessions/end')
  @Permit('sessions.end', NOTHING)
  @HttpCode(200)
  async endSessions(@Param('id') id: string) {
    return { ended: await this.house.access.administer.endSessionsOf(accountId(id)) };
  }

  /** Everybody signs in anew, the asker too. */
  @Post('sessions/end')
  @Permit('sessions.end', NOTHING)
  @HttpCode(200)
  async endAllSessions() {
    return { ended: await this.house.access.administer.endAllSessions() };
  }

  /** The token is told this once. */
  @Post('tokens')
  @Permit('tokens.make', NOTHING)
  @HttpCode(201)
  @Header('cache-control', 'no-store')
  async makeToken(@Req() request: Request, @Asker() { name }: Person) {
    return this.house.access.tokens.make(readToken(await jsonOf(request)), name);
  }

  @Post('tokens/:id/revocation')
  @Permit('tokens.make', NOTHING)
  @HttpCode(200)
  async revokeToken(@Param('id') id: string, @Asker() { name }: Person) {
    await this.house.access.tokens.revoke(rowId('令牌', id), name);
    return { id, revoked: true };
  }

  private async found(id: string): Promise<Account> {
    const account = await this.house.access.accounts.find(accountId(id));
    if (!account) throw new NotFound(`没有账号“${id}”`);
    return account;
  }
}

const accountId = (id: string): string => rowId('账号', id);
