import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { PERIODIC_KINDS, type PeriodicKind } from '@risk/domain';
import { parse } from 'yaml';
import { z } from 'zod';
import { bulletinsSchema, compileBulletins } from './policy.js';

type Tree = Record<string, unknown>;
const shipped = (): Tree => parse(readFileSync('config/bulletins.yaml', 'utf8')) as Tree;

/** The shipped policy with another value at a path; undefined takes it away. */
function withOther(path: readonly (string | number)[], value: unknown): Tree {
  const tree = shipped();
  const last = path.at(-1) ?? '';
  const parent = path.slice(0, -1).reduce<Tree>((at, key) => at[key] as Tree, tree);
  if (value === undefined) Reflect.deleteProperty(parent, last);
  else parent[last] = value;
  return tree;
}

describe('the shipped policy', () => {
  const policy = compileBulletins(shipped());

  it('compiles, and says of every value that it is a local default', () => {
    const { issues, special, editions, basis } = policy;
    const bases = [...Object.values(issues), special, ...editions, { basis }];
    expect(new Set(bases.map((one) => one.basis))).toEqual(new Set(['本地默认，非法定']));
  });

  it.each<[PeriodicKind, number, string]>([
    ['daily', 510, 'straight'],
    ['weekly', 540, 'straight'],
    ['monthly', 540, 'signed'],
    ['quarterly', 540, 'signed'],
  ])('a %s comes out at minute %i, %s', (kind, at, release) => {
    expect(policy.issues[kind]).toMatchObject({ at, release });
  });

  it('lets two people look at every special report', () => {
    expect(policy.special.release).toBe('signed');
  });

  it('gives the city all four, and regions and units their own', () => {
    expect(policy.editions.map((one) => [one.for, one.kinds])).toEqual([
      ['city', PERIODIC_KINDS],
      ['regions', ['daily', 'weekly', 'monthly']],
      ['units', ['daily', 'weekly', 'monthly']],
    ]);
  });

  it('sends what is of one unit to nobody else', () => {
    expect(policy.editions.slice(1).map(({ to }) => to)).toEqual([['unit'], ['unit']]);
  });

  it('can be published as JSON Schema for editors', () => {
    expect(z.toJSONSchema(bulletinsSchema, { io: 'input' })).toMatchObject({ type: 'object' });
  });
});

describe('what is wrong is named with its path', () => {
  it.each<[string, (string | number)[], unknown, string]>([
    ['an unknown key', ['weather'], 1, 'bulletins.yaml › .*weather'],
    ['no basis', ['basis'], undefined, 'basis'],
    ['an hour that is none', ['issues', 'daily', 'at'], '25:00', 'issues.daily.at'],
    ['a release that is none', ['issues', 'weekly', 'release'], 'maybe', 'issues.weekly.release'],
    ['nothing caught up', ['issues', 'weekly', 'catchUp'], 0, 'issues.weekly.catchUp'],
    ['no name', ['special', 'name'], '', 'special.name'],
    ['a kind without issue', ['issues', 'monthly'], undefined, 'issues.monthly'],
    [
      'a section that is none',
      ['editions', 0, 'sections', 'daily', 2],
      'weather',
      'editions\\[0\\].sections.daily\\[2\\].*没有名为“weather”的部分，可用: feeds alerts',
    ],
    [
      'a section of an object',
      ['editions', 0, 'sections', 'daily', 2],
      'constructor',
      'editions\\[0\\].sections.daily\\[2\\]',
    ],
    [
      'a section twice',
      ['editions', 0, 'sections', 'daily', 1],
      'feeds',
      'editions\\[0\\].sections.daily\\[1\\]',
    ],
    [
      'a kind without sections',
      ['editions', 1, 'sections', 'weekly'],
      undefined,
      'editions\\[1\\].sections.weekly.*没有写weekly由哪些部分组成',
    ],
    ['no sections', ['editions', 1, 'sections', 'weekly'], [], 'editions\\[1\\].sections.weekly'],
    ['a kind twice', ['editions', 0, 'kinds', 1], 'daily', 'editions\\[0\\].kinds\\[1\\]'],
    ['a special kind', ['editions', 0, 'kinds', 1], 'special', 'editions\\[0\\].kinds\\[1\\]'],
    ['an edition twice', ['editions', 1, 'for'], 'city', 'editions\\[1\\].for'],
    ['an edition for nobody', ['editions', 1, 'to'], [], 'editions\\[1\\].to'],
    [
      'a unit of the whole city',
      ['editions', 0, 'to', 1],
      'unit',
      'editions\\[0\\].to\\[1\\].*“unit”只用于',
    ],
    [
      'a head of a unit of the whole city',
      ['editions', 0, 'to', 1],
      'unit-head',
      'editions\\[0\\].to\\[1\\]',
    ],
    ['a unit of a special report', ['special', 'to', 0], 'unit', 'special.to\\[0\\]'],
    ['a group twice', ['editions', 0, 'to', 1], 'office', 'editions\\[0\\].to\\[1\\]'],
    ['a group that is none', ['editions', 0, 'to', 1], 'press', 'editions\\[0\\].to\\[1\\]'],
    ['a special section that is none', ['special', 'sections', 0], 'x', 'special.sections\\[0\\]'],
    ['counts shown that could say who', ['thresholds', 'leastShown'], 2, 'thresholds.leastShown'],
    ['an annex of nothing', ['thresholds', 'annex'], 0, 'thresholds.annex'],
    ['no editions', ['editions'], [], 'editions'],
  ])('%s', (_what, path, value, words) => {
    expect(() => compileBulletins(withOther(path, value))).toThrow(new RegExp(words));
  });

  it.each([null, [], 'x', 7])('%j is no policy', (content) => {
    expect(() => compileBulletins(content)).toThrow(/bulletins\.yaml/);
  });

  it('all problems at once', () => {
    const tree = withOther(['special', 'sections'], ['x', 'y']);
    expect(() => compileBulletins(tree)).toThrow(/“x”[\s\S]*“y”/);
  });
});
