import { Controller, Get, Header, Req } from '@nestjs/common';
import type { Request } from 'express';
import { House } from '@risk/assembly';
import { NotFound } from '@risk/kit';
import { askerOf } from './access/caller.js';
import { ForEverybody } from './access/permit.js';
import { HTML } from './media.js';
import { mePage } from './pages/me-page.js';

/** One's own account. */
@Controller()
export class MeController {
  constructor(private readonly house: House) {}

  @Get('me')
  @ForEverybody()
  @Header('Content-Type', HTML)
  async me(@Req() request: Request): Promise<string> {
    const { person } = askerOf(request);
    const { access, desk, regionName } = this.house;
    const account = await access.accounts.find(person.id);
    if (!account) throw new NotFound('没有这个账号');
    const sessions = await access.sessions.openOf(person.id);
    const platform = access.identity?.name ?? null;
    const unitName = desk.unitName(person.unit);
    return mePage({ account, person, sessions, unitName, regionName, platform });
  }
}
