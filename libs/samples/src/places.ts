import type { Random } from './random.js';

/** A county with some of its towns (GB/T 2260; names of the statistical division codes). */
export interface County {
  readonly code: string;
  readonly name: string;
  readonly towns: readonly string[];
}

const county = (code: string, name: string, towns: string): County => ({
  code,
  name,
  towns: towns.split(' '),
});

export const COUNTIES: readonly County[] = [
  county(
    '431002',
    '北湖区',
    '人民路街道 北湖街道 燕泉街道 下湄桥街道 骆仙街道 增福街道 涌泉街道 华塘镇 鲁塘镇',
  ),
  county(
    '431003',
    '苏仙区',
    '苏仙岭街道 南塔街道 白鹿洞街道 王仙岭街道 卜里坪街道 良田镇 栖凤渡镇 许家洞镇',
  ),
  county('431021', '桂阳县', '龙潭街道 鹿峰街道 黄沙坪街道 仁义镇 流峰镇 荷叶镇 方元镇 敖泉镇'),
  county('431022', '宜章县', '玉溪镇 白石渡镇 杨梅山镇 梅田镇 黄沙镇 一六镇 栗源镇 里田镇'),
  county('431023', '永兴县', '便江镇 马田镇 湘阴渡镇 金龟镇 柏林镇 悦来镇 油麻镇 高亭司镇'),
  county('431024', '嘉禾县', '珠泉镇 塘村镇 袁家镇 行廊镇 龙潭镇 石桥镇 坦坪镇'),
  county('431025', '临武县', '舜峰镇 金江镇 武水镇 南强镇 汾市镇 水东镇 楚江镇'),
  county('431026', '汝城县', '卢阳镇 热水镇 土桥镇 泉水镇 暖水镇 大坪镇 马桥镇'),
  county('431027', '桂东县', '沤江镇 沙田镇 清泉镇 大塘镇 四都镇 寨前镇'),
  county('431028', '安仁县', '永乐江镇 安平镇 龙海镇 灵官镇 金紫仙镇 牌楼乡'),
  county('431081', '资兴市', '唐洞街道 东江街道 三都镇 蓼江镇 兴宁镇 州门司镇 黄草镇'),
];

/** Places inside zones, with the county they lie in. */
const ZONE_PLACES: readonly (readonly [string, string])[] = [
  ['431003', '白露塘镇郴州高新区'],
  ['431002', '郴州经开区'],
  ['431021', '桂阳高新区'],
  ['431023', '永兴经开区'],
  ['431025', '临武高新区'],
  ['431026', '汝城经开区'],
  ['431081', '资兴经开区'],
  ['431003', '白露塘镇郴州综合保税区自贸区郴州片区'],
];

const ROADS: readonly string[] =
  '人民东路 解放路 建设南路 文化路 振兴路 朝阳路 青年大道 桃花路 兴隆步行街 沿江大道 城南路 体育路 民生路 育才路 工业大道 迎宾路 和平路 东风路 南岭大道 同心路 车站路 学院路 团结路 光明路'.split(
    ' ',
  );

/** Invented estates and buildings; the names are made up. */
const ESTATES: readonly string[] =
  '榆荫苑 沅澜府 锦樾花园 云岫新城 栖梧里 澄江一品 晴川雅苑 竹隐家园 望岭小区 清和园 枫桥水岸 檀香公馆 溪山印象 桂语江南 百合新村 松涛苑'.split(
    ' ',
  );
const TOWERS: readonly string[] =
  '汇岚大厦 澄宇商务中心 云栖国际 锦程广场 恒岱大厦 天珑商业街 樾湖写字楼 星桁中心'.split(' ');

export const countyOf = (code: string): County => {
  const found = COUNTIES.find((one) => one.code === code);
  if (!found) throw new RangeError(`no county ${code}`);
  return found;
};

/** The city districts have more people than the mountains; the weights are rough. */
const CROWD = ['431002', '431002', '431002', '431003', '431003', '431021', '431023', '431081'];

export function someCounty(random: Random): County {
  return random.chance(0.55) ? countyOf(random.pick(CROWD)) : random.pick(COUNTIES);
}

export const townOf = ({ towns }: County, random: Random): string => random.pick(towns);
export const someRoad = (random: Random): string => random.pick(ROADS);
export const someEstate = (random: Random): string => random.pick(ESTATES);
export const someTower = (random: Random): string => random.pick(TOWERS);

/** The county as an address writes it: 资兴 is a city of its own below the city. */
export const countyPath = ({ name }: County): string =>
  name.endsWith('市') ? `湖南省${name}` : `湖南省郴州市${name}`;

/** A postal address in a county, in one of its zones for every eleventh or so. */
export function someAddress(place: County, random: Random): string {
  const zones = ZONE_PLACES.filter(([code]) => code === place.code);
  const head = countyPath(place);
  if (zones.length > 0 && random.chance(0.12))
    return `${head}${random.pick(zones)[1]}标准厂房${random.int(1, 20)}栋${random.int(101, 606)}`;
  const street = `${head}${townOf(place, random)}${someRoad(random)}${random.int(1, 399)}号`;
  return random.chance(0.4)
    ? `${street}${someTower(random)}${random.int(2, 26)}${String(random.int(1, 12)).padStart(2, '0')}室`
    : `${street}${random.pick(['', '门面', '一楼', '二楼', '附1号'])}`;
}
