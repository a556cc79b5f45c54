import { describeCases } from '@risk/cases';
import { describeFeeds, type FeedDocuments } from '@risk/intake';

/** The documents of all doors: the feeds, and where people's decisions come in. */
export function describeDoors(): FeedDocuments {
  const { openapi, ...feeds } = describeFeeds();
  const { paths, schemas } = describeCases();
  const known = openapi as { paths: object; components: { schemas: object } };
  return {
    ...feeds,
    openapi: {
      ...openapi,
      paths: { ...known.paths, ...paths },
      components: { schemas: { ...known.components.schemas, ...schemas } },
    },
  };
}
