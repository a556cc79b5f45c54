import { chinaDay, cleanText, Invalid, isCalendarDay, readForm } from '@risk/kit';
import { z } from 'zod';
import type { Tip, TipTarget } from '../tip.js';

/** So many parties can be named one by one; more go into the text. */
export const TARGETS = 2;
export const SHORTEST_TEXT = 10;
export const LONGEST_TEXT = 4000;

const line = (most: number) => cleanText.trim().max(most).default('');

const fields = {
  text: cleanText.trim().min(SHORTEST_TEXT).max(LONGEST_TEXT),
  amount: line(20),
  unit: z.enum(['元', '万元']).default('元'),
  people: line(10),
  happenedOn: line(10),
  region: line(6),
  name: line(50),
  phone: line(30),
  secret: z.string().optional(),
};

const target = z.object({
  name: line(100),
  address: line(200),
  phone: line(50),
  website: line(200),
  app: line(100),
});
type TargetField = keyof z.output<typeof target>;
const TARGET_FIELDS = Object.keys(target.shape) as TargetField[];

/** The name of a field of the party with this number, as the page writes it. */
export const targetField = (number: number, field: TargetField): string =>
  `${field}${String(number)}`;

/** How the fields are called where a fault is told. */
const CALLED: Readonly<Record<string, string>> = {
  text: '情况说明',
  amount: '涉及金额',
  unit: '涉及金额',
  people: '涉及人数',
  happenedOn: '发生时间',
  region: '所在区县',
  name: '您的姓名',
  phone: '您的电话',
  name1: '名称',
  address1: '地址',
  phone1: '电话',
  website1: '网站、链接',
  app1: 'APP、群、公众号',
};

/** Reads what a citizen filled in; faults are told in the words of the page. */
export function readTip(
  sent: Readonly<Record<string, string>>,
  regions: ReadonlySet<string>,
  now: Date,
): Tip {
  const said = told(() => readForm(z.object(fields), sent));
  return {
    text: said.text,
    targets: targetsIn(sent),
    amount: amountOf(said.amount, said.unit),
    people: countOf(said.people),
    happenedOn: dayOf(said.happenedOn, now),
    regionCode: regionOf(said.region, regions),
    reporter: present({ name: said.name, phone: said.phone }),
    isSecret: said.secret !== undefined,
  };
}

function targetsIn(sent: Readonly<Record<string, string>>): TipTarget[] {
  const numbers = Array.from({ length: TARGETS }, (_, at) => at + 1);
  return numbers
    .map((number) => {
      const given = TARGET_FIELDS.map((field) => [field, sent[targetField(number, field)] ?? '']);
      return present(told(() => readForm(target, Object.fromEntries(given)), '被举报对象的'));
    })
    .filter((one) => Object.keys(one).length > 0);
}

/** Without what was left empty. */
const present = <T extends Readonly<Record<string, string>>>(all: T): Partial<T> =>
  Object.fromEntries(Object.entries(all).filter(([, text]) => text !== '')) as Partial<T>;

/** Chinese and full-width digits are what people type on a telephone; commas between thousands, too. */
function amountOf(text: string, unit: '元' | '万元'): number | null {
  if (text === '') return null;
  const plain = text.normalize('NFKC').replace(/[,\s]/g, '');
  if (!/^\d{1,12}(\.\d{1,2})?$/.test(plain)) throw new Invalid('涉及金额：请填数字，如 50000');
  const yuan = Number(plain) * (unit === '万元' ? 10_000 : 1);
  if (yuan > 1e13) throw new Invalid('涉及金额：数字过大，请核对');
  return yuan;
}

function countOf(text: string): number | null {
  if (text === '') return null;
  const plain = text.normalize('NFKC');
  if (!/^\d{1,7}$/.test(plain)) throw new Invalid('涉及人数：请填整数，如 20');
  return Number(plain);
}

function dayOf(text: string, now: Date): string | null {
  if (text === '') return null;
  if (!isCalendarDay(text)) throw new Invalid('发生时间：应如 2026-11-02');
  if (text > chinaDay(now)) throw new Invalid('发生时间：不应在今天之后');
  return text;
}

function regionOf(code: string, regions: ReadonlySet<string>): string | null {
  if (code === '') return null;
  if (!regions.has(code)) throw new Invalid('所在区县：请从列表里选');
  return code;
}

/** The fault of a field under the name that the page gives it. */
function told<T>(read: () => T, before = ''): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    const words = error.message.replace(
      /(^|；)(\w+)：/g,
      (_, sign: string, field: string) =>
        `${sign}${before}${CALLED[before === '' ? field : `${field}1`] ?? field}：`,
    );
    throw new Invalid(words);
  }
}
