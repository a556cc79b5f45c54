import { describe, expect, it } from '@jest/globals';
import { describeDoors, formsOfDoors } from '@risk/assembly';
import { Validator } from '@seriousme/openapi-schema-validator';
import { z } from 'zod';
import { doorsOf } from '../access/doors-with-rules.js';
import { CONTROLLERS } from '../api.module.js';
import { describeBodies } from './bodies.js';
import { describeApi } from './describe-api.js';
import { questionOf } from './questions.js';

interface Media {
  readonly schema?: { readonly $ref?: string };
  readonly example?: unknown;
  readonly examples?: Readonly<Record<string, { readonly value: unknown }>>;
}
interface Told {
  readonly $ref?: string;
  readonly content?: Readonly<Record<string, Media>>;
}
interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly description?: string;
  readonly schema?: object;
}
interface Operation {
  readonly summary: string;
  readonly tags: readonly string[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: Told;
  readonly responses: Readonly<Record<string, Told>>;
  readonly security: readonly object[];
}
type Paths = Readonly<Record<string, Readonly<Record<string, Operation>>>>;

const { openapi } = describeApi();
const { components } = openapi;
const OPERATIONS = doorsIn(openapi.paths as unknown as Paths);
const TEXT = JSON.stringify(openapi);

function doorsIn(paths: Paths): [string, Operation][] {
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, one]): [string, Operation] => [
      `${method} ${path}`,
      one,
    ]),
  );
}

const JSON_MEDIA = 'application/json';
const FORMS = { ...formsOfDoors(), ...describeBodies().schemas };

describe('the document', () => {
  it('is valid OpenAPI 3.1', async () => {
    const read = JSON.parse(TEXT) as Record<string, unknown>;
    const { valid, errors = [] } = await new Validator().validate(read);
    expect([valid, JSON.stringify(errors).slice(0, 2000)]).toEqual([true, '[]']);
    expect(openapi).toMatchObject({ openapi: '3.1.0' });
    expect(openapi).not.toHaveProperty('servers');
  });

  it.each([
    ['a token of another system', /risk_[\w-]{20,}/],
    ['a session', /"(cookie|set-cookie)":/i],
    ['a bearer', /Bearer [\w-]{12,}/],
    ['a password or a token that somebody got', /"(password|token)":"(?!（)/],
    ['a secret of an authenticator', /otpauth:|"secret":"/],
    ['the number of a person', /(?<![\dA-Za-z])\d{17}[\dXx](?![\dA-Za-z])/],
    [
      'a telephone that somebody can have: the block 154 is nobody’s',
      /(?<![\dA-Za-z.])1(?!54)[3-9]\d{9}(?!\d)/,
    ],
  ])('holds not %s', (_name, pattern) => {
    expect(TEXT.match(pattern)?.[0] ?? null).toBeNull();
  });

  it('refers only to what is there', () => {
    const names = [...TEXT.matchAll(/"#\/components\/(\w+)\/([\w-]+)"/g)];
    expect(names.length).toBeGreaterThan(1000);
    for (const [, kind = '', name = ''] of names) expect(components).toHaveProperty([kind, name]);
  });
});

describe('every form of a body', () => {
  it.each(Object.entries(FORMS))('%s accepts its own example', (_name, { form, example }) => {
    expect(form.safeParse(example).error?.issues ?? []).toEqual([]);
  });
});

describe('every door', () => {
  it.each(OPERATIONS)('%s has a chapter and says in Chinese what it does', (_door, one) => {
    expect(one.tags).toHaveLength(1);
    expect(one.summary).toMatch(/[\u4e00-\u9fff]/);
  });

  it.each(OPERATIONS)(
    '%s says what each part of its question means',
    (_door, { parameters = [] }) => {
      for (const { name, description, schema } of parameters)
        expect([name, description ?? '', schema]).toEqual([
          name,
          expect.stringMatching(/[\u4e00-\u9fff]/),
          expect.any(Object),
        ]);
    },
  );

  it.each(OPERATIONS.filter(([, { requestBody }]) => requestBody))(
    '%s shows a body',
    (_door, { requestBody }) => {
      const json = requestBody?.content?.[JSON_MEDIA];
      const shown = json ? Object.keys(json.examples ?? {}) : ['a file'];
      expect(shown.length).toBeGreaterThan(0);
    },
  );

  it.each(OPERATIONS)('%s shows a good answer that fits its schema', (_door, { responses }) => {
    const good = Object.entries(responses).filter(([status]) => Number(status) < 400);
    expect(good.length).toBeGreaterThan(0);
    for (const [, { content = {} }] of good) {
      expect(Object.keys(content)).toHaveLength(1);
      const { schema, example } = content[JSON_MEDIA] ?? {};
      if (schema) expect(faultsOf(schema, example)).toEqual([]);
    }
  });

  it.each(OPERATIONS)('%s shows how it refuses', (_door, { responses }) => {
    const refusals = Object.entries(responses).filter(([status]) =>
      /^4(0[1349]|1[35]|2[29])$/.test(status),
    );
    expect(Object.keys(responses)).toContain('429');
    for (const [status, { $ref, content }] of refusals)
      expect([status, $ref ?? content]).toEqual([status, expect.anything()]);
  });
});

/** What keeps a value from being what a schema says. */
function faultsOf({ $ref = '' }: { readonly $ref?: string }, value: unknown): unknown[] {
  const name = $ref.split('/').at(-1) ?? '';
  const schema = components.schemas[name];
  expect(schema).toBeDefined();
  return z.fromJSONSchema(schema as never).safeParse(value).error?.issues ?? [];
}

describe('who may knock', () => {
  const rules = new Map(
    doorsOf(CONTROLLERS).map(({ method, path, rule }) => [
      `${method.toLowerCase()} ${path.replace(/:(\w+)/g, '{$1}')}`,
      rule,
    ]),
  );

  it.each(OPERATIONS.filter(([door]) => rules.has(door)))('at %s is told as it is', (door, one) => {
    const rule = rules.get(door);
    expect([door, one.security.length === 0]).toEqual([
      door,
      rule !== null && rule !== undefined && 'open' in rule,
    ]);
    expect([door, '401' in one.responses]).toEqual([door, one.security.length > 0]);
  });
});

describe('what may be asked', () => {
  const described = doorsIn((describeDoors().openapi as { paths: Paths }).paths);
  const formed = described.flatMap(([door, { parameters = [] }]) => {
    const form = questionOf(door);
    return form ? [[door, Object.keys(form.shape), parameters] as const] : [];
  });

  it.each(formed)('of %s is what its form reads', (door, names, parameters) => {
    const asks = parameters.flatMap((one) => (one.in === 'query' ? [one.name] : []));
    const isFile = door.endsWith('/export');
    const told = asks.filter((name) => !isFile || !['limit', 'after'].includes(name));
    expect(told.sort()).toEqual([...names].sort());
  });
});
