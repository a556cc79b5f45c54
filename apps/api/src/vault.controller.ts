import { Controller, Get, Header, HttpCode, Param, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import type { Person } from '@risk/access';
import { House } from '@risk/assembly';
import { readApprovalWish, readLook, readLookWish } from '@risk/cases';
import { CITY, NOTHING, Permit } from './access/permit.js';
import { Asker } from './access/caller.js';
import { signedBody } from './access/signed-body.js';

const LISTED = 200;

/** Looks at who reported: asked for, allowed by another, taken, and kept on record. */
@Controller('api/vault')
export class VaultController {
  constructor(private readonly house: House) {}

  @Post('requests')
  @Permit('vault.request', NOTHING)
  @HttpCode(200)
  async request(@Req() request: Request, @Asker() asker: Person) {
    return this.house.vault.request(readLookWish(await actingBody(request, asker)));
  }

  @Post('requests/:id/approval')
  @Permit('vault.approve', NOTHING)
  @HttpCode(200)
  async approve(@Param('id') id: string, @Req() request: Request, @Asker() asker: Person) {
    return this.house.vault.approve(readApprovalWish(id, await actingBody(request, asker)));
  }

  @Post('requests/:id/look')
  @Permit('vault.request', NOTHING)
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  async look(@Param('id') id: string, @Req() request: Request) {
    return this.house.vault.look(readLook(id, await signedBody(request)));
  }

  @Get('looks')
  @Permit('vault.review', CITY)
  async looks() {
    const { looks } = this.house.vault;
    return { requests: await looks.requests(LISTED), looks: await looks.looks(LISTED) };
  }
}

/** Whoever asks or allows does so for the own unit, whatever the body says. */
const actingBody = async (request: Request, { unit }: Person): Promise<unknown> => ({
  ...((await signedBody(request)) as object),
  unit,
});
