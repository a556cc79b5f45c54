import { describe, expect, it } from '@jest/globals';
import { SCHEMES, TIERS } from '@risk/domain';
import fc from 'fast-check';
import { findRoute } from './find-route.js';
import type { RouteQuestion } from './match-route.js';
import { smallTree } from './testing/small-city.js';

const tree = smallTree();
const ask = (change: Partial<RouteQuestion> = {}): RouteQuestion => ({
  scheme: 'other',
  tier: 'orange',
  regionCode: '990001',
  ...change,
});
const roles = (question: RouteQuestion, asked = tree) =>
  findRoute(asked, question).steps.map(({ unit, role }) => `${unit} ${role}`);

describe('who is told', () => {
  it.each<[string, Partial<RouteQuestion>, string[]]>([
    ['the office and the county by default', {}, ['office lead', 'east assist']],
    [
      'the zone where it overlays',
      { address: '东县东山镇' },
      ['office lead', 'east assist', 'park assist'],
    ],
    [
      'the county of business in copy',
      { businessAddress: '西县1号' },
      ['office lead', 'east assist', 'west copy'],
    ],
    [
      'nobody twice when both are one county',
      { businessAddress: '东县1号' },
      ['office lead', 'east assist'],
    ],
    [
      'the police besides, at red',
      { tier: 'red' },
      ['office lead', 'east assist', 'police assist'],
    ],
    [
      'a branch’s own leads instead of the root’s',
      { scheme: 'pyramid-selling' },
      ['market lead', 'police lead', 'east assist'],
    ],
    [
      'the police once, in its strongest part',
      { scheme: 'pyramid-selling', tier: 'red' },
      ['market lead', 'police lead', 'east assist'],
    ],
    [
      'the deepest lead instead of those above',
      { scheme: 'pyramid-selling', name: '小城养老院' },
      ['civil lead', 'east assist'],
    ],
    ['the stand-in when the county is unknown', { regionCode: null }, ['office lead']],
    [
      'the stand-in for cases from outside',
      { regionCode: '430102' },
      ['office lead', 'market assist'],
    ],
  ])('%s', (_, question, expected) => {
    expect(roles(ask(question))).toEqual(expected);
  });
});

describe('the path says how and why', () => {
  it('names each branch, its place and what matched', () => {
    expect(
      findRoute(tree, ask({ scheme: 'pyramid-selling', tier: 'red', name: '小城养老院' })).path,
    ).toEqual([
      '全部（全部适用）',
      'routes[0] 同步公安（等级为红色预警）',
      'routes[1] 传销（类型为传销）',
      'routes[1] routes[0] 养老（名称含“养老”）',
    ]);
  });

  it('gives each unit its law and the county its place', () => {
    const steps = findRoute(tree, ask({ tier: 'red' })).steps;
    expect(steps.find(({ unit }) => unit === 'police')?.because).toBe('第二十三条');
    expect(steps.find(({ unit }) => unit === 'east')?.because).toBe(
      '第五条：登记地东县（区划代码990001）',
    );
  });

  it('joins the reasons of a unit that several branches name', () => {
    const [office] = findRoute(tree, ask()).steps;
    expect(office).toMatchObject({ unit: 'office', unitName: '金融办', because: '兜底' });
  });
});

describe('every condition can open a branch', () => {
  it.each<[string, object, Partial<RouteQuestion>, string]>([
    ['scheme', { scheme: ['other', 'none'] }, {}, '类型为其他非法金融活动'],
    ['tier', { tier: 'orange' }, {}, '等级为橙色预警'],
    [
      'feed',
      { feed: 'advertisement' },
      { feeds: ['complaint', 'advertisement'] },
      '来源含广告监测',
    ],
    ['medium', { medium: ['web', 'sms'] }, { media: ['sms'] }, '广告媒介含 sms'],
    ['element', { element: 'sociality' }, { elements: ['sociality'] }, '具社会性'],
    ['county', { region: '990001' }, {}, '属地为东县'],
    ['zone', { region: 'Z-park' }, { address: '东山镇' }, '属地为小城园区'],
    ['name', { name: ['合作社', '农'] }, { name: '东县某农场' }, '名称含“农”'],
    ['sum', { amountAtLeast: 1000000 }, { amount: 1500000 }, '涉及金额150万元，不少于100万元'],
    ['people', { peopleAtLeast: 150 }, { people: 150 }, '涉及150人，不少于150人'],
    ['flight', { flight: true }, { flight: true }, '有失联跑路迹象'],
    ['flight by a code', { flight: true }, { codes: ['X', 'RUN'] }, '有失联跑路迹象：RUN'],
    ['aggravation', { aggravated: true }, { aggravated: true }, '有减半标准的情节'],
    [
      'aggravation by a code',
      { aggravated: true },
      { codes: ['FINED'] },
      '有减半标准的情节：FINED',
    ],
    ['outside', { outside: true }, { regionCode: '430102' }, '登记地在本市以外'],
  ])('%s', (_, match, question, why) => {
    const one = smallTree({
      signs: { flight: ['RUN'], aggravated: ['FINED'] },
      routes: [{ name: '甲', match, lead: 'civil', because: '依据' }],
    });
    expect(findRoute(one, ask(question)).path[1]).toBe(`routes[0] 甲（${why}）`);
    expect(
      roles({ scheme: 'credit-repair', tier: 'blue', regionCode: '990002' }, one),
    ).not.toContain('civil lead');
  });

  it('opens only when all conditions hold', () => {
    const both = smallTree({
      routes: [{ name: '甲', match: { tier: 'red', name: '农' }, lead: 'civil', because: '依据' }],
    });
    expect(roles(ask({ tier: 'red', name: '工厂' }), both)).toEqual(['office lead', 'east assist']);
    expect(roles(ask({ tier: 'red', name: '农场' }), both)).toEqual(['civil lead', 'east assist']);
  });
});

describe('what waits for a finding', () => {
  const orders = (own: object) => {
    const two = smallTree({
      routes: [
        {
          name: '广告',
          match: { feed: 'advertisement' },
          continue: true,
          assist: 'office',
          because: '先认定',
          routes: [
            {
              name: '查处',
              assist: 'market',
              copy: 'west',
              after: 'office',
              because: '再查处',
            },
          ],
        },
        { name: '其余', because: '兜底', ...own },
      ],
    });
    const { steps } = findRoute(two, ask({ feeds: ['advertisement'] }));
    return { of: (unit: string) => steps.find((step) => step.unit === unit) };
  };

  it('says whom it waits for, and in what order', () => {
    expect(orders({}).of('market')).toMatchObject({
      after: 'office',
      waits: true,
      because: '待金融办认定后：再查处',
    });
  });

  it('does not keep a unit from what another branch asks of it', () => {
    expect(orders({ lead: 'market' }).of('market')).toMatchObject({
      role: 'lead',
      after: 'office',
      waits: false,
      because: '兜底；待金融办认定后：再查处',
    });
  });

  it('is still all of it when another branch only sends a copy', () => {
    expect(orders({ copy: 'market' }).of('market')).toMatchObject({ after: 'office', waits: true });
  });

  it('concerns neither the finder nor copies', () => {
    const { of } = orders({});
    for (const unit of ['office', 'east', 'west'])
      expect(of(unit)).toMatchObject({ after: null, waits: false });
  });
});

it('always finds a lead, and tells no unit twice', () => {
  const words = fc.string({ unit: fc.constantFrom(...Array.from('东西县养老山镇')) });
  fc.assert(
    fc.property(
      fc.constantFrom(...SCHEMES),
      fc.constantFrom(...TIERS),
      fc.constantFrom('990001', '990002', '990000', '430102', null),
      words,
      words,
      (scheme, tier, regionCode, address, name) => {
        const { steps } = findRoute(tree, { scheme, tier, regionCode, address, name });
        expect(steps[0]?.role).toBe('lead');
        expect(new Set(steps.map(({ unit }) => unit)).size).toBe(steps.length);
        expect(steps.every(({ because }) => because.length > 0)).toBe(true);
      },
    ),
  );
});
