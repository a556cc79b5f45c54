import { z } from 'zod';
import { FEEDS, feedName, type Feed } from '@risk/domain';
import { FEED_EXAMPLES } from './feed-examples.js';
import { envelopeSchema } from './envelope-schema.js';

/** A document made of JSON. */
export type JsonDocument = Readonly<Record<string, unknown>>;

/** What senders of data need to know, generated from the schemas that the doors really use. */
export interface FeedDocuments {
  /** JSON Schema (2020-12) of the message of each feed. */
  readonly jsonSchemas: Readonly<Record<Feed, JsonDocument>>;
  /** AsyncAPI 3.0: the Kafka topics. */
  readonly asyncapi: JsonDocument;
  /** OpenAPI 3.1: the HTTP door. */
  readonly openapi: JsonDocument;
}

const VERSION = '1.0.0';
const REPORTER_NOTE = '举报人信息在入口即转入保管库，不进入任何后续环节。';

/** Describes the three feeds: JSON Schema, AsyncAPI and OpenAPI, from one source. */
export function describeFeeds(): FeedDocuments {
  const jsonSchemas = Object.fromEntries(FEEDS.map((feed) => [feed, jsonSchemaOf(feed)])) as Record<
    Feed,
    JsonDocument
  >;
  return { jsonSchemas, asyncapi: asyncapiOf(jsonSchemas), openapi: openapiOf(jsonSchemas) };
}

function jsonSchemaOf(feed: Feed): JsonDocument {
  const schema = z.toJSONSchema(envelopeSchema(feed), { io: 'input' });
  return { ...schema, $id: `urn:risk:feed:${feed}`, title: `${feedName(feed)}消息` };
}

/** Inside another document a schema must not claim an address of its own. */
function embedded({ $schema: _schema, $id: _id, ...schema }: JsonDocument): JsonDocument {
  return schema;
}

type Schemas = Readonly<Record<Feed, JsonDocument>>;

const perFeed = (make: (feed: Feed) => JsonDocument): JsonDocument =>
  Object.fromEntries(FEEDS.map((feed) => [feed, make(feed)]));

function asyncapiOf(schemas: Schemas): JsonDocument {
  return {
    asyncapi: '3.0.0',
    info: {
      title: '非法金融活动风险监测预警平台 数据通道',
      version: VERSION,
      description: `值为 UTF-8 编码的 JSON；键为使同一主体进入同一分区的文字（统一社会信用代码，没有则用名称）。${REPORTER_NOTE}不能使用的消息进入 feed.dead-letter，可查可重放。`,
    },
    defaultContentType: 'application/json',
    channels: {
      ...perFeed((feed) => ({
        address: `feed.${feed}`,
        title: feedName(feed),
        messages: { [feed]: { $ref: `#/components/messages/${feed}` } },
      })),
      deadLetter: {
        address: 'feed.dead-letter',
        title: '死信',
        messages: { deadLetter: { $ref: '#/components/messages/deadLetter' } },
      },
    },
    operations: {
      ...Object.fromEntries(FEEDS.map((feed) => [`receive-${feed}`, operation('receive', feed)])),
      'send-dead-letter': operation('send', 'deadLetter'),
    },
    components: {
      messages: {
        ...perFeed((feed) => ({ title: feedName(feed), payload: embedded(schemas[feed]) })),
        deadLetter: {
          title: '死信',
          contentType: 'application/octet-stream',
          headers: DEAD_LETTER,
        },
      },
    },
  };
}

const operation = (action: 'send' | 'receive', channel: string): JsonDocument => ({
  action,
  channel: { $ref: `#/channels/${channel}` },
});

const DEAD_LETTER: JsonDocument = {
  type: 'object',
  description: '值为原始字节；头部说明原因与出处',
  required: ['reason'],
  properties: {
    reason: { type: 'string', description: '不能使用的原因' },
    topic: { type: 'string' },
    partition: { type: 'string' },
    offset: { type: 'string' },
  },
};

const RECEIPT: JsonDocument = {
  type: 'object',
  description: '没有 Kafka：提交入库后的回执，接收＝入库＋重复＋死信。有 Kafka：已写入队列的条数。',
  properties: {
    kept: { type: 'boolean' },
    received: { type: 'integer' },
    stored: { type: 'integer' },
    duplicate: { type: 'integer' },
    deadLettered: { type: 'integer' },
    raised: { type: 'integer', description: '新立的预警' },
    upgraded: { type: 'integer', description: '升级的预警' },
    queued: { type: 'integer' },
    refusals: {
      type: 'array',
      items: {
        type: 'object',
        properties: { origin: { type: 'object' }, reason: { type: 'string' } },
      },
    },
  },
};

const REASON = '未登记的来源“not-registered”';
const KEPT = {
  ...{ kept: true, received: 1, stored: 1, duplicate: 0, deadLettered: 0 },
  ...{ raised: 0, upgraded: 0, refusals: [] },
};
const QUEUED = { kept: false, queued: 1 };
const REFUSED = {
  ...{ ...KEPT, stored: 0, deadLettered: 1 },
  refusals: [{ origin: { item: '1' }, reason: REASON }],
};

function openapiOf(schemas: Schemas): JsonDocument {
  return {
    openapi: '3.1.0',
    info: {
      title: '非法金融活动风险监测预警平台 数据接口',
      version: VERSION,
      description: `一条、数组或 NDJSON 皆可；提交后应答。按（来源，编号）与内容指纹去重，重复送达无副作用。${REPORTER_NOTE}`,
    },
    paths: Object.fromEntries(FEEDS.map((feed) => [`/api/feeds/${feed}`, { post: postOf(feed) }])),
    components: {
      schemas: { ...perFeed((feed) => embedded(schemas[feed])), receipt: RECEIPT },
    },
  };
}

function postOf(feed: Feed): JsonDocument {
  const one = { $ref: `#/components/schemas/${feed}` };
  const receipt = (example: JsonDocument) => ({
    'application/json': { schema: { $ref: '#/components/schemas/receipt' }, example },
  });
  return {
    operationId: `post-${feed}`,
    summary: `送入${feedName(feed)}`,
    requestBody: {
      required: true,
      content: {
        'application/json': {
          schema: { oneOf: [one, { type: 'array', items: one }] },
          examples: {
            one: { summary: '一条', value: FEED_EXAMPLES[feed] },
            several: { summary: '多条', value: [FEED_EXAMPLES[feed]] },
          },
        },
        'application/x-ndjson': {
          schema: { type: 'string', description: '一行一条 JSON' },
          example: `${JSON.stringify(FEED_EXAMPLES[feed])}\n`,
        },
      },
    },
    responses: {
      '200': { description: '已提交入库', content: receipt(KEPT) },
      '202': { description: '已写入消息队列', content: receipt(QUEUED) },
      '422': { description: '没有一条可用，全部进入死信', content: receipt(REFUSED) },
    },
  };
}
