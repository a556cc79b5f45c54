import { Controller, Get, HttpCode, Post, Query, Req } from '@nestjs/common';
import type { Request } from 'express';
import type { Person } from '@risk/access';
import { House, type ListAnswer, type ListWish } from '@risk/assembly';
import { chinaDay, cleanText, isCalendarDay, readForm } from '@risk/kit';
import { LICENCE_KINDS } from '@risk/scoring';
import { z } from 'zod';
import { Asker } from './access/caller.js';
import { CITY, Permit } from './access/permit.js';
import { readAway } from './read-away.js';

type Kind = keyof typeof LICENCE_KINDS;
const KINDS = Object.keys(LICENCE_KINDS) as [Kind, ...Kind[]];

const line = (most: number) => cleanText.trim().min(1).max(most);
const day = z.string().refine(isCalendarDay, { error: '应为日历上的一天，写成 yyyy-mm-dd' });
const codes = cleanText
  .max(1_000)
  .transform((text) => (text === 'all' ? 'all' : text.split(/[,，、\s]+/).filter(Boolean)));

/** What is said of a list beside the list itself. */
export const listingForm = z.strictObject({
  ...{ kind: z.enum(KINDS), owner: line(100), reason: line(200), source: line(200) },
  ...{ from: day, until: day, suppresses: codes.default('all') },
  sheet: line(100).nullable().default(null),
});
/** The same again, and by which mark it was looked at. */
export const takingForm = listingForm.extend({ mark: z.string().regex(/^[0-9a-f]{32}$/) });

/** Of a long list nobody reads more on a screen. */
const MOST_SHOWN = 300;

/** Where official lists of licensed institutions are taken into the register. */
@Controller('api/licensed')
export class LicensedController {
  constructor(private readonly house: House) {}

  @Get()
  @Permit('licences.import', CITY)
  facts() {
    const { engines, intake, clock } = this.house;
    const { largestBytes, mostRows } = intake.imports.policy;
    return {
      kinds: KINDS.map((code) => ({ code, title: LICENCE_KINDS[code] })),
      inForce: engines.judging.licensed.size,
      limits: { largestBytes, mostRows },
      today: chinaDay(clock.now()),
    };
  }

  /** The body is the file itself; nothing is written. */
  @Post('preview')
  @Permit('licences.import', CITY)
  @HttpCode(200)
  preview(@Query() query: unknown, @Req() request: Request) {
    return readAway(request, async () => {
      const wish = wishOf(readForm(listingForm, query));
      return shown(await this.house.intake.licences.preview(request, wish));
    });
  }

  /** The body is the same file again. */
  @Post('import')
  @Permit('licences.import', CITY)
  @HttpCode(200)
  take(@Query() query: unknown, @Req() request: Request, @Asker() { name }: Person) {
    return readAway(request, async () => {
      const { mark, ...wish } = readForm(takingForm, query);
      return shown(await this.house.intake.licences.take(request, wishOf(wish), mark, name));
    });
  }
}

const wishOf = (form: z.output<typeof listingForm>): ListWish => form;

/** What came of a list, without where on the server its former register lies. */
function shown({ added, known, ended, vanished, faults, ...rest }: ListAnswer) {
  const { columns, rows, written, mark } = rest;
  return {
    ...{ columns, rows, written, mark, faults: faults.slice(0, MOST_SHOWN * 10) },
    added: cut(added.map(({ name, uscc, until }) => lineOf(name, uscc, until))),
    known: cut(known.map(({ name, uscc, until }) => lineOf(name, uscc, until))),
    ended: cut(ended.map(({ name, uscc, endsOn }) => lineOf(name, uscc, endsOn))),
    vanished: cut(vanished.map(({ name, uscc, until }) => lineOf(name, uscc, until))),
  };
}

const lineOf = (name: string, uscc: string | null | undefined, until: string | null) => ({
  ...{ name, uscc: uscc ?? null, until },
});

const cut = <T>(lines: readonly T[]) => ({
  total: lines.length,
  lines: lines.slice(0, MOST_SHOWN),
});
