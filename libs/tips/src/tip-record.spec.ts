import { describe, expect, it } from '@jest/globals';
import { payloadSchema } from '../../intake/src/envelope-schema.js';
import { recordOf } from './tip-record.js';
import { aTip } from './testing/a-tip.js';

const ORIGIN = { sourceId: 'ab12', openedAt: new Date('2026-11-02T01:00:00Z'), files: 2 };

describe('the record of a report', () => {
  it('says that it is of the public, and that nobody is known', () => {
    expect(recordOf(aTip(), ORIGIN)).toEqual({
      ...{ source: 'public-report', sourceId: 'ab12', occurredAt: '2026-11-02T01:00:00.000Z' },
      payload: {
        ...{ channel: 'web', text: aTip().text, anonymous: true, attachments: 2, secret: false },
        targets: [{ name: '某养老公寓' }],
      },
    });
  });

  it('holds who reported where the vault takes it out, and nowhere else', () => {
    const { payload } = recordOf(
      aTip({ reporter: { name: '王某', phone: '13800000000' } }),
      ORIGIN,
    );
    expect(payload).toMatchObject({
      anonymous: false,
      reporter: { name: '王某', phone: '13800000000' },
    });
    const { reporter: _reporter, ...rest } = payload;
    expect(JSON.stringify(rest)).not.toMatch(/王某|13800000000/);
  });

  it('is what the feed of complaints takes', () => {
    const whole = aTip({
      ...{ amount: 50_000, people: 3, happenedOn: '2026-11-01', regionCode: '431002' },
      targets: [{ name: '甲', address: '乙', phone: '1', website: 'a', app: 'b' }],
    });
    expect(payloadSchema('complaint').safeParse(recordOf(whole, ORIGIN).payload).success).toBe(
      true,
    );
  });
});
