import { describeCases, describeDesk } from '@risk/cases';
import { describeEditions } from '@risk/editions';
import { describeFeeds, type FeedDocuments } from '@risk/intake';
import { z } from 'zod';

/** The documents of all doors: the feeds, people's decisions, and editions of the rules. */
export function describeDoors(): FeedDocuments {
  const { openapi, ...feeds } = describeFeeds();
  const doors = [describeCases(), describeDesk(), describeEditions()];
  const known = openapi as { paths: object; components: { schemas: object } };
  return {
    ...feeds,
    openapi: {
      ...openapi,
      paths: merged([known.paths, ...doors.map(({ paths }) => paths)]),
      components: {
        schemas: {
          ...known.components.schemas,
          ...merged(doors.map(({ schemas }) => jsonSchemas(schemas))),
        },
      },
    },
  };
}

const merged = (parts: readonly object[]): object =>
  Object.fromEntries(parts.flatMap((part) => Object.entries(part)));

const jsonSchemas = (forms: Readonly<Record<string, z.ZodType>>): object =>
  Object.fromEntries(Object.entries(forms).map(([name, form]) => [name, jsonSchemaOf(form)]));

function jsonSchemaOf(form: z.ZodType): object {
  const { $schema: _schema, ...rest } = z.toJSONSchema(form, { io: 'input' });
  return rest;
}
