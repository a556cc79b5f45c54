import { pathsOf, type DescribedDoor } from '@risk/kit';

/** One line to describe a door that only reads, or that no part of the house describes itself. */
const DOORS: Readonly<Record<string, DescribedDoor>> = {
  'get /api/health': { does: '数据库和数据通道可用时 200，否则 503 并写明缺什么', open: true },
  'get /api/health/live': { does: '进程还在应答', open: true },
  'get /api/situation': {
    does: '态势：未结预警的分布、每天的预警、时限；只算可见范围内的',
    asks: ['days'],
  },
  'get /api/situation/lead-time': { does: '提前量和准确率，按已登记的结论', asks: ['days'] },
  'get /api/situation/map': { does: '本市的地图（config/map.geojson）；没有时 404，画示意图' },
  'get /api/overview': { does: '总览：收到、识别、预警、通知的数量和运行提醒' },
  'get /api/alerts': {
    does: '未结的预警，最急的在前；只列可见范围内的',
    asks: ['limit', 'offset'],
  },
  'get /api/alerts/{id}': { does: '一件预警：理由、变化、人的判断、通知' },
  'get /api/alerts/{id}/life': { does: '一件预警的经过、应办事项、附件和并案' },
  'get /api/entities': {
    does: '主体：按名称（含曾用名）、信用代码、电话、网址、法定代表人查找；只列可见范围内的',
    asks: [
      ...['words', 'tier', 'scheme', 'region', 'kind', 'licensed', 'sample'],
      ...['limit', 'after', 'sort'],
    ],
  },
  'get /api/entities/export': {
    does: '同一条件的主体列表，XLSX，最多 50000 行',
    asks: ['words', 'tier', 'scheme', 'region', 'kind', 'licensed', 'sample', 'sort'],
  },
  'get /api/entities/{id}': { does: '一个主体：登记事实、指数和理由、人工等级、结论、预警、归并' },
  'get /api/entities/{id}/history': { does: '一个主体的指数变化和经过' },
  'get /api/entities/{id}/records': {
    does: '关于一个主体的记录；投诉只给可以查看原始记录的人，举报人从不列出',
    asks: ['feed', 'limit', 'after', 'sort'],
  },
  'get /api/entities/{id}/relations': {
    does: '与一个主体有联系的主体，一度或两度，最多 60 个',
    asks: ['degrees'],
  },
  'get /api/entities/{id}/at': { does: '某一时刻对一个主体所知道的', asks: ['when'] },
  'get /api/entities/{id}/why-not': { does: '为何不更高：离上一级差多少，最接近的规则' },
  'get /api/alerts/{id}/whole': {
    does: '一件预警的全部：理由和依据、要件、经过、职责、通知、相近的预警、核查、文书、移送，以及现在可以做什么；无权阅读的部分略去并写明',
  },
  'get /api/alerts/{id}/evidence': {
    does: '一件预警所依的来件原文（举报人已遮盖），标出每一处命中；最能说明问题的在前',
    asks: ['code', 'after'],
  },
  'get /api/alerts/{id}/not-higher': { does: '为何等级不更高：离上一级多远，哪些规则最接近' },
  'get /api/records/{id}/explanation': { does: '一条记录怎样得出结论' },
  'get /api/places': { does: '单位和区域的代码、名称，供建立账号时选' },
  'get /api/reconciliation': { does: '对账：各来源收到、入库、重复、死信', asks: ['since'] },
  'get /api/dead-letters': { does: '死信，最近的在前（不含举报人）', asks: ['limit'] },
  'post /api/dead-letters/replay': { does: '重放死信：全部，或者所列编号' },
  'post /api/units/{code}/inbox/{id}/read': { does: '收件箱里的一条消息已读' },
  'get /api/rules': {
    does: '现行规则，连同近 30 天触发的记录数和查准率',
    asks: ['limit', 'after', 'sort', 'q', 'feed', 'dimension', 'scheme'],
  },
  'get /api/rules/export': {
    does: '现行规则清单（XLSX）',
    asks: ['sort', 'q', 'feed', 'dimension', 'scheme'],
  },
  'get /api/rules/{id}': { does: '一条规则：要求什么、依据、例子、历次改动' },
  'get /api/lexicon': {
    does: '现行词库各类词语；q 按词的一部分查找',
    asks: ['limit', 'after', 'sort', 'q', 'kind', 'scheme'],
  },
  'get /api/lexicon/export': {
    does: '现行词库，一词一行（XLSX）',
    asks: ['sort', 'q', 'kind', 'scheme'],
  },
  'get /api/lexicon/{id}': { does: '一类词语：全部词、含义、怎样算出现' },
  'get /api/codes/{code}/strikes': {
    does: '一条规则或一类词语触发的记录，可见范围内，不含原文',
    asks: ['limit', 'after', 'sort'],
  },
  'get /api/codes/{code}/strikes/export': {
    does: '一条规则或一类词语触发的记录（XLSX）',
    asks: ['sort'],
  },
  'get /api/codes/{code}/alerts': { does: '一条规则或一类词语参与的最近预警，可见范围内' },
  'get /api/openapi.json': { does: '本文件' },
  'get /api/asyncapi.json': { does: '数据通道的 AsyncAPI 文件' },
};

/** Describes the doors that only read. */
export const describeReading = () => ({ paths: pathsOf(DOORS), schemas: {} });
