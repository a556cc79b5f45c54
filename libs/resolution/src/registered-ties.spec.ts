import { describe, expect, it } from '@jest/globals';
import type { RegistrationPayload } from '@risk/domain';
import { placesFrom, resolveMentions } from './index.js';
import { registeredTies } from './registered-ties.js';
import { chenzhou } from './testing/chenzhou.js';
import { complaint, registration } from './testing/records.js';

const ties = (payload: Partial<RegistrationPayload>, regionCode: string | null = '431002') =>
  registeredTies({ name: '甲', ...payload }, regionCode, []);
const places = placesFrom(chenzhou);

describe('a kind that is not told', () => {
  it('is absent; one that is told without a use is there and empty', () => {
    expect(ties({})).toEqual({});
    expect(ties({ legalRepresentative: ' ', shareholders: [], address: '' })).toEqual({});
    expect(ties({ legalRepresentative: '王*', address: '北湖区' })).toEqual({
      representative: [],
      address: [],
    });
  });
});

describe('a representative', () => {
  it.each([
    ['张三', '张三@4310'],
    [' 張 三 ', '张三@4310'],
    ['买买提·阿不都', '买买提阿不都'],
    ['郴州鑫源投资有限公司', '郴州鑫源投资有限公司'],
  ])('%s: %s', (legalRepresentative, value) => {
    expect(ties({ legalRepresentative }).representative).toEqual([value]);
  });

  it.each(['张某', '张*', '未公示', '张'])('%s ties nobody', (legalRepresentative) => {
    expect(ties({ legalRepresentative }).representative).toEqual([]);
  });

  it('elsewhere is a namesake, and of no place nobody', () => {
    expect(ties({ legalRepresentative: '张三' }, '430100').representative).toEqual(['张三@4301']);
    expect(ties({ legalRepresentative: '张三' }, null).representative).toEqual([]);
  });
});

describe('shareholders', () => {
  const shareholders = (...list: [name: string, kind?: string][]) =>
    ties({ shareholders: list.map(([name, kind]) => ({ name, kind })) }).shareholder;

  it('are persons within the prefecture and firms anywhere, each once', () => {
    expect(
      shareholders(
        ['李四', '自然人'],
        ['李四'],
        ['长沙宏图控股（集团）有限公司', '企业法人'],
        ['阿依古丽·买买提', '自然人股东'],
      ),
    ).toEqual(['李四@4310', '长沙宏图控股(集团)有限公司', '阿依古丽买买提@4310']);
  });

  it.each([
    ['郴州市人民政府国有资产监督管理委员会', ''],
    ['桂阳县财政局', ''],
    ['华塘镇塔水村村民委员会', ''],
    ['郴州高新区管委会', ''],
    ['郴州市发展投资集团有限公司', '国有法人'],
  ])('%s is everybody’s owner and ties nobody', (name, kind) => {
    expect(shareholders([name, kind])).toEqual([]);
  });
});

describe('an address', () => {
  const HOME = '北湖区人民路街道青年大道12号汇岚大厦3栋1203室@4310';

  it.each([
    '湖南省郴州市北湖区人民路街道青年大道12号汇岚大厦3栋1203室',
    '郴州市北湖区人民路街道青年大道１２号 汇岚大厦３栋１２０３室',
    '北湖区人民路街道青年大道十二号汇岚大厦三栋1203室',
    '北湖區人民路街道青年大道12號汇岚大厦3栋1203室',
  ])('%s is one and the same', (address) => {
    expect(ties({ address }).address).toEqual([HOME]);
  });

  it.each([
    ['资兴市阳安小区3栋', '资兴市阳安小区3栋@4310'],
    ['郴州市资兴市阳安小区3栋', '资兴市阳安小区3栋@4310'],
    ['苏仙区白露塘镇标准厂房12栋301', '苏仙区白露塘镇标准厂房12栋301@4310'],
    ['苏仙区南塔街道解放路8-12', '苏仙区南塔街道解放路8-12@4310'],
  ])('%s: %s', (address, value) => {
    expect(ties({ address }).address).toEqual([value]);
  });

  it.each([
    ['郴州市北湖区', 'no house'],
    ['北湖区107国道旁', 'the number of a road'],
    ['安仁县牌楼乡神洲村3组', 'a group of a village'],
    ['北湖区青年大道12号（集群注册）', 'hosted'],
    ['郴州市众创空间2栋301工位', 'hosted'],
    ['苏仙区孵化中心1栋102室', 'hosted'],
  ])('%s ties nobody: %s', (address) => {
    expect(ties({ address }).address).toEqual([]);
  });

  it('of registration and of business both tie', () => {
    const told = ties({ address: '北湖区解放路1号', businessAddress: '北湖区解放路2号' });
    expect(told.address).toEqual(['北湖区解放路1号@4310', '北湖区解放路2号@4310']);
  });
});

describe('in a mention', () => {
  it('the subject of a registration has them, a branch with a code its parent too', () => {
    const [subject] = resolveMentions(
      registration({
        name: '郴州鑫源投资有限公司桂阳分公司',
        uscc: '91110000600001760P',
        legalRepresentative: '张三',
        regionCode: '431021',
      }),
      places,
    );
    expect(subject?.ties).toEqual({ representative: ['张三@4310'], parent: ['郴州鑫源投资'] });
    expect(subject?.parentKeys).toEqual([]);
  });

  it('a target has none', () => {
    const [target] = resolveMentions(
      complaint({ text: '', targets: [{ name: '郴州鑫源投资公司' }] }),
      places,
    );
    expect(target?.ties).toEqual({});
  });
});
