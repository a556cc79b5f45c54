import { describe, expect, it } from '@jest/globals';
import { FEEDS } from '@risk/domain';
import { describeFeeds } from './describe-feeds.js';

const documents = describeFeeds();

/** Every local reference of a document. */
function references(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === '$ref' && typeof inner === 'string' ? [inner] : references(inner),
  );
}

const resolve = (document: unknown, reference: string): unknown =>
  reference
    .slice(2)
    .split('/')
    .reduce<unknown>(
      (inner, key) => (inner as Record<string, unknown> | undefined)?.[key],
      document,
    );

describe('the published descriptions', () => {
  it.each(FEEDS)('require of %s only what identifies it and its text or name', (feed) => {
    const schema = documents.jsonSchemas[feed];
    expect(schema).toMatchObject({ required: ['source', 'sourceId', 'occurredAt', 'payload'] });
    expect(resolve(schema, '#/properties/payload')).toMatchObject({
      required: [feed === 'registration' ? 'name' : 'text'],
      additionalProperties: {},
    });
  });

  it('show the reporter to senders of complaints', () => {
    const place = '#/properties/payload/properties/reporter';
    expect(resolve(documents.jsonSchemas.complaint, place)).toBeDefined();
  });

  it.each([
    ['asyncapi', documents.asyncapi],
    ['openapi', documents.openapi],
  ])('%s refers only to what is there', (_name, document) => {
    const found = references(document);
    expect(found.length).toBeGreaterThan(3);
    for (const reference of found) expect(resolve(document, reference)).toBeDefined();
  });

  it('name versions and doors', () => {
    expect(documents.asyncapi).toMatchObject({
      asyncapi: '3.0.0',
      channels: { complaint: { address: 'feed.complaint' } },
    });
    expect(documents.openapi).toMatchObject({
      openapi: '3.1.0',
      paths: { '/api/feeds/complaint': { post: {} } },
    });
  });
});
