import { until } from '../support/process.js';
import type { Walk } from './people.js';

const COMPLAINT = {
  ...{ source: 'hotline-12345', sourceId: 'GD-1', occurredAt: '2026-11-21T10:30:00+08:00' },
  payload: {
    text: '郴州某某财富管理有限公司（示例）承诺到期还本付息，现在本金取不出来',
    regionCode: '431002',
    reporter: { name: '示例举报人', phone: '00000000000' },
  },
};
const REGISTRATION = {
  ...{ source: 'gsj-registration', sourceId: 'DJ-1', occurredAt: '2026-11-20T09:00:00+08:00' },
  payload: { event: 'establish', name: '郴州某某财富管理有限公司（示例）' },
};
const ADVERTISEMENT = {
  ...{ source: 'ad-monitor', sourceId: 'GG-1', occurredAt: '2026-11-22T08:00:00+08:00' },
  payload: { text: '保本保息，年化收益24%' },
};
const UNKNOWN_SOURCE = { ...COMPLAINT, source: 'not-registered' };
const FILE = `工单编号,工单标题,诉求内容,区县\nG-1,投资,某公司承诺保本高息拉人投资,北湖区\n,无编号,,\n`;

const LICENCES =
  '机构名称,统一社会信用代码,许可证流水号\n虚构市虚构村镇银行股份有限公司（示例）,,00000001\n';
const LISTED = new URLSearchParams({
  ...{
    kind: 'bank',
    owner: '金融办监测科',
    reason: '持有金融许可证',
    source: '金融许可证名录（示例）',
  },
  ...{ from: '2026-11-01', until: '2027-10-31' },
}).toString();

/** How records come in, what could not be used, and how the books stand. */
export async function walkIntake(walk: Walk): Promise<void> {
  await deliver(walk);
  await enter(walk);
  await importFile(walk);
  await takeLicences(walk);
  await readTips(walk);
}

async function deliver({ people, ask }: Walk): Promise<void> {
  const as = people.officer;
  await ask('post /api/feeds/registration', { as, body: REGISTRATION });
  await ask('post /api/feeds/advertisement', { as, body: [ADVERTISEMENT] });
  await ask('post /api/feeds/complaint', { as, body: [COMPLAINT, UNKNOWN_SOURCE] });
  const letters = await ask<{ rows: readonly { id: string }[] }>('get /api/dead-letters', { as });
  await ask('get /api/dead-letters/export', { as });
  await ask('get /api/dead-letters/{id}', { as, at: { id: letters.rows[0]?.id ?? '' } });
  await ask('post /api/dead-letters/replay', { as, body: { ids: 'all' } });
  await ask('get /api/reconciliation', { as, asks: 'since=2026-11-01' });
  await ask('get /api/reconciliation/lines', { as, asks: 'since=2026-11-01' });
  await ask('get /api/reconciliation/lines/export', { as, asks: 'since=2026-11-01' });
  await ask('get /api/sources', { as });
  await ask('get /api/sources/export', { as });
  const records = await ask<{ rows: readonly { id: string }[] }>('get /api/entities/{id}/records', {
    ...{ as, at: { id: '1' } },
  });
  await ask('get /api/records/{id}/explanation', { as, at: { id: records.rows[0]?.id ?? '' } });
}

async function enter({ people, ask }: Walk): Promise<void> {
  const as = people.officer;
  await ask('get /api/entries/form', { as });
  await ask('post /api/entries', {
    as,
    body: {
      ...{ feed: 'complaint', source: 'hotline-12345', occurredOn: '2026-11-22' },
      payload: { text: '来访反映：某某公司（示例）保本高息，到期不还' },
    },
  });
}

async function importFile({ people, ask, peek }: Walk): Promise<void> {
  const as = people.officer;
  const asks = `name=${encodeURIComponent('工单.csv')}&modifiedAt=${encodeURIComponent('2026-11-22T09:00:00+08:00')}`;
  interface View {
    readonly job: { readonly id: string };
  }
  const { job } = await ask<View>('post /api/imports', { as, asks, file: Buffer.from(FILE) });
  const at = { id: job.id };
  await ask('get /api/imports/{id}', { as, at });
  await ask('post /api/imports/{id}/reading', {
    ...{ as, at },
    body: {
      ...{ source: 'hotline-12345', sheet: null, headerRow: null, choices: {} },
      occurredOn: '2026-11-22',
    },
  });
  await ask('post /api/imports/{id}/start', { as, at, body: { keepsMapping: true } });
  await until(async () => {
    const { job } = await peek<{ job: { endedAt: string | null } }>('get /api/imports/{id}', {
      as,
      at,
    });
    return job.endedAt !== null;
  });
  await ask('get /api/imports', { as, asks: 'state=done' });
  await ask('get /api/imports/export', { as });
  await ask('get /api/imports/{id}/faults', { as, at });
  const second = await ask<View>('post /api/imports', { as, asks, file: Buffer.from(FILE) });
  await ask('post /api/imports/{id}/cancel', { as, at: { id: second.job.id } });
  await ask('post /api/sources/{name}/mapping/removal', { as, at: { name: 'hotline-12345' } });
}

async function takeLicences({ people, ask }: Walk): Promise<void> {
  const as = people.officer;
  await ask('get /api/licensed', { as });
  const file = Buffer.from(LICENCES);
  const { mark } = await ask<{ mark: string }>('post /api/licensed/preview', {
    ...{ as, asks: LISTED, file },
  });
  await ask('post /api/licensed/import', { as, asks: `${LISTED}&mark=${mark}`, file });
}

async function readTips({ people, ask }: Walk): Promise<void> {
  const as = people.officer;
  const [tip] = (await ask<{ rows: readonly { id: string }[] }>('get /api/tips', { as })).rows;
  await ask('get /api/tips/export', { as });
  const at = { id: tip?.id ?? '' };
  const one = await ask<{ filesKept: readonly { id: string }[] }>('get /api/tips/{id}', { as, at });
  await ask('get /api/tips/{id}/files/{file}', {
    ...{ as, at: { ...at, file: one.filesKept[0]?.id ?? '' } },
  });
  await ask('post /api/tips/{id}/review', {
    ...{ as, at, body: { because: '经走访，所述门店已于上月注销' } },
  });
}
