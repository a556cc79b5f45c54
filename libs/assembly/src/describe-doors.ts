import { describeAccess } from '@risk/access';
import { describeLife, describeNotices, describeQueue } from '@risk/alerting';
import { describeBulletins } from '@risk/bulletins';
import { describeCases, describeDesk, describeLetters, describeVault } from '@risk/cases';
import { describeEditions } from '@risk/editions';
import { describeFeeds, type FeedDocuments } from '@risk/intake';
import { mergedApart, type ShownForm } from '@risk/kit';
import { describeTips } from '@risk/tips';
import { describeReading } from './describe-reading.js';
import { jsonSchemaOf } from './json-schema-of.js';
import { withExamples, type Paths } from './with-examples.js';

/** The forms that bodies must have, by the name under which the document tells them. */
export type Forms = Readonly<Record<string, ShownForm>>;

/** What a part of the house tells of its doors. */
export interface DescribedPart {
  readonly paths: object;
  readonly schemas: Forms;
}

/** Every part of the house that tells of its doors; one entry to add one. */
const PARTS: readonly (() => DescribedPart)[] = [
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
];

/** The form of every body with its example. */
export const formsOfDoors = (): Forms => mergedApart(PARTS.map((tell) => tell().schemas));

/** The documents of all doors: the feeds, people's decisions, alerts, notices and editions of the rules. */
export function describeDoors(more: readonly DescribedPart[] = []): FeedDocuments {
  const { openapi, ...feeds } = describeFeeds();
  const known = openapi as { paths: Paths; components: { schemas: object } };
  const parts = [...PARTS.map((tell) => tell()), ...more];
  const forms: Forms = mergedApart(parts.map((part) => part.schemas));
  const schemas = Object.entries(forms).map(([name, { form }]) => [name, jsonSchemaOf(form)]);
  return {
    ...feeds,
    openapi: {
      ...openapi,
      paths: withExamples(mergedPaths([known.paths, ...parts.map((part) => part.paths)]), forms),
      components: {
        schemas: mergedApart([known.components.schemas, Object.fromEntries(schemas) as object]),
      },
    },
  };
}

/** Two parts may tell of one path, though not of one operation. */
function mergedPaths(parts: readonly object[]): Paths {
  const names = [...new Set(parts.flatMap((part) => Object.keys(part)))];
  const operationsAt = (path: string): object[] =>
    parts.flatMap((part) => (part as Readonly<Record<string, object>>)[path] ?? []);
  return Object.fromEntries(names.map((path) => [path, mergedApart(operationsAt(path))]));
}
