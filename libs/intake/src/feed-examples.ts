import type { Feed } from '@risk/domain';
import type { z } from 'zod';
import type { envelopeSchema } from './envelope-schema.js';

type Message = z.input<ReturnType<typeof envelopeSchema>>;

/** A message of each feed as a system of the city would send it; all of it is made up. */
export const FEED_EXAMPLES: Readonly<Record<Feed, Message>> = {
  registration: {
    source: 'gsj-registration',
    sourceId: 'DJ-2026-000123',
    occurredAt: '2026-11-20T09:00:00+08:00',
    payload: {
      event: 'establish',
      name: '郴州某某财富管理有限公司（示例）',
      legalRepresentative: '示例人',
      registeredCapital: 50_000_000,
      paidInCapital: 0,
      establishedOn: '2026-11-20',
      address: '郴州市北湖区示例路1号',
      regionCode: '431002',
      businessScope: '投资咨询；财富管理；养老服务',
    },
  },
  complaint: {
    source: 'hotline-12345',
    sourceId: 'GD-2026-004567',
    occurredAt: '2026-11-21T10:30:00+08:00',
    payload: {
      channel: '12345',
      title: '到期不能兑付',
      text: '郴州某某财富管理有限公司（示例）承诺到期还本付息，现在本金取不出来',
      targets: [{ name: '郴州某某财富管理有限公司（示例）' }],
      amount: 200_000,
      people: 3,
      regionCode: '431002',
      reporter: { name: '示例举报人', phone: '00000000000' },
    },
  },
  advertisement: {
    source: 'ad-monitor',
    sourceId: 'GG-2026-000089',
    occurredAt: '2026-11-22T08:00:00+08:00',
    payload: {
      medium: 'wechat',
      text: '保本保息，年化收益24%，介绍亲友再返现金',
      advertiser: { name: '郴州某某财富管理有限公司（示例）' },
      publishedOn: '2026-11-21',
      regionCode: '431002',
    },
  },
};
