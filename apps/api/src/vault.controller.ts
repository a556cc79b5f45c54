import { Controller, Get, Header, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import type { Request } from 'express';
import type { Person } from '@risk/access';
import { House } from '@risk/assembly';
import { readApprovalWish, readLook, readLookWish } from '@risk/cases';
import type { Listed } from '@risk/kit';
import { NOTHING, OWN, Permit } from './access/permit.js';
import { Asker } from './access/caller.js';
import { signedBody } from './access/signed-body.js';
import {
  readVaultLooks,
  readVaultRequests,
  vaultLookColumns,
  vaultRequestColumns,
} from './desk-lists/vault-question.js';
import { listFile } from './lists/list-file.js';
import { namesOf } from './names-of.js';

/** Looks at who reported: asked for, allowed by another, taken, and kept on record. */
@Controller('api/vault')
export class VaultController {
  constructor(private readonly house: House) {}

  @Get('requests')
  @Permit('vault.read', OWN)
  async requests(@Query() query: unknown, @Asker() asker: Person) {
    const { deskLists, clock } = this.house;
    const question = readVaultRequests(query, asker, clock.now());
    return this.named(await deskLists.vaultRequests(question));
  }

  @Get('requests/export')
  @Permit('vault.read', OWN)
  exportRequests(@Query() query: unknown, @Asker() asker: Person) {
    const { deskLists, clock } = this.house;
    const question = readVaultRequests(query, asker, clock.now());
    const read = (page: object) => deskLists.vaultRequests({ ...question, ...page });
    const columns = vaultRequestColumns(namesOf(this.house));
    return listFile({ name: '举报人查看申请', columns, read }, clock.now());
  }

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
  @Permit('vault.read', OWN)
  async looks(@Query() query: unknown, @Asker() asker: Person) {
    return this.named(await this.house.deskLists.vaultLooks(readVaultLooks(query, asker)));
  }

  @Get('looks/export')
  @Permit('vault.read', OWN)
  exportLooks(@Query() query: unknown, @Asker() asker: Person) {
    const { deskLists, clock } = this.house;
    const question = readVaultLooks(query, asker);
    const read = (page: object) => deskLists.vaultLooks({ ...question, ...page });
    const columns = vaultLookColumns(namesOf(this.house));
    return listFile({ name: '举报人查看记录', columns, read }, clock.now());
  }

  /** A list with the names of its units. */
  private named<Row extends { readonly unit: string }>({ rows, ...page }: Listed<Row>) {
    const { desk } = this.house;
    return { rows: rows.map((row) => ({ ...row, unitName: desk.unitName(row.unit) })), ...page };
  }
}

/** Whoever asks or allows does so for the own unit, whatever the body says. */
const actingBody = async (request: Request, { unit }: Person): Promise<unknown> => ({
  ...((await signedBody(request)) as object),
  unit,
});
