import { eachOperation, type ShownForm } from '@risk/kit';

type JsonDocument = Readonly<Record<string, unknown>>;
type Forms = Readonly<Record<string, ShownForm>>;
/** The operations of each path, by their methods. */
export type Paths = Readonly<Record<string, Readonly<Record<string, JsonDocument>>>>;

interface JsonBody {
  readonly content?: Readonly<Record<string, { readonly schema?: BodySchema } | undefined>>;
}
interface BodySchema {
  readonly $ref?: string;
  readonly anyOf?: readonly { readonly $ref: string }[];
}

const JSON_MEDIA = 'application/json';
const SCHEMAS = '#/components/schemas/';

/** The paths of a document with, at each body, the example of every form that the body may have. */
export const withExamples = (paths: Paths, forms: Forms): Paths =>
  eachOperation(paths, (operation) => withExample(operation, forms));

function withExample(operation: JsonDocument, forms: Forms): JsonDocument {
  const body = operation['requestBody'] as JsonBody | undefined;
  const json = body?.content?.[JSON_MEDIA];
  const shown = namesIn(json?.schema).flatMap((name) => {
    const form = forms[name];
    return form ? [[name, { value: form.example }] as const] : [];
  });
  if (shown.length === 0) return operation;
  const told = { ...json, examples: Object.fromEntries(shown) };
  return { ...operation, requestBody: { ...body, content: { [JSON_MEDIA]: told } } };
}

const namesIn = ({ $ref, anyOf = [] }: BodySchema = {}): string[] =>
  [...($ref === undefined ? [] : [$ref]), ...anyOf.map((one) => one.$ref)].map((ref) =>
    ref.replace(SCHEMAS, ''),
  );
