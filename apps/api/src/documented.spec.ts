import { describe, expect, it } from '@jest/globals';
import { doorsOf } from './access/doors-with-rules.js';
import { CONTROLLERS } from './api.module.js';
import { describeApi } from './described/describe-api.js';

type Paths = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

const { paths } = describeApi().openapi as unknown as { readonly paths: Paths };

/** Doors with a word in the path that the document tells one by one. */
const TOLD_APART: Readonly<Record<string, readonly string[]>> = {
  'POST /api/feeds/:feed': ['registration', 'complaint', 'advertisement'],
  'POST /api/floods/:id/:decision': ['release', 'drop'],
  'POST /api/editions/:id/:step': ['shadow', 'publish', 'rollback', 'withdraw'],
};

const toldApart = (door: string): string[] =>
  TOLD_APART[door]?.map((word) => door.replace(/:\w+$/, word)) ?? [door];

describe('the document of the whole API', () => {
  const described = Object.entries(paths).flatMap(([path, operations]) =>
    Object.keys(operations).map(
      (method) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`,
    ),
  );
  const doors = doorsOf(CONTROLLERS)
    .filter(({ path }) => path.startsWith('/api/'))
    .flatMap(({ method, path }) => toldApart(`${method} ${path}`));

  it('tells of every door, and of none that is not there', () => {
    expect(described.sort()).toEqual(doors.sort());
  });

  it('calls no two operations alike', () => {
    const ids = Object.values(paths).flatMap((operations) =>
      Object.values(operations).map((one) => (one as { operationId?: string }).operationId),
    );
    expect(ids.filter((id, at) => id === undefined || ids.indexOf(id) !== at)).toEqual([]);
  });
});
