import { pathsOf, type DescribedDoor } from '@risk/kit';

const PAGE = ['limit', 'after', 'sort'];
const LETTER_ASKS = [...PAGE, 'state', 'source', 'feed', 'door', 'q', 'from', 'to'];
const SOURCE_ASKS = [...PAGE, 'feed', 'freshness'];
const LINE_ASKS = [...PAGE, 'since', 'source', 'holds'];
const LISTING_ASKS = ['kind', 'owner', 'reason', 'source', 'from', 'until', 'suppresses', 'sheet'];

/** One line to describe a door that only reads, or that no part of the house describes itself. */
const DOORS: Readonly<Record<string, DescribedDoor>> = {
  'get /api/health': { does: '数据库和数据通道可用时 200，否则 503 并写明缺什么', open: true },
  'get /api/health/live': { does: '进程还在应答', open: true },
  'get /api/situation': {
    does: '态势：未结预警的分布、每天的预警、时限；只算可见范围内的',
    asks: ['days'],
  },
  'get /api/situation/lead-time': { does: '提前量和准确率，按已登记的结论', asks: ['days'] },
  'get /api/situation/map': { does: '本市的地图（config/map.geojson）；没有图形时画示意图' },
  'get /api/house-state': {
    does: '运行情况：能不能工作、数据到达、积压、审计账、数据库、进程、开关，以及不对的地方怎么办；只有数字',
  },
  'get /api/calendar': {
    does: '工作日历的一年：每一天算不算工作日、为什么；工作时段、各级时限',
    asks: ['year'],
  },
  'get /api/calendar/count': {
    does: '算一算：从某一时刻起，按等级或若干工作时间，何时到期，哪些天算了、哪些没算',
    asks: ['from', 'unit', 'tier', 'hours', 'days'],
  },
  'get /api/overview': { does: '总览：收到、识别、预警、通知的数量和运行提醒' },
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
  'get /api/entities/choices': { does: '主体列表可以按哪些属地、疑似类型筛选' },
  'get /api/entities/{id}': { does: '一个主体：登记事实、指数和理由、人工等级、结论、预警、归并' },
  'get /api/entities/{id}/history': { does: '一个主体的指数变化和经过' },
  'get /api/entities/{id}/records': {
    does: '关于一个主体的记录；投诉只给可以查看原始记录的人，举报人从不列出',
    asks: ['feed', 'limit', 'after', 'sort'],
  },
  'get /api/entities/{id}/records/export': {
    does: '关于一个主体的记录，XLSX；谁看得到什么与页面相同，举报人从不列出',
    asks: ['feed', 'sort'],
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
  'get /api/reconciliation': { does: '对账：各来源收到、入库、重复、死信', asks: ['since'] },
  'get /api/units': { does: '可见的单位，和各自的未办、逾期、未读' },
  'get /api/units/{code}/inbox/export': {
    does: '单位收件箱，存为电子表格',
    asks: ['sort', 'state', 'kind', 'words'],
  },
  'get /api/units/{code}/inbox/{id}': { does: '收件箱里的一条消息和它的正文' },
  'get /api/duties/export': {
    does: '应办事项，存为电子表格',
    asks: ['sort', 'state', 'unit', 'kind', 'alert', 'words'],
  },
  'get /api/handovers': {
    does: '移送公安的清单，分页；只列可见范围内的',
    asks: ['limit', 'after', 'sort', 'state', 'alert'],
  },
  'get /api/handovers/export': {
    does: '移送公安的清单，存为电子表格',
    asks: ['sort', 'state', 'alert'],
  },
  'get /api/meetings/export': { does: '联席会议清单，存为电子表格', asks: ['sort', 'state'] },
  'get /api/meetings/agenda': { does: '现在准备会议会有哪些议题', asks: ['samples'] },
  'get /api/ledger/export': {
    does: '履职台账，存为电子表格',
    asks: ['from', 'to', 'unit', 'samples', 'sort'],
  },
  'get /api/ledger/duties': {
    does: '履职台账一个数字背后的应办事项',
    asks: ['limit', 'after', 'sort', 'from', 'to', 'unit', 'samples', 'kind', 'outcome'],
  },
  'get /api/ledger/duties/export': {
    does: '履职台账背后的应办事项，存为电子表格',
    asks: ['sort', 'from', 'to', 'unit', 'samples', 'kind', 'outcome'],
  },
  'get /api/ledger/findings': {
    does: '履职台账背后的查实、排除',
    asks: ['limit', 'after', 'sort', 'from', 'to', 'unit', 'samples', 'verdict'],
  },
  'get /api/ledger/findings/export': {
    does: '履职台账背后的查实、排除，存为电子表格',
    asks: ['sort', 'from', 'to', 'unit', 'samples', 'verdict'],
  },
  'get /api/notices/export': {
    does: '通知去向，存为电子表格',
    asks: ['sort', 'state', 'kind', 'alert', 'unit', 'channel'],
  },
  'get /api/bulletins/export': {
    does: '简报清单，存为电子表格',
    asks: ['sort', 'kind', 'edition', 'state', 'words'],
  },
  'get /api/bulletins/upcoming': { does: '各种简报的下一期和编制时刻' },
  'get /api/silences/export': { does: '静默，存为电子表格', asks: ['sort', 'state'] },
  'get /api/silences/choices': { does: '静默可选的区域和类型' },
  'get /api/floods/export': { does: '暂停发送的规则，存为电子表格', asks: ['sort', 'state'] },
  'get /api/hushed-alerts': {
    does: '现在暂不通知的预警，最急的在前',
    asks: ['limit', 'after', 'sort', 'cause'],
  },
  'get /api/hushed-alerts/export': {
    does: '现在暂不通知的预警，存为电子表格',
    asks: ['sort', 'cause'],
  },
  'get /api/dead-letters': { does: '死信，一页（不含举报人）', asks: LETTER_ASKS },
  'get /api/dead-letters/export': { does: '死信，XLSX', asks: LETTER_ASKS },
  'get /api/dead-letters/{id}': { does: '一件死信：原因，以及不会指向个人的字段' },
  'post /api/units/{code}/inbox/{id}/read': {
    does: '收件箱里的一条消息已读；只有收件人本人可以：发给负责人的由负责人读',
    takes: 'signedRequest',
  },
  'get /api/reconciliation/lines': { does: '对账，一页', asks: LINE_ASKS },
  'get /api/reconciliation/lines/export': { does: '对账，XLSX', asks: LINE_ASKS },
  'get /api/sources': { does: '数据来源：最近到达、是否按约定、收到多少', asks: SOURCE_ASKS },
  'get /api/sources/export': { does: '数据来源，XLSX', asks: SOURCE_ASKS },
  'post /api/sources/{name}/mapping/removal': { does: '不再使用为这个来源保存的列对照' },
  'get /api/entries/form': { does: '录入线索时可选的来源和区划' },
  'get /api/imports': { does: '本人的导入一页，限制和可选的来源', asks: [...PAGE, 'state'] },
  'get /api/imports/export': { does: '本人的导入，XLSX', asks: ['sort', 'state'] },
  'post /api/imports': {
    does: '上传一个文件，先看怎样读',
    asks: ['name', 'modifiedAt', 'after'],
    takesFile: true,
  },
  'get /api/licensed': { does: '持牌机构名单的类别、在册数、一个文件的上限' },
  'post /api/licensed/preview': {
    does: '看一份持牌机构名单会登记什么，不写入；正文是文件本身',
    asks: [...LISTING_ASKS],
    takesFile: true,
  },
  'post /api/licensed/import': {
    does: '把看过的名单写进登记，只增不改，几秒后生效；正文是同一个文件',
    asks: [...LISTING_ASKS, 'mark'],
    takesFile: true,
  },
  'get /api/imports/{id}': { does: '一个导入：列对照和前几行，或者进度和结果' },
  'post /api/imports/{id}/cancel': { does: '取消导入，已经入库的保留' },
  'get /api/imports/{id}/faults': { does: '出错的行，XLSX，更正后可再导入' },
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
