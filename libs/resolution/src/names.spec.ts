import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Converter } from 'opencc-js';
import { compareNames, foldName, placesFrom } from './index.js';
import { chenzhou } from './testing/chenzhou.js';
import { SIMPLIFIED, TRADITIONAL } from './traditional.js';

const places = placesFrom(chenzhou);
const fold = (name: string) => foldName(name, places);

describe('a name taken apart', () => {
  it.each([
    ['郴州鑫源投资有限公司', '郴州', '鑫源', '投资', ''],
    ['郴州市鑫源投资有限责任公司', '郴州', '鑫源', '投资', ''],
    ['湖南省郴州市鑫源投资有限公司', '郴州', '鑫源', '投资', ''],
    ['郴州市北湖区鑫源养生馆', '北湖', '鑫源', '', '养生馆'],
    ['桂阳县鑫源种植农民专业合作社', '桂阳', '鑫源', '种植', '合作社'],
    ['鑫源（湖南）商务信息咨询有限公司', '湖南', '鑫源', '商务信息咨询', ''],
    ['鑫源投资（集团）有限公司', '', '鑫源', '投资集团', ''],
    ['北京鑫源（郴州）投资有限公司', '北京郴州', '鑫源', '投资', ''],
    ['郴州鑫源股权投资合伙企业（有限合伙）', '郴州', '鑫源', '股权投资', '合伙'],
    ['郴州永兴商贸有限公司', '郴州', '永兴', '商贸', ''],
    ['郴州市永兴县商贸有限公司', '永兴', '', '商贸', ''],
    ['深圳市南山区鑫源科技有限公司', '南山', '鑫源', '科技', ''],
    ['耒阳市鑫源贸易有限公司', '耒阳', '鑫源', '贸易', ''],
    ['ｅ福贷', '', 'e福贷', '', ''],
    ['', '', '', '', ''],
  ])('%s', (name, region, core, industry, mark) => {
    const found = fold(name);
    expect({
      region: found.region,
      core: found.core,
      industry: found.industry,
      mark: found.form.mark,
    }).toEqual({
      region,
      core,
      industry,
      mark,
    });
  });

  it.each([
    ['湖南鑫源投资有限公司郴州分公司', '郴州分公司', '湖南鑫源投资'],
    ['湖南鑫源投资有限公司（郴州营业部）', '郴州营业部', '湖南鑫源投资'],
    ['湖南鑫源养生馆郴州分店', '郴州分店', '湖南鑫源养生馆'],
    ['鑫源大药房（北湖店）', '北湖店', '鑫源大药房'],
    ['长沙银行股份有限公司郴州分行', '郴州分行', '长沙银行'],
  ])('%s is a branch', (name, branch, parent) => {
    const found = fold(name);
    expect(found.branch?.name).toBe(branch);
    expect(found.branch?.parent.folded).toBe(parent);
    expect(found.folded).toBe(`${parent}/${branch}`);
  });

  it('keeps the former name apart', () => {
    const found = fold('郴州鑫源投资有限公司（原名：郴州鑫源贸易有限公司）');
    expect(found.folded).toBe('郴州鑫源投资');
    expect(found.former).toEqual(['郴州鑫源贸易有限公司']);
  });
});

describe('two names', () => {
  it.each([
    ['郴州鑫源投资有限公司', '郴州市鑫源投资有限责任公司', true, '组织形式写法不同'],
    ['郴州鑫源投资有限公司', '郴州鑫源投資有限公司', true, '写法差异'],
    ['郴州鑫源投资有限公司', ' 郴州 鑫源投资 有限公司', true, '写法差异'],
    ['鑫源(郴州)投资有限公司', '鑫源（郴州）投资有限公司', true, '写法差异'],
    ['郴州鑫源投资有限公司', '郴州鑫源投资', true, '未写组织形式'],
    ['郴州鑫源投资有限公司', '鑫源投资有限公司', true, '未写地区'],
    ['郴州第十二建筑工程有限公司', '郴州第12建筑工程有限公司', true, '写法差异'],
    [
      '郴州鑫源投资有限公司（曾用名：郴州鑫源贸易有限公司）',
      '郴州鑫源贸易有限公司',
      true,
      '曾用名',
    ],
    ['郴州鑫源投资有限公司', '郴州鑫源建材有限公司', false, '行业不同'],
    ['郴州鑫源投资', '郴州鑫源建材', false, '行业不同'],
    ['郴州鑫源投资有限公司', '长沙鑫源投资有限公司', false, '地区不同'],
    ['郴州鑫源投资有限公司', '湖南鑫源投资有限公司', false, '地区不同'],
    ['郴州鑫源投资有限公司', '郴州鑫源投资管理有限公司', false, '行业不同'],
    ['郴州鑫源一号投资有限公司', '郴州鑫源二号投资有限公司', false, '序号不同'],
    ['郴州鑫源投资有限公司', '郴州鑫源投资有限公司桂阳分公司', false, '分支机构'],
    ['鑫源投资有限公司桂阳分公司', '郴州鑫源投资有限公司', false, '未写地区'],
    ['郴州鑫源投资有限公司桂阳分公司', '郴州鑫源投资有限公司宜章分公司', false, '不同分支机构'],
    ['郴州鑫源种植有限公司', '郴州鑫源种植专业合作社', false, '组织形式不同'],
    ['郴州鑫源投资有限公司', '郴州鑫源', false, '简称'],
    ['鑫源', '郴州鑫源财富投资有限公司', false, '简称'],
    ['郴州鑫源投资有限公司', '郴州宏图投资有限公司', false, '字号不同'],
    ['', '郴州鑫源投资有限公司', false, '为空'],
  ])('%s / %s: %s', (left, right, same, because) => {
    const answer = compareNames(left, right, places);
    expect(answer.same).toBe(same);
    expect(answer.because).toContain(because);
  });

  it('ranks the same above a brand, a brand above a namesake elsewhere', () => {
    const legal = '郴州鑫源投资有限公司';
    const scores = [
      '郴州市鑫源投资有限责任公司',
      '鑫源投资有限公司',
      '郴州鑫源',
      '长沙鑫源投资有限公司',
      '长沙宏图建材有限公司',
    ].map((other) => compareNames(legal, other, places).score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(new Set(scores).size).toBe(scores.length);
  });
});

describe('for all names', () => {
  const part = (...options: string[]) => fc.constantFrom(...options);
  const name = fc
    .tuple(
      part('', '郴州', '郴州市', '湖南省', '长沙市', '桂阳县', '湖南省郴州市'),
      part('鑫源', '宏图', '一品', '第十二', '福寿康', 'e福贷'),
      part('', '投资', '建材', '商务信息咨询', '养老服务'),
      part('有限公司', '有限责任公司', '专业合作社', '经营部', '合伙企业（有限合伙）', ''),
      part('', '郴州分公司', '（原名：郴州旧名投资有限公司）'),
    )
    .map((parts) => parts.join(''));

  it('a name is the same as itself', () => {
    fc.assert(
      fc.property(name, (n) => {
        expect(compareNames(n, n, places)).toMatchObject({ same: true, score: 1 });
      }),
    );
  });

  it('the order does not matter', () => {
    fc.assert(
      fc.property(name, name, (a, b) => {
        expect(compareNames(a, b, places).score).toBe(compareNames(b, a, places).score);
      }),
    );
  });

  it('full width, spaces and brackets do not matter', () => {
    fc.assert(
      fc.property(name, (n) => {
        const wide = Array.from(n.replace(/[（）]/g, (c) => (c === '（' ? '(' : ')'))).join(' ');
        expect(fold(wide).folded).toBe(fold(n).folded);
      }),
    );
  });

  it('any text has an answer between 0 and 1', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), name, (a, b) => {
        const { score, because } = compareNames(a, b, places);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
        expect(because).not.toBe('');
      }),
    );
  });
});

describe('traditional characters', () => {
  it('fold as OpenCC does', () => {
    const convert = (Converter as (names: object) => (text: string) => string)({
      from: 't',
      to: 'cn',
    });
    const wrong = Array.from(TRADITIONAL).filter(
      (c, i) => convert(c) !== Array.from(SIMPLIFIED)[i],
    );
    expect(wrong).toEqual([]);
  });
});
