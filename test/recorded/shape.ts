/** The JSON schema of values that were seen, as far as they tell it. */
export interface Shape {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly format?: string;
  readonly items?: Shape;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Shape;
  readonly anyOf?: readonly Shape[];
}

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/;
const DAY = /^\d{4}-\d\d-\d\d$/;
/** What a file of the configuration says is told elsewhere (config/schemas). */
const FREE = 'content';
const FREE_SHAPE: Shape = { description: '配置文件的内容' };
const NAME = /^[a-zA-Z][a-zA-Z0-9]*$/;

/** The shape of a value. */
export function shapeOf(value: unknown): Shape {
  if (value === null || value === undefined) return { type: 'null' };
  if (Array.isArray(value))
    return { type: 'array', items: value.map(shapeOf).reduce(merged, NOTHING) };
  if (typeof value === 'object') return shapeOfObject(value as Readonly<Record<string, unknown>>);
  if (typeof value === 'number') return { type: Number.isInteger(value) ? 'integer' : 'number' };
  if (typeof value === 'string') return { type: 'string', ...formatOf(value) };
  return { type: typeof value };
}

/** Nothing was seen: it may be anything. */
const NOTHING: Shape = {};

const isNothing = (shape: Shape): boolean => Object.keys(shape).length === 0;

function formatOf(text: string): Pick<Shape, 'format'> {
  if (MOMENT.test(text)) return { format: 'date-time' };
  return DAY.test(text) ? { format: 'date' } : {};
}

/** What is called by codes, not by names, is a table of its values. */
function shapeOfObject(value: Readonly<Record<string, unknown>>): Shape {
  const names = Object.keys(value);
  const isTable = names.some((name) => !NAME.test(name));
  const shapes = Object.entries(value).map(
    ([name, one]) => [name, name === FREE ? FREE_SHAPE : shapeOf(one)] as const,
  );
  if (isTable)
    return {
      type: 'object',
      additionalProperties: shapes.map(([, one]) => one).reduce(merged, NOTHING),
    };
  return { type: 'object', properties: Object.fromEntries(shapes), required: names };
}

/** The shape of whatever has one of two. */
export function merged(one: Shape, other: Shape): Shape {
  if (isNothing(one)) return other;
  if (isNothing(other) || JSON.stringify(one) === JSON.stringify(other)) return one;
  const all = [...alternatives(one), ...alternatives(other)];
  const kinds = [...new Set(all.map(({ type }) => widened(String(type), all)))];
  const shapes = kinds.map((kind) =>
    all
      .filter(({ type }) => widened(String(type), all) === kind)
      .reduce((a, b) => sameKind(kind, a, b)),
  );
  return oneOf(shapes);
}

const widened = (type: string, all: readonly Shape[]): string =>
  type === 'integer' && all.some((shape) => shape.type === 'number') ? 'number' : type;

/** A shape by the kinds that it may be. */
function alternatives(shape: Shape): readonly Shape[] {
  if (shape.anyOf) return shape.anyOf;
  if (!Array.isArray(shape.type)) return [shape];
  const { type, ...rest } = shape;
  return (type as readonly string[]).map((kind) =>
    kind === 'null' ? { type: kind } : { ...rest, type: kind },
  );
}

function oneOf(shapes: readonly Shape[]): Shape {
  const [only, ...others] = shapes;
  if (only && others.length === 0) return only;
  const [filled = NOTHING, ...more] = shapes.filter(({ type }) => type !== 'null');
  const canBeNull = more.length === 0;
  if (canBeNull) return { ...filled, type: [String(filled.type), 'null'] };
  return { anyOf: shapes };
}

function sameKind(type: string, one: Shape, other: Shape): Shape {
  if (type === 'array')
    return { type, items: merged(one.items ?? NOTHING, other.items ?? NOTHING) };
  if (type === 'object') return mergedObjects(one, other);
  return {
    type,
    ...(one.format !== undefined && one.format === other.format && { format: one.format }),
  };
}

function mergedObjects(one: Shape, other: Shape): Shape {
  if (!one.properties || !other.properties)
    return { type: 'object', additionalProperties: merged(valuesOf(one), valuesOf(other)) };
  const names = [...new Set([...Object.keys(one.properties), ...Object.keys(other.properties)])];
  const properties = names.map((name) => [
    name,
    merged(one.properties?.[name] ?? NOTHING, other.properties?.[name] ?? NOTHING),
  ]);
  const required = one.required?.filter((name) => other.required?.includes(name)) ?? [];
  return {
    type: 'object',
    properties: (Object.fromEntries(properties) as Shape['properties']) ?? {},
    required,
  };
}

const valuesOf = ({ additionalProperties, properties = {} }: Shape): Shape =>
  additionalProperties ?? Object.values(properties).reduce(merged, NOTHING);

/** Every name that a shape tells of, with the way to it. */
export function namesIn(shape: Shape, way = ''): string[] {
  const { properties = {}, items, additionalProperties, anyOf = [] } = shape;
  return [
    ...Object.entries(properties).flatMap(([name, one]) => [
      `${way}.${name}`,
      ...namesIn(one, `${way}.${name}`),
    ]),
    ...(items ? namesIn(items, `${way}[]`) : []),
    ...(additionalProperties ? namesIn(additionalProperties, `${way}{}`) : []),
    ...anyOf.flatMap((one) => namesIn(one, way)),
  ];
}
