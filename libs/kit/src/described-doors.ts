type JsonDocument = Readonly<Record<string, unknown>>;

/** A door of the HTTP server in words: what it does, what it takes, what may be asked of it. */
export interface DescribedDoor {
  readonly does: string;
  /** The name of the schema of its body. */
  readonly takes?: string;
  /** Its body is a file as it is. */
  readonly takesFile?: true;
  /** The parts of its question. */
  readonly asks?: readonly string[];
  readonly created?: true;
  /** Answers whoever is not signed in, too. */
  readonly open?: true;
}

/** The paths of an OpenAPI document out of a table of doors: `get /api/alerts/{id}` and what it does. */
export function pathsOf(doors: Readonly<Record<string, DescribedDoor>>): JsonDocument {
  const paths: Record<string, Record<string, JsonDocument>> = {};
  for (const [address, door] of Object.entries(doors)) {
    const [method = '', path = ''] = address.split(' ');
    paths[path] = { ...paths[path], [method]: operationOf(method, path, door) };
  }
  return paths;
}

function operationOf(
  method: string,
  path: string,
  { does, takes, takesFile, asks = [], created, open }: DescribedDoor,
): JsonDocument {
  const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => parameter(name ?? '', 'path'));
  const parameters = [...named, ...asks.map((name) => parameter(name, 'query'))];
  return {
    operationId: `${method}${path
      .replace(/^\/api/, '')
      .replace(/[/{}]+/g, '-')
      .replace(/-$/, '')}`,
    summary: does,
    ...(parameters.length > 0 && { parameters }),
    ...(takes && { requestBody: bodyOf(takes) }),
    ...(takesFile && { requestBody: FILE }),
    responses: {
      [created ? '201' : '200']: { description: '已办理，或所要的内容' },
      ...(method === 'post' && { '409': { description: '现在的状态不允许' } }),
    },
    ...(open && { security: [] }),
  };
}

const parameter = (name: string, where: 'path' | 'query'): JsonDocument => ({
  ...{ name, in: where, required: where === 'path', schema: { type: 'string' } },
});

const FILE: JsonDocument = {
  required: true,
  content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
};

const bodyOf = (schema: string): JsonDocument => ({
  required: true,
  content: { 'application/json': { schema: { $ref: `#/components/schemas/${schema}` } } },
});
