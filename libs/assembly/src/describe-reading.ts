import { pathsOf, type DescribedDoor } from '@risk/kit';

const PAGE = ['limit', 'after', 'sort'];
const LETTER_ASKS = [...PAGE, 'state', 'source', 'feed', 'door', 'q', 'from', 'to'];
const SOURCE_ASKS = [...PAGE, 'feed', 'freshness'];
const LINE_ASKS = [...PAGE, 'since', 'source', 'holds'];

/** One line to describe a door that only reads, or that no part of the house describes itself. */
const DOORS: Readonly<Record<string, DescribedDoor>> = {
  'get /api/health': { does: '数据库和数据通道可用时 200，否则 503 并写明缺什么', open: true },
  'get /api/health/live': { does: '进程还在应答', open: true },
  'get /api/overview': { does: '总览：收到、识别、预警、通知的数量和运行提醒' },
  'get /api/alerts': {
    does: '未结的预警，最急的在前；只列可见范围内的',
    asks: ['limit', 'offset'],
  },
  'get /api/alerts/{id}': { does: '一件预警：理由、变化、人的判断、通知' },
  'get /api/alerts/{id}/life': { does: '一件预警的经过、应办事项、附件和并案' },
  'get /api/records/{id}/explanation': { does: '一条记录怎样得出结论' },
  'get /api/places': { does: '单位和区域的代码、名称，供建立账号时选' },
  'get /api/reconciliation': { does: '对账：各来源收到、入库、重复、死信', asks: ['since'] },
  'get /api/dead-letters': { does: '死信，一页（不含举报人）', asks: LETTER_ASKS },
  'get /api/dead-letters/export': { does: '死信，XLSX', asks: LETTER_ASKS },
  'get /api/dead-letters/{id}': { does: '一件死信：原因，以及不会指向个人的字段' },
  'post /api/dead-letters/replay': { does: '重放死信：全部、所列编号，或者符合条件的' },
  'post /api/units/{code}/inbox/{id}/read': { does: '收件箱里的一条消息已读' },
  'get /api/reconciliation/lines': { does: '对账，一页', asks: LINE_ASKS },
  'get /api/reconciliation/lines/export': { does: '对账，XLSX', asks: LINE_ASKS },
  'get /api/sources': { does: '数据来源：最近到达、是否按约定、收到多少', asks: SOURCE_ASKS },
  'get /api/sources/export': { does: '数据来源，XLSX', asks: SOURCE_ASKS },
  'post /api/sources/{name}/mapping/removal': { does: '不再使用为这个来源保存的列对照' },
  'get /api/entries/form': { does: '录入线索时可选的来源和区划' },
  'post /api/entries': { does: '录入一条线索，答复评估结果；举报人只进保险箱' },
  'get /api/imports': { does: '本人的导入、限制和可选的来源' },
  'post /api/imports': { does: '上传一个文件，先看怎样读', asks: ['name', 'modifiedAt', 'after'] },
  'get /api/imports/{id}': { does: '一个导入：列对照和前几行，或者进度和结果' },
  'post /api/imports/{id}/reading': { does: '改变来源、工作表、表头行、列的去处' },
  'post /api/imports/{id}/start': { does: '开始导入' },
  'post /api/imports/{id}/cancel': { does: '取消导入，已经入库的保留' },
  'get /api/imports/{id}/faults': { does: '出错的行，XLSX，更正后可再导入' },
  'get /api/openapi.json': { does: '本文件' },
  'get /api/asyncapi.json': { does: '数据通道的 AsyncAPI 文件' },
};

/** Describes the doors that only read. */
export const describeReading = () => ({ paths: pathsOf(DOORS), schemas: {} });
