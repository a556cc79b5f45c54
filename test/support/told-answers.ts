import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { describeApi } from '../../apps/api/src/described/describe-api.js';

const JSON_MEDIA = 'application/json';
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;
const DAY = /^\d{4}-\d\d-\d\d$/;

/** A part of a question or of an address, as the document tells it. */
export interface ToldParameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly example?: string;
  readonly schema?: { readonly enum?: readonly string[] };
}

interface Operation {
  readonly parameters?: readonly ToldParameter[];
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema?: object }>> }>
  >;
}

/** The document of the API as somebody reads it who believes it. */
export class ToldAnswers {
  private readonly doors: ReadonlyMap<string, Operation>;
  private readonly ajv = new Ajv2020({ strict: false, allErrors: true });
  private readonly known = new Map<string, ValidateFunction>();

  constructor() {
    const { paths, components } = JSON.parse(JSON.stringify(describeApi().openapi)) as {
      readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
      readonly components: object;
    };
    this.doors = new Map(
      Object.entries(paths).flatMap(([path, operations]) =>
        Object.entries(operations).map(([method, one]) => [`${method} ${path}`, one]),
      ),
    );
    this.ajv.addFormat('date-time', MOMENT).addFormat('date', DAY);
    this.ajv.addSchema({ $id: 'told', components: withoutMore(components) });
  }

  /** The paths that answer JSON to whoever only reads. */
  get readable(): string[] {
    const all = [...this.doors.keys()].filter((door) => this.schemaOf(door, 200));
    return all.flatMap((door) => (door.startsWith('get ') ? [door.slice('get '.length)] : []));
  }

  asksOf(path: string): readonly ToldParameter[] {
    const all = this.doors.get(`get ${path}`)?.parameters ?? [];
    return all.filter((one) => one.in === 'query');
  }

  /** What in an answer of a door is not as it was told, a line each: wrong kinds, what lacks, what nobody told of. */
  faultsOf(door: string, status: number, json: unknown): string[] {
    const validate = this.validatorOf(door, status);
    if (!validate)
      return [`${door}: nothing was told of ${String(status)} ${JSON.stringify(json)}`];
    if (validate(json)) return [];
    const lines = (validate.errors ?? []).map(
      ({ instancePath, message = '', params }) =>
        `${door} ${instancePath.replace(/\/\d+/g, '/*')} ${message} ${JSON.stringify(params)}`,
    );
    return [...new Set(lines)];
  }

  private validatorOf(door: string, status: number): ValidateFunction | undefined {
    const name = `${door} ${String(status)}`;
    const schema = this.schemaOf(door, status);
    if (schema && !this.known.has(name)) this.known.set(name, this.ajv.compile(within(schema)));
    return this.known.get(name);
  }

  private schemaOf(door: string, status: number): object | undefined {
    return this.doors.get(door)?.responses[String(status)]?.content?.[JSON_MEDIA]?.schema;
  }
}

/** What the document refers to stands in what `told` names. */
const within = (schema: object): object =>
  JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"told#/')) as object;

/** The same schemas, but what they do not name may not be there. */
function withoutMore<T>(schema: T): T {
  if (Array.isArray(schema)) return schema.map(withoutMore) as T;
  if (typeof schema !== 'object' || schema === null) return schema;
  const inside = Object.fromEntries(
    Object.entries(schema).map(([name, one]) => [name, withoutMore<unknown>(one)]),
  );
  const isNamed = 'properties' in schema && !('additionalProperties' in schema);
  return { ...inside, ...(isNamed && { additionalProperties: false }) } as T;
}
