import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Conflict, Throttled } from '@risk/kit';
import { openDoors, type OpenDoors } from '../testing/open-doors.js';
import { REFUSED } from './refusals.js';

interface Told {
  readonly content: { readonly 'application/problem+json': { readonly example: object } };
}

const EXAMPLES = new Map(
  Object.values(REFUSED.responses as unknown as Readonly<Record<string, Told>>).map(
    ({ content }) => {
      const { example } = content['application/problem+json'];
      return [(example as { status: number }).status, example] as const;
    },
  ),
);

let doors: OpenDoors;
beforeAll(async () => {
  doors = await openDoors();
});
afterAll(() => doors.close());

/** One line a refusal: how a real door comes to it. */
const WAYS: readonly [number, () => Promise<unknown>][] = [
  [401, async () => (await doors.ask('/api/alerts', { as: null })).json],
  [403, async () => (await doors.ask('/api/accounts')).json],
  [404, async () => (await doors.ask('/api/alerts/7')).json],
  [409, () => refusedWith(new Conflict('其间有人改过'))],
  [422, async () => (await doors.ask('/api/alerts?limit=201')).json],
  [429, () => refusedWith(new Throttled('请求太频繁，请 12 秒后再试'))],
];

async function refusedWith(error: Error): Promise<unknown> {
  const { overview } = doors.house;
  const before = overview.read.bind(overview);
  overview.read = () => Promise.reject(error);
  const { json } = await doors.ask('/api/overview');
  overview.read = before;
  return json;
}

describe('a refusal', () => {
  it.each(WAYS)(
    '%i of a real door has the title and the parts that the document tells',
    async (status, way) => {
      const example = EXAMPLES.get(status) as { title: string } | undefined;
      const json = (await way()) as Readonly<Record<string, unknown>>;
      expect(json).toMatchObject({ status, title: example?.title, type: 'about:blank' });
      expect(Object.keys(json).sort()).toEqual([...REFUSED.schemas.problem.required].sort());
      expect(Object.keys(example ?? {}).sort()).toEqual(
        [...REFUSED.schemas.problem.required].sort(),
      );
    },
  );
});
