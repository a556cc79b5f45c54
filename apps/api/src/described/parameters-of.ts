import { cleanText } from '@risk/kit';
import { z } from 'zod';
import { ASKED_WORDS } from './asked-words.js';

type Schema = Readonly<Record<string, unknown>>;

/** A part of an address or of a question, as OpenAPI tells it. */
export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly schema?: Schema;
  readonly example?: unknown;
  readonly style?: string;
  readonly explode?: boolean;
}

interface FormSchema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

/** What may be asked, out of the form by which the door reads it: types, choices, bounds, defaults. */
export function parametersOf(form: z.ZodObject): Parameter[] {
  const told = z.toJSONSchema(form, { io: 'input', unrepresentable: 'any' }) as FormSchema;
  return Object.entries(told.properties ?? {}).map(([name, schema]) =>
    worded({
      ...{ name, in: 'query' },
      ...(told.required?.includes(name) && { required: true }),
      ...severalInOne(schema),
      schema: plain(schema),
    }),
  );
}

/** A part of a question with what it means and, where that is not evident, what somebody may ask for. */
export function worded(parameter: Parameter): Parameter {
  const word = ASKED_WORDS[parameter.name];
  if (parameter.in !== 'query' || !word) return parameter;
  const { schema = { type: 'string' }, description = word.says } = parameter;
  const isEvident = 'enum' in schema || word.example === undefined;
  return {
    ...parameter,
    ...{ description, schema: { ...schema, ...(isOpen(schema) && word.schema) } },
    ...(isEvident ? {} : { example: fitting(schema, word.example) }),
  };
}

/** A day is the beginning of its moment where the form wants one. */
const fitting = ({ format }: Schema, example: unknown): unknown =>
  format === 'date-time' && DAY.test(String(example))
    ? `${String(example)}T00:00:00+08:00`
    : example;

const DAY = /^\d{4}-\d\d-\d\d$/;

const isOpen = (schema: Schema): boolean => Object.keys(schema).join() === 'type';

/** Several words in one: `tier=red,orange`. */
const severalInOne = ({ type }: Schema) =>
  type === 'array' ? { style: 'form', explode: false } : {};

/** The characters that no table can keep: everybody's rule, told nowhere. */
const CLEAN = z.toJSONSchema(cleanText).pattern;

/** What cannot be asked by an address is left out: nobody writes null there, and formats tell what patterns do. */
function plain(schema: Schema): Schema {
  const { anyOf, default: usual, pattern, ...rest } = schema;
  const [one] = Array.isArray(anyOf) ? (anyOf as readonly Schema[]) : [];
  return {
    ...one,
    ...rest,
    ...(pattern !== CLEAN && rest['format'] === undefined && pattern !== undefined && { pattern }),
    ...(usual !== undefined && usual !== null && { default: usual }),
  };
}
