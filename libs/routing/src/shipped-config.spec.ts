import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { SCHEMES, TIERS, type Scheme } from '@risk/domain';
import { parse } from 'yaml';
import { z } from 'zod';
import {
  compileHandling,
  compileRegions,
  compileRouting,
  compileUnits,
  findRoute,
  regionsSchema,
  routingSchema,
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
    expect(units.units.filter(({ email }) => !email?.endsWith('.example'))).toEqual([]);
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

  it.each<[string, Partial<RouteQuestion>]>([
    ['a million yuan', { amount: 1_000_000 }],
    ['150 people', { people: 150 }],
    ['flight', { flight: true }],
  ])('%s makes the police lead without waiting for a finding', (_, question) => {
    expect(leads(question)).toContain('gaj');
  });

  it('a blue alert stays with the county', () => {
    expect(find({ tier: 'blue' }).steps.map(({ unit, role }) => `${unit} ${role}`)).toEqual([
      'beihu lead',
      'jrb copy',
    ]);
  });

  it('advertisements go in two steps: the office determines, market supervision acts', () => {
    const market = find({ scheme: 'underground-banking', feeds: ['advertisement'] }).steps;
    expect(market.find(({ unit }) => unit === 'scjgj')?.because).toContain('第十一条');
  });

  it('every scheme, tier and county has a lead, its county, a deadline marked as local, and addresses', () => {
    for (const scheme of SCHEMES)
      for (const tier of TIERS.filter((one) => one !== 'none'))
        for (const { code } of regions.counties) {
          const { steps, deadline } = find({ scheme, tier, regionCode: code });
          const county = units.units.find(({ region }) => region === code)!.code;
          expect(steps[0]?.role).toBe('lead');
          expect(steps.map(({ unit }) => unit)).toContain(county);
          expect(steps.every(({ email }) => email !== null)).toBe(true);
          expect(deadline?.basis).toBe('本地默认，非法定');
        }
  });
});

describe('the schemas can be published as JSON Schema for editors', () => {
  it.each([
    ['units', unitsSchema],
    ['regions', regionsSchema],
    ['routing', routingSchema],
  ])('%s', (_, schema) => {
    expect(z.toJSONSchema(schema, { io: 'input' })).toMatchObject({ type: 'object' });
  });
});
