import { z } from 'zod';
import { fieldClaim, toldClaim, type Claim } from '../claims.js';
import { choicesOf, fieldSpec } from '../fields.js';
import { circumstance } from '../sight.js';
import { readerOf } from '../view.js';
import { fieldProblems, labelOf, operator } from './operator.js';

const ANY_TYPE = ['text', 'number', 'date', 'choice', 'list'] as const;

const isThere = (value: unknown): boolean =>
  value !== undefined &&
  value !== null &&
  value !== '' &&
  !(Array.isArray(value) && value.length === 0);

const presentArgs = z.strictObject({ present: z.string() });
const absentArgs = z.strictObject({ absent: z.string() });
const valueArgs = z.strictObject({
  value: z.string(),
  in: z.array(z.union([z.string(), z.number(), z.boolean()])).min(1),
});

/** The record tells this field. */
export const presentOperator = operator<z.infer<typeof presentArgs>>({
  key: 'present',
  schema: presentArgs,
  problems: (args, subject) => fieldProblems(args.present, subject, ANY_TYPE),
  compile: ({ present }) => {
    const read = readerOf(present);
    return circumstance(
      (facts) => isThere(read(facts)),
      (_facts, held) => `${held ? '写明了' : '没有写'}${labelOf(present)}`,
    );
  },
  claims: ({ present }) => ({ says: `写明了${labelOf(present)}`, exact: toldClaim(present) }),
});

/** The record does not tell this field. */
export const absentOperator = operator<z.infer<typeof absentArgs>>({
  key: 'absent',
  schema: absentArgs,
  problems: (args, subject) => fieldProblems(args.absent, subject, ANY_TYPE),
  compile: ({ absent }) => {
    const read = readerOf(absent);
    return circumstance(
      (facts) => !isThere(read(facts)),
      (_facts, held) => `${held ? '没有写' : '写明了'}${labelOf(absent)}`,
    );
  },
  claims: ({ absent }) => ({ says: `没有写${labelOf(absent)}`, denies: toldClaim(absent) }),
});

/** A field is one of a set of values. */
export const valueOperator = operator<z.infer<typeof valueArgs>>({
  key: 'value',
  schema: valueArgs,
  problems: (args, subject) => {
    const found = fieldProblems(args.value, subject, ['choice', 'text', 'number']);
    return found.length > 0 ? found : valueProblems(args);
  },
  compile: (args) => {
    const read = readerOf(args.value);
    const wanted = new Set<unknown>(args.in);
    return circumstance(
      (facts) => wanted.has(read(facts)),
      (facts, held) => {
        const value = read(facts);
        const label = labelOf(args.value);
        const seen = isThere(value) ? `${label}为“${String(value)}”` : `缺少${label}`;
        return held ? seen : `${seen}，要求为 ${args.in.join('、')}`;
      },
    );
  },
  claims: (args) => ({
    says: `${labelOf(args.value)}为 ${args.in.join('、')}`,
    exact: valueClaim(args),
    implied: args.in.includes('') ? [] : [toldClaim(args.value)],
  }),
});

type ValueArgs = z.infer<typeof valueArgs>;

/** Numbers among others are a claim about the number itself, so that limits can be held against them. */
function valueClaim({ value: field, in: among }: ValueArgs): Claim {
  if (fieldSpec(field)?.type !== 'number') return { kind: 'value', field, among };
  const points = among.filter((one) => typeof one === 'number').sort((a, b) => a - b);
  const [claim, ...others] = points.map((n) => fieldClaim(field, { atLeast: n, atMost: n }));
  return others.reduce(either, claim ?? toldClaim(field));
}

const either = (a: Claim, b: Claim): Claim =>
  a.kind === 'measure' && b.kind === 'measure' ? { ...a, spans: [...a.spans, ...b.spans] } : a;

/** Values of another type than the field, or that the contract of the feed does not know. */
function valueProblems({ value: field, in: among }: ValueArgs): string[] {
  const wanted = fieldSpec(field)?.type === 'number' ? 'number' : 'string';
  const foreign = among.filter((one) => typeof one !== wanted);
  if (foreign.length > 0) {
    const kind = wanted === 'number' ? '数值' : '加引号的文字';
    return [`类型不符：字段“${field}”的值须是${kind}，这里有 ${foreign.join('、')}`];
  }
  const choices = choicesOf(field);
  const strange = choices ? among.filter((one) => !choices.includes(String(one))) : [];
  if (strange.length === 0) return [];
  const said = strange.map((one) => `“${String(one)}”`).join('、');
  return [`字段“${field}”的值没有${said}，可用：${choices?.join('、') ?? ''}`];
}
