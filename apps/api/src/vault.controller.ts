import { Controller, Get, Header, HttpCode, Param, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import { House } from '@risk/assembly';
import { readApprovalWish, readLook, readLookWish } from '@risk/cases';
import { jsonOf } from './json-body.js';

const LISTED = 200;

/** Looks at who reported: asked for, allowed by another, taken, and kept on record. */
@Controller('api/vault')
export class VaultController {
  constructor(private readonly house: House) {}

  @Post('requests')
  @HttpCode(200)
  async request(@Req() request: Request) {
    return this.house.vault.request(readLookWish(await jsonOf(request)));
  }

  @Post('requests/:id/approval')
  @HttpCode(200)
  async approve(@Param('id') id: string, @Req() request: Request) {
    return this.house.vault.approve(readApprovalWish(id, await jsonOf(request)));
  }

  @Post('requests/:id/look')
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  async look(@Param('id') id: string, @Req() request: Request) {
    return this.house.vault.look(readLook(id, await jsonOf(request)));
  }

  @Get('looks')
  async looks() {
    const { looks } = this.house.vault;
    return { requests: await looks.requests(LISTED), looks: await looks.looks(LISTED) };
  }
}
