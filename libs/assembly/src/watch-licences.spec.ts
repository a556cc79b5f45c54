import { describe, expect, it } from '@jest/globals';
import { compileLicensed } from '@risk/scoring';
import { houseOfScores } from './testing/house-of-scores.js';
import { WatchLicences } from './watch-licences.js';

/** A register with one entry, by name alone. */
const registerUntil = (until: string) =>
  compileLicensed(
    {
      name: 'licensed.yaml',
      content: {
        entries: [
          {
            name: '甲',
            kind: 'bank',
            owner: '李科长',
            reason: '持牌',
            source: '名单',
            from: '2026-01-01',
            until,
            suppresses: 'all',
          },
        ],
      },
    },
    {
      foldName: (name) => name,
      readCode: (code) => ({ code, kind: 'uscc', checksum: true, because: '' }),
      neverSuppressed: ['CP-FLIGHT'],
    },
  );

/** A house whose entity 1, which 甲 is, was kept as lowered. */
async function houseUnder(until: string) {
  const house = await houseOfScores(85);
  let register = registerUntil(until);
  const told: (string | null)[] = [];
  const place = {
    ...house,
    warn: (sentence: string | null) => Promise.resolve(told.push(sentence)),
    lowered: () => Promise.resolve([{ id: '1', name: '甲', uscc: null }]),
  };
  const rewrite = (later: string) => {
    register = registerUntil(later);
  };
  return { ...house, told, rewrite, watch: new WatchLicences(() => register, place, house) };
}

describe('watching licences', () => {
  it('says on the first page what ends, and takes it away once it is renewed', async () => {
    const { told, rewrite, watch } = await houseUnder('2026-11-12');
    await watch.run();
    rewrite('2028-11-12');
    await watch.run();
    expect(told).toEqual([
      expect.stringMatching(/甲.*将于 2026-11-12 到期（还有 10 天）.*。$/),
      null,
    ]);
  });

  it('lets what an entry hid count again on the day after its end, in days of China', async () => {
    const { alerts, clock, watch } = await houseUnder('2026-11-02');
    clock.goTo('2026-11-02T15:59:00Z');
    await watch.run();
    expect(alerts.open).toEqual([]);
    clock.goTo('2026-11-02T16:00:00Z');
    await watch.run();
    expect(alerts.open).toMatchObject([{ entityId: '1', tier: 'red' }]);
  });

  it('also when the entry was cut short', async () => {
    const { alerts, rewrite, watch } = await houseUnder('2027-11-02');
    await watch.run();
    expect(alerts.open).toEqual([]);
    rewrite('2026-11-01');
    await watch.run();
    expect(alerts.open).toHaveLength(1);
  });
});
