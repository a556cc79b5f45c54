import { Controller, Get, Param, Query, type StreamableFile } from '@nestjs/common';
import type { Person } from '@risk/access';
import { ENTITY_COLUMNS, House, type EntityWish } from '@risk/assembly';
import { FEEDS, SCHEMES, TIERS, type Scheme } from '@risk/domain';
import { chinaMoment, cleanText, readForm } from '@risk/kit';
import {
  ENTITY_KINDS,
  ENTITY_SORTS,
  RECORD_SORTS,
  type EntitySort,
  type HistoryReader,
} from '@risk/store';
import { z } from 'zod';
import { Asker } from './access/caller.js';
import { may, onlySeen } from './access/must.js';
import { NOTHING, one, OWN, Permit } from './access/permit.js';
import { cityChoice, regionChoices, schemeChoices } from './choices.js';
import { RECORD_COLUMNS } from './desk-lists/record-export.js';
import { listFile } from './lists/list-file.js';
import { listForm, listQuestion } from './lists/list-form.js';
import { rowId } from './query.js';

const yesOrNo = z.enum(['true', 'false']).transform((text) => text === 'true');

/** What may be asked of the list of entities. */
export const entitiesForm = z.strictObject({
  ...listForm<EntitySort>(ENTITY_SORTS, '-score'),
  words: cleanText.trim().min(1).max(100).optional(),
  tier: z.enum(TIERS).optional(),
  scheme: z.enum(SCHEMES as [Scheme, ...Scheme[]]).optional(),
  region: z
    .string()
    .regex(/^[\w-]{1,20}$/, '应为区划代码')
    .optional(),
  kind: z.enum(ENTITY_KINDS).optional(),
  licensed: yesOrNo.optional(),
  sample: yesOrNo.optional(),
});

/** What may be asked of the records about an entity. */
export const recordsForm = z.strictObject({
  ...listForm(RECORD_SORTS, '-occurredAt'),
  feed: z.enum(FEEDS).optional(),
});

/** What may be asked of what is related to an entity. */
export const relationsForm = z.strictObject({ degrees: z.enum(['1', '2']).default('2') });
/** What may be asked of what was known at a moment. */
export const momentForm = z.strictObject({ when: z.string().max(40) });

/** Where entities are looked up and read; what is decided on them comes in at the doors of cases. */
@Controller('api/entities')
export class EntitiesController {
  constructor(private readonly house: House) {}

  @Get()
  @Permit('entities.read', OWN)
  list(@Query() query: unknown, @Asker() asker: Person) {
    return this.house.entities.list(wishOf(query, asker));
  }

  @Get('export')
  @Permit('entities.read', OWN)
  async export(@Query() query: unknown, @Asker() asker: Person): Promise<StreamableFile> {
    const wish = wishOf(query, asker);
    const read = (page: Pick<EntityWish, 'limit' | 'after'>) =>
      this.house.entities.list({ ...wish, ...page });
    // What cannot be read is refused in words, before a file begins.
    await read({ limit: 1, after: null });
    return listFile({ name: '主体', columns: ENTITY_COLUMNS, read }, this.house.clock.now());
  }

  /** What a list of entities can be filtered by. */
  @Get('choices')
  @Permit('entities.read', NOTHING)
  choices() {
    return {
      regions: [...regionChoices(this.house), cityChoice(this.house)],
      schemes: schemeChoices().map(({ code, name }) => ({ code, title: name })),
    };
  }

  @Get(':id')
  @Permit('entities.read', one('entity'))
  one(@Param('id') id: string, @Asker() { sight }: Person) {
    return this.house.entities.profile(rowId('主体', id), sight);
  }

  @Get(':id/history')
  @Permit('entities.read', one('entity'))
  history(@Param('id') id: string, @Asker() asker: Person) {
    return this.house.entities.history(rowId('主体', id), readerOf(asker));
  }

  @Get(':id/records')
  @Permit('entities.read', one('entity'))
  records(@Param('id') id: string, @Query() query: unknown, @Asker() asker: Person) {
    return this.house.entities.records(rowId('主体', id), recordsWish(query, asker));
  }

  @Get(':id/records/export')
  @Permit('entities.read', one('entity'))
  exportRecords(@Param('id') id: string, @Query() query: unknown, @Asker() asker: Person) {
    const { entities, clock } = this.house;
    const [entity, wish] = [rowId('主体', id), recordsWish(query, asker)];
    const read = (page: object) => entities.records(entity, { ...wish, ...page });
    return listFile({ name: `主体${entity}的记录`, columns: RECORD_COLUMNS, read }, clock.now());
  }

  /** Phones may have been told by complaints. */
  @Get(':id/relations')
  @Permit('entities.read', one('entity'))
  async relations(@Param('id') id: string, @Query() query: unknown, @Asker() asker: Person) {
    const degrees = readForm(relationsForm, query).degrees === '1' ? 1 : 2;
    const question = { degrees, sight: asker.sight } as const;
    const found = await this.house.entities.neighbours(rowId('主体', id), question);
    if (may(asker, 'records.read')) return found;
    const bonds = found.bonds.map((bond) =>
      bond.kind === 'phone' ? { ...bond, value: null } : bond,
    );
    return { ...found, bonds };
  }

  @Get(':id/at')
  @Permit('entities.read', one('entity'))
  async at(@Param('id') id: string, @Query() query: unknown, @Asker() asker: Person) {
    const { when } = readForm(momentForm, query);
    const { alerts, ...then } = await this.house.entities.then(
      rowId('主体', id),
      chinaMoment('when', when),
      readerOf(asker),
    );
    const named = alerts.map(({ alertId, ...alert }) => ({ id: alertId, ...alert }));
    return { ...then, alerts: await onlySeen(this.house, 'alert', named, asker) };
  }

  @Get(':id/why-not')
  @Permit('entities.read', one('entity'))
  whyNot(@Param('id') id: string) {
    return this.house.entities.whyNot(rowId('主体', id));
  }
}

function wishOf(query: unknown, { sight }: Person): EntityWish {
  const { words, tier, scheme, region, kind, licensed, sample, ...page } = readForm(
    entitiesForm,
    query,
  );
  return {
    ...listQuestion(page),
    ...{ words: words ?? null, tier: tier ?? null, scheme: scheme ?? null },
    ...{ region: region ?? null, kind: kind ?? null, sight },
    ...{ isLicensed: licensed ?? null, isSample: sample ?? null },
  };
}

function recordsWish(query: unknown, asker: Person) {
  const { feed = null, ...page } = readForm(recordsForm, query);
  return { ...listQuestion(page), feed, ...readerOf(asker) };
}

const readerOf = (asker: Person): HistoryReader => ({
  sight: asker.sight,
  mayReadRecords: may(asker, 'records.read'),
});
