/** What JSON may look like, as far as the document tells it; an empty one may be anything. */
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

type Properties = NonNullable<Shape['properties']>;

const NULL: Shape = { type: 'null' };

const isOpen = ({ type, anyOf }: Shape): boolean => type === undefined && anyOf === undefined;

/** The shape of whatever has one of some. */
export function oneOf(shapes: readonly Shape[]): Shape {
  const open = shapes.find(isOpen);
  if (open) return open;
  const all = shapes.flatMap(kindsOf);
  const kinds = [...new Set(all.map(({ type }) => String(type)))].filter((kind) => kind !== 'null');
  const told = kinds.map((kind) => all.filter(({ type }) => type === kind).reduce(sameKind));
  return orNull(
    told,
    all.some(({ type }) => type === 'null'),
  );
}

function orNull(kinds: readonly Shape[], canBeNull: boolean): Shape {
  const [only = NULL, ...others] = kinds;
  if (others.length > 0) return { anyOf: canBeNull ? [...kinds, NULL] : kinds };
  if (!canBeNull || only === NULL) return only;
  return { ...only, type: [String(only.type), 'null'] };
}

/** A shape by the kinds that it may be, one each. */
function kindsOf(shape: Shape): readonly Shape[] {
  if (shape.anyOf) return shape.anyOf;
  if (typeof shape.type === 'string') return [shape];
  return (shape.type ?? []).map((kind) => (kind === 'null' ? NULL : { ...shape, type: kind }));
}

function sameKind(one: Shape, other: Shape): Shape {
  const { type = '' } = one;
  if (type === 'array') return { type, items: oneOf([one.items ?? {}, other.items ?? {}]) };
  if (type === 'object') return sameObject(one, other);
  return one.format === other.format ? one : { type };
}

/** Whatever both must have is required, whatever one may have is told. */
function sameObject(one: Shape, other: Shape): Shape {
  if (!one.properties || !other.properties)
    return { type: 'object', additionalProperties: oneOf([...valuesOf(one), ...valuesOf(other)]) };
  const required = one.required?.filter((name) => other.required?.includes(name)) ?? [];
  return {
    type: 'object',
    properties: both(one.properties, other.properties),
    ...(required.length > 0 && { required }),
  };
}

function both(one: Properties, other: Properties): Properties {
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  return Object.fromEntries(
    names.map((name) => [
      name,
      oneOf([one[name], other[name]].filter((shape) => shape !== undefined)),
    ]),
  );
}

const valuesOf = ({ additionalProperties, properties }: Shape): readonly Shape[] =>
  properties ? Object.values(properties) : [additionalProperties ?? {}];

const NAME = /^[a-zA-Z][a-zA-Z0-9]*$/;

/** An object of named parts; what is called by codes, not by names, is a table of its values. */
export function objectOf(parts: readonly (readonly [string, Shape, 'must' | 'may'])[]): Shape {
  if (parts.some(([name]) => !NAME.test(name)))
    return { type: 'object', additionalProperties: oneOf(parts.map(([, shape]) => shape)) };
  const required = parts.flatMap(([name, , isThere]) => (isThere === 'must' ? [name] : []));
  return {
    type: 'object',
    properties: Object.fromEntries(parts.map(([name, shape]) => [name, shape])),
    ...(required.length > 0 && { required }),
  };
}
