import { describeAccess } from '@risk/access';
import { describeLife, describeNotices, describeQueue } from '@risk/alerting';
import { describeBulletins } from '@risk/bulletins';
import { describeCases, describeDesk, describeLetters, describeVault } from '@risk/cases';
import { describeEditions } from '@risk/editions';
import { describeFeeds, type FeedDocuments } from '@risk/intake';
import { describeTips } from '@risk/tips';
import { z } from 'zod';
import { describeReading } from './describe-reading.js';

/** Every part of the house that tells of its doors; one entry to add one. */
const PARTS = [
  describeReading,
  describeAccess,
  describeCases,
  describeDesk,
  describeLetters,
  describeVault,
  describeLife,
  describeQueue,
  describeNotices,
  describeEditions,
  describeBulletins,
  describeTips,
] as const;

/** The documents of all doors: the feeds, people's decisions, alerts, notices and editions of the rules. */
export function describeDoors(): FeedDocuments {
  const { openapi, ...feeds } = describeFeeds();
  const known = openapi as { paths: object; components: { schemas: object } };
  const parts = PARTS.map((describe) => describe());
  const paths = parts.map((part): object => part.paths);
  const schemas = parts.map((part) => jsonSchemas(part.schemas));
  return {
    ...feeds,
    openapi: {
      ...openapi,
      paths: Object.assign({}, known.paths, ...paths) as object,
      components: { schemas: Object.assign({}, known.components.schemas, ...schemas) as object },
    },
  };
}

const jsonSchemas = (forms: Readonly<Record<string, z.ZodType>>): object =>
  Object.fromEntries(Object.entries(forms).map(([name, form]) => [name, jsonSchemaOf(form)]));

function jsonSchemaOf(form: z.ZodType): object {
  const { $schema: _schema, ...rest } = z.toJSONSchema(form, { io: 'input' });
  return rest;
}
