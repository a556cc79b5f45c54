import { describeCases, describeVault } from '@risk/cases';
import { describeEditions } from '@risk/editions';
import { describeFeeds, type FeedDocuments } from '@risk/intake';
import { z } from 'zod';

/** The documents of all doors: the feeds, people's decisions, and editions of the rules. */
export function describeDoors(): FeedDocuments {
  const { openapi, ...feeds } = describeFeeds();
  const [cases, vault, editions] = [describeCases(), describeVault(), describeEditions()];
  const known = openapi as { paths: object; components: { schemas: object } };
  return {
    ...feeds,
    openapi: {
      ...openapi,
      paths: { ...known.paths, ...cases.paths, ...vault.paths, ...editions.paths },
      components: {
        schemas: {
          ...known.components.schemas,
          ...jsonSchemas({ ...cases.schemas, ...vault.schemas, ...editions.schemas }),
        },
      },
    },
  };
}

const jsonSchemas = (forms: Readonly<Record<string, z.ZodType>>): object =>
  Object.fromEntries(Object.entries(forms).map(([name, form]) => [name, jsonSchemaOf(form)]));

function jsonSchemaOf(form: z.ZodType): object {
  const { $schema: _schema, ...rest } = z.toJSONSchema(form, { io: 'input' });
  return rest;
}
