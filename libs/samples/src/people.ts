import type { Random } from './random.js';

/** An invented person. */
export interface Person {
  readonly name: string;
  readonly phone: string;
  readonly idNumber: string;
}

const SURNAMES = Array.from('李王张刘陈黄周吴徐曾何胡朱罗邓谢曹彭袁肖雷唐侯段欧阮邝骆');
const GIVEN_ONE = Array.from('文志建国玉春秀桂小晓海丽明德永家金红光少云思雨子梓佳俊');
const GIVEN_TWO = Array.from('华强英兰梅芳军平辉林勇霞萍峰娟清生荣发祥琴燕涛鹏飞玲珍香');

export function someName(random: Random): string {
  const second = random.chance(0.82) ? random.pick(GIVEN_TWO) : '';
  return random.pick(SURNAMES) + random.pick(GIVEN_ONE) + second;
}

const digits = (count: number, random: Random): string =>
  Array.from({ length: count }, () => random.int(0, 9)).join('');

/** A mobile number nobody has: the block 154 was never given to an operator. */
export const someMobile = (random: Random): string => `154${digits(8, random)}`;

/** A landline nobody has: no number inside a Chinese area begins with 0. */
export const someLandline = (random: Random): string => `0735-0${digits(6, random)}`;

/** An identity number nobody has: there is no region 431099. */
function someIdNumber(random: Random): string {
  const born = `${random.int(1944, 2001)}${String(random.int(1, 12)).padStart(2, '0')}${String(random.int(1, 28)).padStart(2, '0')}`;
  return `431099${born}${digits(4, random)}`;
}

export function somePerson(random: Random): Person {
  return { name: someName(random), phone: someMobile(random), idNumber: someIdNumber(random) };
}
