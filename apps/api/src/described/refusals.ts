type JsonDocument = Readonly<Record<string, unknown>>;

const PROBLEM_MEDIA = 'application/problem+json';

/** The body of every refusal (RFC 9457), as problem.filter.ts writes it. */
const PROBLEM = {
  type: 'object',
  description: '拒绝的回答（RFC 9457）；detail 用中文写明原因，内容有误时逐项写明是哪一项',
  required: ['type', 'title', 'status', 'detail'],
  properties: {
    type: { type: 'string', const: 'about:blank' },
    title: { type: 'string', description: '哪一类问题' },
    status: { type: 'integer', description: 'HTTP 状态码' },
    detail: { type: 'string', description: '为什么，可以原样给人看' },
  },
};

interface Refusal {
  readonly name: string;
  readonly title: string;
  readonly says: string;
  readonly detail: string;
  readonly headers?: JsonDocument;
}

const header = (description: string, type: string, example: unknown): JsonDocument => ({
  ...{ description, schema: { type }, example },
});

/** One line a status; one line to add one. */
const REFUSALS: Readonly<Record<string, Refusal>> = {
  '401': {
    ...{ name: 'unauthenticated', title: '需要登录', says: '没有登录，或登录还差一步' },
    detail: '请先登录',
    headers: { 'WWW-Authenticate': header('程序怎样表明身份', 'string', 'Bearer realm="risk"') },
  },
  '403': {
    ...{ name: 'forbidden', title: '没有权限', says: '没有这个权限，或不能以此人、此单位的名义' },
    detail: '没有“核查取证、得出结论”的权限',
  },
  '404': {
    ...{ name: 'notFound', title: '没有找到', says: '没有，或不在可见范围内：两者回答一样' },
    detail: '没有找到',
  },
  '409': {
    ...{ name: 'conflict', title: '与现有的情况冲突', says: '其间有人改过，或现在的状态不允许' },
    detail:
      '您没有看到最近的步骤：张某 2026-11-23 09:00 签收（即行核查）。核对后请以 seen=5 再次提交',
  },
  '413': {
    ...{ name: 'tooLarge', title: '内容过大', says: '请求体超过上限' },
    detail: '内容过大',
  },
  '415': {
    ...{ name: 'unsupported', title: '不支持这种内容', says: '请求体用了压缩等不支持的包装' },
    detail: '不支持这种内容',
  },
  '422': {
    ...{ name: 'invalid', title: '内容不符合要求', says: '内容不符合要求，逐项说明' },
    detail:
      '每页行数（limit）：不能大于 200；预警等级（tier）：只能是 red（红色预警）、orange（橙色预警） 之一',
  },
  '429': {
    ...{ name: 'throttled', title: '请求过于频繁', says: '请求过于频繁' },
    detail: '请求太频繁，请 12 秒后再试',
    headers: { 'Retry-After': header('多少秒之后再试', 'integer', 60) },
  },
};

/** The refusals that operations refer to. */
export const REFUSED = {
  schemas: { problem: PROBLEM },
  responses: Object.fromEntries(
    Object.entries(REFUSALS).map(([status, refusal]) => [refusal.name, answerOf(status, refusal)]),
  ),
};

function answerOf(status: string, { title, says, detail, headers }: Refusal): JsonDocument {
  const example = { type: 'about:blank', title, status: Number(status), detail };
  const schema = { $ref: '#/components/schemas/problem' };
  return {
    description: says,
    ...(headers && { headers }),
    content: { [PROBLEM_MEDIA]: { schema, example } },
  };
}

interface ToldRefusal {
  readonly description?: string;
  /** A door that refuses in its own way tells how. */
  readonly content?: object;
}

/** What a door can refuse, as far as its description tells. */
export interface Refusing {
  readonly method: string;
  readonly isOpen: boolean;
  readonly hasPath: boolean;
  readonly hasQuestion: boolean;
  readonly hasBody: boolean;
  /** What the description of the door itself says of its answers, by status. */
  readonly told: Readonly<Record<string, ToldRefusal>>;
}

/** Every refusal of a door, each with its own words where the description has some. */
export function refusalsOf(door: Refusing): JsonDocument {
  const { isOpen, hasPath, hasQuestion, hasBody, told } = door;
  const statuses = [
    ...(isOpen ? [] : ['401', '403']),
    ...(hasPath ? ['404'] : []),
    ...(hasBody ? ['413', '415'] : []),
    ...(hasPath || hasQuestion || hasBody ? ['422'] : []),
    '429',
    ...Object.keys(told),
  ].filter((status) => status in REFUSALS && told[status]?.content === undefined);
  return Object.fromEntries(
    [...new Set(statuses)].sort().map((status) => [status, referenceTo(status, told[status])]),
  );
}

function referenceTo(status: string, told?: ToldRefusal): JsonDocument {
  const description = told?.description;
  return {
    $ref: `#/components/responses/${REFUSALS[status]?.name ?? ''}`,
    ...(description !== undefined && { description }),
  };
}
