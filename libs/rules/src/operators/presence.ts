import { z } from 'zod';
import { asking } from '../sight.js';
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
    return asking(
      (facts) => isThere(read(facts)),
      (_facts, held) => `${held ? '写明了' : '没有写'}${labelOf(present)}`,
    );
  },
});

/** The record does not tell this field. */
export const absentOperator = operator<z.infer<typeof absentArgs>>({
  key: 'absent',
  schema: absentArgs,
  problems: (args, subject) => fieldProblems(args.absent, subject, ANY_TYPE),
  compile: ({ absent }) => {
    const read = readerOf(absent);
    return asking(
      (facts) => !isThere(read(facts)),
      (_facts, held) => `${held ? '没有写' : '写明了'}${labelOf(absent)}`,
    );
  },
});

/** A field is one of a set of values. */
export const valueOperator = operator<z.infer<typeof valueArgs>>({
  key: 'value',
  schema: valueArgs,
  problems: (args, subject) => fieldProblems(args.value, subject, ['choice', 'text', 'number']),
  compile: (args) => {
    const read = readerOf(args.value);
    const wanted = new Set<unknown>(args.in);
    return asking(
      (facts) => wanted.has(read(facts)),
      (facts, held) => {
        const value = read(facts);
        const label = labelOf(args.value);
        const seen = isThere(value) ? `${label}为“${String(value)}”` : `缺少${label}`;
        return held ? seen : `${seen}，要求为 ${args.in.join('、')}`;
      },
    );
  },
});
