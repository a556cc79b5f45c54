import { describe, expect, it } from '@jest/globals';
import { describeDoors } from './describe-doors.js';

interface Document {
  readonly paths: Readonly<Record<string, object>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
}

const openapi = describeDoors().openapi as unknown as Document;

/** Every local reference of a document. */
function references(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === '$ref' && typeof inner === 'string' ? [inner] : references(inner),
  );
}

describe('the document of all doors', () => {
  it('tells of feeds, decisions and editions', () => {
    expect(openapi.paths).toMatchObject({
      '/api/feeds/complaint': { post: {} },
      '/api/entities/{id}/tier': { post: {} },
      '/api/entities/{id}/outcomes': { post: {} },
      '/api/outcomes/report': { get: {} },
      '/api/verifications/{id}/conclusion': { post: {} },
      '/api/alerts/{id}/handovers': { post: {} },
      '/api/meetings/{id}/decisions': { post: {} },
      '/api/ledger': { get: {} },
      '/api/editions': { get: {}, post: {} },
      '/api/editions/{id}/publish': { post: {} },
    });
    expect(openapi.components.schemas['tierRequest']).toMatchObject({
      required: ['tier', 'by', 'because', 'seen'],
      additionalProperties: false,
    });
    expect(openapi.components.schemas['outcomeRequest']).toMatchObject({
      required: ['verdict', 'by', 'because', 'seen'],
    });
  });

  it('refers only to what is there', () => {
    const names = references(openapi).map((ref) => ref.replace('#/components/schemas/', ''));
    expect(names).toEqual(expect.arrayContaining(['tierRequest', 'outcomeRequest']));
    for (const name of names) expect(openapi.components.schemas).toHaveProperty([name]);
  });
});
