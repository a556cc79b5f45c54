import { pathsOf, shown, type DescribedDoor } from '@risk/kit';
import { bulkRequestSchema } from './bulk-request.js';
import { viewChangeSchema, viewDraftSchema } from './view-request.js';

/** What may be asked of the queue. */
const FILTERS = [
  ...['state', 'hushed', 'whose', 'assignee', 'tier', 'stage', 'scheme', 'region', 'unit', 'feed'],
  ...['words', 'due', 'ids'],
];

const DOORS: Readonly<Record<string, DescribedDoor>> = {
  'get /api/alerts': {
    does: '预警队列一页：rows、next、total；不写条件即未办结、未静默的，最急的在前；只列可见范围内的',
    asks: ['limit', 'after', 'sort', ...FILTERS],
  },
  'get /api/alerts/export': {
    does: '整个队列存为 XLSX，条件相同',
    asks: ['limit', 'after', 'sort', ...FILTERS],
  },
  'get /api/alerts/choices': { does: '队列的条件可选什么，可以交给谁经办' },
  'get /api/alerts/stream': {
    does: '可见范围内的预警有变化即知（text/event-stream）；断开后以 Last-Event-ID 接续，登录结束即止',
  },
  'get /api/alerts/news': { does: '同上，一问一答：自 since 以来有变化的预警', asks: ['since'] },
  'post /api/alerts/bulk': {
    does: '对多件预警办同一件事，各自成败，逐件说明；按条件办理须写明件数，一次最多 500 件',
    takes: 'bulkRequest',
  },
  'get /api/alert-views': { does: '存下的视图：本单位共用的和自己的，各有多少件' },
  'post /api/alert-views': { does: '存一个视图', takes: 'viewDraft', created: true },
  'post /api/alert-views/{id}': { does: '视图改名、改条件、改次序', takes: 'viewChange' },
  'post /api/alert-views/{id}/remove': { does: '删除视图' },
};

/** The part of the OpenAPI document that tells of the queue of alerts. */
export const describeQueue = () => ({
  paths: pathsOf(DOORS),
  schemas: {
    bulkRequest: shown(bulkRequestSchema, {
      ...{ kind: 'acknowledged', by: '张某', because: '收到，即行核查' },
      alerts: [
        { id: '12', seen: '4' },
        { id: '15', seen: null },
      ],
    }),
    viewDraft: shown(viewDraftSchema, {
      ...{ name: '红色和橙色', query: 'tier=red,orange&sort=-score', isShared: false },
    }),
    viewChange: shown(viewChangeSchema, { name: '红橙预警', place: 1 }),
  },
});
