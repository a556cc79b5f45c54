import type { Region } from '@risk/domain';

const county = (code: string, name: string, ...places: string[]): Region => ({
  code,
  name,
  kind: 'county',
  within: [],
  places,
});

/** The regions of Chenzhou that the specs stand on. */
export const chenzhou: readonly Region[] = [
  { code: '431000', name: '郴州市', kind: 'city', within: [], places: [] },
  county('431002', '北湖区', '人民路街道'),
  county('431003', '苏仙区', '白露塘镇'),
  county('431021', '桂阳县'),
  county('431022', '宜章县'),
  county('431023', '永兴县'),
  county('431081', '资兴市'),
  { code: 'Z-gaoxin', name: '郴州高新区', kind: 'zone', within: ['431003'], places: ['林邑大道'] },
];
