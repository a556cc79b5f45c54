import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { ALERT_TIERS, DUTY_KINDS, SCHEMES, type Scheme } from '@risk/domain';
import { parse } from 'yaml';
import { z } from 'zod';
import { LADDER_TARGETS } from './handling-schema.js';
import {
  compileHandling,
  compileRegions,
  compileRouting,
  compileUnits,
  contactsAt,
  dueAt,
  findRoute,
  handlingSchema,
  regionsSchema,
  routingSchema,
  rungsOf,
  scheduleSteps,
  territoryOf,
  unitNameOn,
  unitNamed,
  unitOf,
  unitsSchema,
  type RouteQuestion,
} from './index.js';

const read = (name: string): unknown => parse(readFileSync(`config/${name}.yaml`, 'utf8'));
const handling = compileHandling(read('handling'));
const units = compileUnits(read('units'), handling.channels);
const regions = compileRegions(read('regions'));
const tree = compileRouting(read('routing'), units, regions);
const find = (question: Partial<RouteQuestion>) =>
  findRoute(tree, {
    scheme: 'illegal-fundraising',
    tier: 'orange',
    regionCode: '431002',
    ...question,
  });
const half = (codes: string[]): Partial<RouteQuestion> => ({ amount: 500_000, codes });
const leads = (question: Partial<RouteQuestion>) =>
  find(question).steps.flatMap(({ unit, role }) => (role === 'lead' ? [unit] : []));

describe('the shipped units', () => {
  it.each(
    '市政府金融办、市财政局、人民银行郴州市中心支行、郴州银保监分局、市公安局、市发改委、市自然资源和规划局、市人社局、市市场监管局、市医保局、市税务局、市公共资源交易中心'.split(
      '、',
    ),
  )('has %s, as article 九 of the order writes it', (name) => {
    expect(unitNamed(units, name)).not.toBeNull();
  });

  it.each([
    ['jgfj', '郴州银保监分局', '国家金融监督管理总局郴州监管分局'],
    ['rh', '人民银行郴州市中心支行', '中国人民银行郴州市分行'],
    ['jrb', '市政府金融办', '中共郴州市委金融委员会办公室'],
  ])('calls %s by its name of the day: %s, now %s', (code, then, now) => {
    const unit = unitOf(units, code)!;
    expect(unitNameOn(unit, '2021-07-06')).toBe(then);
    expect(unitNameOn(unit, '2026-11-22')).toBe(now);
  });

  it('has only addresses that cannot exist', () => {
    const people = [units.convener, ...units.units.flatMap(({ contacts }) => contacts)];
    expect(people.filter(({ email }) => !email?.endsWith('.example'))).toEqual([]);
  });
});

describe('the shipped regions', () => {
  it('are the eleven counties of GB/T 2260', () => {
    expect(regions.counties.map(({ code }) => code)).toEqual(
      '431002 431003 431021 431022 431023 431024 431025 431026 431027 431028 431081'.split(' '),
    );
  });

  it.each([
    ['湖南省郴州市北湖区人民东路1号', '北湖区', []],
    ['湖南省郴州市北湖区苏仙北路6号', '北湖区', []],
    ['郴州市苏仙区白露塘镇福园路2号', '苏仙区', ['郴州高新技术产业开发区']],
    ['湖南省资兴市唐洞街道文化路', '资兴市', []],
    ['资兴经济开发区江北工业园', '资兴市', ['湖南资兴经济开发区']],
    ['湖南省郴州市桂阳县桂阳高新区家居产业园', '桂阳县', ['桂阳高新技术产业开发区']],
    ['汝城县卢阳镇', '汝城县', []],
    ['郴州市永兴县太和镇', '永兴县', []],
    ['郴州市下湄桥街道', '北湖区', []],
  ])('find %s', (address, county, zones) => {
    const found = territoryOf({ address }, regions);
    expect(found.registered?.name ?? null).toBe(county);
    expect(found.zones.map(({ name }) => name)).toEqual(zones);
  });

  it.each(['湖南省长沙市岳麓区桂阳路1号', '湖南省衡阳市和平镇', '广东省深圳市龙岗区'])(
    'leave %s outside',
    (address) => {
      expect(territoryOf({ address }, regions)).toMatchObject({ registered: null, outside: true });
    },
  );
});

describe('the shipped routing', () => {
  it.each<[Scheme, string[]]>([
    ['illegal-fundraising', ['jrb']],
    ['illegal-lending', ['jrb']],
    ['pyramid-selling', ['scjgj', 'gaj']],
    ['virtual-currency', ['rh']],
    ['illegal-securities', ['jrb']],
    ['underground-banking', ['rh', 'whj']],
    ['illegal-insurance', ['jgfj']],
    ['pension-fraud', ['mzj', 'gaj']],
    ['credit-repair', ['rh']],
    ['debt-evasion', ['jgfj', 'jrb']],
    ['other', ['jrb']],
  ])('%s is led by %s', (scheme, expected) => {
    expect(leads({ scheme })).toEqual(expected);
  });

  it.each([
    ['北湖区某颐养中心', ['mzj', 'jrb']],
    ['宜章县某种植专业合作社', ['nyncj', 'jrb']],
    ['郴州某林业有限公司', ['lyj', 'jrb']],
    ['郴州某置业有限公司', ['zjj', 'jrb']],
    ['郴州某商贸有限公司', ['shangwj', 'jrb']],
  ])('the trade of %s brings its department', (name, expected) => {
    expect(leads({ name })).toEqual(expected);
  });

  const THRESHOLDS: [string, Partial<RouteQuestion>, boolean][] = [
    ['a million yuan', { amount: 1_000_000 }, true],
    ['a cent less', { amount: 999_999.99 }, false],
    ['150 people', { people: 150 }, true],
    ['one fewer', { people: 149 }, false],
    ['half a million after an earlier penalty', { amount: 500_000, aggravated: true }, true],
    ['a cent less after it', { amount: 499_999.99, aggravated: true }, false],
    ['half a million without', { amount: 500_000 }, false],
    ['half a million and the reason that says so', half(['EN-HALF-THRESHOLD']), true],
    ['half a million and any penalty', half(['RG-PENALTY']), false],
    ['flight', { flight: true }, true],
    ['a complaint of flight', { codes: ['CP-VANISHED'] }, true],
    ['a complaint of books destroyed', { codes: ['CP-FLIGHT'] }, true],
    ['flight from several sides', { codes: ['EN-FLIGHT'] }, true],
    ['a gym that closed', { codes: ['CP-VANISHED-PREPAID', 'runaway', 'closed-doors'] }, false],
  ];
  it.each(THRESHOLDS)('%s: the police lead without waiting for a finding', (_, question, lead) => {
    expect(leads(question).includes('gaj')).toBe(lead);
    const gaj = find(question).steps.find(({ unit }) => unit === units.police);
    expect(gaj?.because.includes('第二十三条') ?? false).toBe(lead);
    expect(gaj?.after ?? null).toBeNull();
  });

  it.each([
    'illegal-fundraising',
    'pension-fraud',
    'virtual-currency',
    'illegal-securities',
    'other',
  ] as const)('the thresholds hold for %s at every tier', (scheme) => {
    for (const tier of ALERT_TIERS)
      expect(leads({ scheme, tier, amount: 1_000_000 })).toContain('gaj');
  });

  it('a blue alert stays with the county', () => {
    expect(find({ tier: 'blue' }).steps.map(({ unit, role }) => `${unit} ${role}`)).toEqual([
      'beihu lead',
      'jrb copy',
    ]);
  });

  it.each<[Scheme, boolean]>([
    ['underground-banking', true],
    ['illegal-fundraising', false],
    ['pyramid-selling', false],
  ])(
    'advertisements of %s go in two steps: the office determines, then market supervision acts',
    (scheme, waits) => {
      const { steps } = find({ scheme, feeds: ['advertisement'] });
      const office = steps.find(({ unit }) => unit === units.office);
      const market = steps.find(({ unit }) => unit === 'scjgj');
      expect(office).toMatchObject({ after: null });
      expect(market).toMatchObject({ after: units.office, waits });
      expect(market?.because).toContain(
        '待中共郴州市委金融委员会办公室认定后：由市场监管部门查处集资广告（《条例》第十一条）',
      );
    },
  );

  it('nobody waits where no advertisement is', () => {
    expect(find({}).steps.filter(({ after }) => after !== null)).toEqual([]);
  });

  const now = new Date('2026-11-23T09:00:00+08:00');

  describe.each(SCHEMES)('%s', (scheme) => {
    it.each(ALERT_TIERS)(
      'at %s, in every county: a lead, the county, people who can be told, and dates marked as local',
      (tier) => {
        for (const { code } of regions.counties) {
          const route = find({ scheme, tier, regionCode: code });
          const county = units.units.find(({ region }) => region === code)!.code;
          expect(route.steps[0]?.role).toBe('lead');
          expect(route.steps.map(({ unit }) => unit)).toContain(county);
          expect(route.deadline?.basis).toBe('本地默认，非法定');
          for (const step of scheduleSteps(route, now, tree)) {
            for (const to of LADDER_TARGETS)
              expect(contactsAt(tree, step.unit, to).length).toBeGreaterThan(0);
            const owes = step.role !== 'copy';
            expect(step.acknowledgeBy !== null).toBe(owes);
            expect(step.dueAt !== null).toBe(owes);
          }
        }
      },
    );
  });

  it.each([...regions.counties, ...regions.zones].map(({ name, code }) => [name, code] as const))(
    '%s has a unit of its own',
    (_, code) => {
      expect(units.units.filter(({ region }) => region === code)).toHaveLength(1);
    },
  );

  it('zones bring their administration beside the county', () => {
    for (const zone of regions.zones) {
      const { steps } = find({ regionCode: zone.within[0], address: zone.places[0] });
      const unit = units.units.find(({ region }) => region === zone.code)!.code;
      expect(steps.map((step) => step.unit)).toContain(unit);
    }
  });
});

describe('the shipped handling', () => {
  it('says of every value that it is a local default', () => {
    const { ladder, cooldown, inhibit, flood, digest, grouping } = handling;
    const bases = [...Object.values(ladder), cooldown, ...inhibit, flood, digest, grouping];
    expect(bases.filter(({ basis }) => basis !== '本地默认，非法定')).toEqual([]);
  });

  it('ships without webhooks: nothing leaves before somebody sets one up', () => {
    expect(handling.channels).toEqual({ default: ['email', 'inbox'], webhooks: [] });
  });

  it.each(DUTY_KINDS)('climbs for %s from the liaison to the convener', (kind) => {
    expect(handling.ladder[kind].escalate.map(({ to }) => to)).toEqual(LADDER_TARGETS);
  });

  it.each(ALERT_TIERS)('reminds of every %s alert before it is overdue', (tier) => {
    const from = new Date('2026-11-23T09:00:00+08:00');
    for (const kind of ['acknowledge', 'answer'] as const) {
      const due = dueAt(from, tree.deadlines[tier][kind], tree.calendar);
      const [first] = rungsOf(handling, kind, from, due, tree.calendar);
      expect(first?.name).toBe('remind-1');
    }
  });
});

describe('the schemas can be published as JSON Schema for editors', () => {
  it.each([
    ['units', unitsSchema],
    ['regions', regionsSchema],
    ['routing', routingSchema],
    ['handling', handlingSchema],
  ])('%s', (_, schema) => {
    expect(z.toJSONSchema(schema, { io: 'input' })).toMatchObject({ type: 'object' });
  });
});
