import { describeCases } from '@risk/cases';
import { describeEditions } from '@risk/editions';
import { describeFeeds, type FeedDocuments } from '@risk/intake';

/** The documents of all doors: the feeds, people's decisions, and editions of the rules. */
export function describeDoors(): FeedDocuments {
  const { openapi, ...feeds } = describeFeeds();
  const [cases, editions] = [describeCases(), describeEditions()];
  const known = openapi as { paths: object; components: { schemas: object } };
  return {
    ...feeds,
    openapi: {
      ...openapi,
      paths: { ...known.paths, ...cases.paths, ...editions.paths },
      components: {
        schemas: { ...known.components.schemas, ...cases.schemas, ...editions.schemas },
      },
    },
  };
}
