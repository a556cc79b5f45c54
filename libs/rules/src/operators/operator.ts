import type { z } from 'zod';
import { sayNumber } from '../bounds.js';
import type { FieldType } from '../fields.js';
import { fieldNames, fieldSpec } from '../fields.js';
import type { Subject } from '../facts.js';
import type { Claims } from '../claims.js';
import type { AskedCodes } from '../shape.js';
import type { Condition } from '../sight.js';

/** One way to ask the facts a question; the table of operators is a list of these. */
export interface Operator {
  /** The key that names it in YAML. */
  readonly key: string;
  readonly schema: z.ZodType;
  /** What is wrong with the question although its shape is right; Chinese sentences. */
  readonly problems: (args: unknown, subject: Subject) => string[];
  readonly compile: (args: unknown, subject: Subject) => Condition;
  /** What it claims about the facts; null when it can only be compared with itself. */
  readonly claims: (args: unknown, subject: Subject) => Claims | null;
  /** The codes that it asks for, of the lexicon or of signals. */
  readonly asks: (args: unknown) => readonly AskedCodes[];
  /** The whole question in Chinese, for people who read the rule; null where its claim says all. */
  readonly tells: (args: unknown, subject: Subject) => string | null;
}

/** An operator whose parts know the shape of their arguments. */
export interface OperatorOf<Args> {
  readonly key: string;
  readonly schema: z.ZodType<Args>;
  readonly problems: (args: Args, subject: Subject) => string[];
  readonly compile: (args: Args, subject: Subject) => Condition;
  readonly claims?: (args: Args, subject: Subject) => Claims | null;
  readonly asks?: (args: Args) => readonly AskedCodes[];
  readonly tells?: (args: Args, subject: Subject) => string | null;
}

/** Puts an operator into the table: its arguments are always parsed by its own schema first. */
export function operator<Args>(parts: OperatorOf<Args>): Operator {
  return {
    key: parts.key,
    schema: parts.schema,
    problems: (args, subject) => parts.problems(args as Args, subject),
    compile: (args, subject) => parts.compile(args as Args, subject),
    claims: (args, subject) => parts.claims?.(args as Args, subject) ?? null,
    asks: (args) => parts.asks?.(args as Args) ?? [],
    tells: (args, subject) => parts.tells?.(args as Args, subject) ?? null,
  };
}

const TYPE_NAMES: Readonly<Record<FieldType, string>> = {
  text: '文本',
  number: '数值',
  date: '日期',
  choice: '选项',
  list: '列表',
};

export const typeName = (type: FieldType): string => TYPE_NAMES[type];

/** Why a field cannot be asked this way here: unknown, not in this feed, or of another type. */
export function fieldProblems(
  name: string,
  subject: Subject,
  types: readonly FieldType[],
): string[] {
  const spec = fieldSpec(name);
  if (!spec) return [`没有名为“${name}”的字段；可用：${fieldNames(subject).join('、')}`];
  if (!spec.of.includes(subject)) return [notHere(name, subject)];
  if (types.includes(spec.type)) return [];
  const wanted = types.map((type) => TYPE_NAMES[type]).join('或');
  return [`类型不符：字段“${name}”是${TYPE_NAMES[spec.type]}，此处需要${wanted}`];
}

const notHere = (name: string, subject: Subject): string =>
  name.startsWith('entity.')
    ? `字段“${name}”是主体的情况，只有 feed: entity 的规则才能问，本规则只看单条 ${subject} 记录`
    : `字段“${name}”不属于本规则的数据来源 ${subject}`;

/** Why a question about one record's text cannot be asked here: an entity has no text of its own. */
export const onlyRecord = (key: string, subject: Subject): string[] =>
  subject === 'entity' ? [`feed: entity 的规则不看单条记录的文字，不能问 ${key}`] : [];

/** The Chinese name of a field, for sentences. */
export const labelOf = (name: string): string => fieldSpec(name)?.label ?? name;
export const unitOf = (name: string): string => fieldSpec(name)?.unit ?? '';

/** A figure of a field with its unit; one that reached what is counted at most says so. */
export function sayFigure(value: number, name: string): string {
  const said = sayNumber(value, unitOf(name));
  return value >= (fieldSpec(name)?.most ?? Infinity) ? `${said}以上` : said;
}
