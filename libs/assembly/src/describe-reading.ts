import { pathsOf, type DescribedDoor } from '@risk/kit';

/** One line to describe a door that only reads, or that no part of the house describes itself. */
const DOORS: Readonly<Record<string, DescribedDoor>> = {
  'get /api/health': { does: '数据库和数据通道可用时 200，否则 503 并写明缺什么', open: true },
  'get /api/health/live': { does: '进程还在应答', open: true },
  'get /api/overview': { does: '总览：收到、识别、预警、通知的数量和运行提醒' },
  'get /api/alerts/{id}': { does: '一件预警：理由、变化、人的判断、通知' },
  'get /api/alerts/{id}/life': { does: '一件预警的经过、应办事项、附件和并案' },
  'get /api/records/{id}/explanation': { does: '一条记录怎样得出结论' },
  'get /api/places': { does: '单位和区域的代码、名称，供建立账号时选' },
  'get /api/reconciliation': { does: '对账：各来源收到、入库、重复、死信', asks: ['since'] },
  'get /api/dead-letters': { does: '死信，最近的在前（不含举报人）', asks: ['limit'] },
  'post /api/dead-letters/replay': { does: '重放死信：全部，或者所列编号' },
  'post /api/units/{code}/inbox/{id}/read': { does: '收件箱里的一条消息已读' },
  'get /api/openapi.json': { does: '本文件' },
  'get /api/asyncapi.json': { does: '数据通道的 AsyncAPI 文件' },
};

/** Describes the doors that only read. */
export const describeReading = () => ({ paths: pathsOf(DOORS), schemas: {} });
