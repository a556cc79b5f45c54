import { Controller, HttpCode, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import { House } from '@risk/assembly';
import { changesSchema, keptChangesSchema, stageOf, tryRequestSchema } from '@risk/editions';
import { readForm } from '@risk/kit';
import { NOTHING, Permit } from '../access/permit.js';
import { signedBody } from '../access/signed-body.js';
import { jsonOf } from '../json-body.js';

/** Drafts of rules and words in the making, and texts that are tried on them; neither is kept. */
@Controller('api')
export class DraftsController {
  constructor(private readonly house: House) {}

  /** Nothing of the text is kept, in no log and in no trail. */
  @Post('try')
  @Permit('rules.try', NOTHING)
  @HttpCode(200)
  async try(@Req() request: Request) {
    const { text, edition, changes } = readForm(tryRequestSchema, await jsonOf(request));
    return this.house.editions.drafts.try(text, changes ?? edition ?? null);
  }

  @Post('drafts/check')
  @Permit('editions.draft', NOTHING)
  @HttpCode(200)
  async check(@Req() request: Request) {
    return this.house.editions.drafts.check(readForm(changesSchema, await jsonOf(request)));
  }

  @Post('drafts')
  @Permit('editions.draft', NOTHING)
  @HttpCode(201)
  async keep(@Req() request: Request) {
    const form = readForm(keptChangesSchema, await signedBody(request));
    const { title, by, because, ...changes } = form;
    const edition = await this.house.editions.drafts.keep({ title, by, because, changes });
    return { ...edition, stage: stageOf(edition) };
  }
}
