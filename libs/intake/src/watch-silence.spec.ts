import { describe, expect, it } from '@jest/globals';
import { hours, SilentLog } from '@risk/kit';
import { FakeClock } from '../../kit/src/testing/fake-clock.js';
import { LedgerStore } from './ports.js';
import { silenceOf, WatchSilence } from './watch-silence.js';

class HeardLedger extends LedgerStore {
  readonly warnings = new Map<string, string>();
  constructor(private readonly heard: Map<string, Date>) {
    super();
  }
  check() {
    return Promise.resolve([]);
  }
  lastHeard() {
    return Promise.resolve(this.heard);
  }
  warn(source: string, sentence: string | null) {
    const changed = this.warnings.has(source) !== (sentence !== null);
    if (sentence === null) this.warnings.delete(source);
    else this.warnings.set(source, sentence);
    return Promise.resolve(changed);
  }
}

const rhythm = {
  source: 'hotline-12345',
  title: '12345 热线',
  expectEveryMs: hours(24),
  counts: () => true,
};

function watch(heard: [string, Date][], clock = new FakeClock('2026-11-03T10:00:00+08:00')) {
  const ledger = new HeardLedger(new Map(heard));
  return {
    ledger,
    clock,
    run: () => new WatchSilence(ledger, [rhythm], clock, new SilentLog()).run(),
  };
}

describe('a silent feed', () => {
  it('is said aloud with how long and since when', async () => {
    const { run, ledger } = watch([['hotline-12345', new Date('2026-11-01T10:00:00+08:00')]]);
    expect(await run()).toHaveLength(1);
    expect(ledger.warnings.get('hotline-12345')).toMatch(
      /“12345 热线”已 48 小时没有数据.*2026-11-01 10:00/,
    );
  });

  it('is not one that spoke within its rhythm, nor one that never spoke', async () => {
    expect(await watch([['hotline-12345', new Date('2026-11-02T11:00:00+08:00')]]).run()).toEqual(
      [],
    );
    expect(await watch([]).run()).toEqual([]);
  });

  it('is forgiven when it speaks again', async () => {
    const heard: [string, Date][] = [['hotline-12345', new Date('2026-11-01T10:00:00+08:00')]];
    const { run, ledger, clock } = watch(heard);
    await run();
    clock.goTo('2026-11-01T12:00:00+08:00');
    await run();
    expect(ledger.warnings.size).toBe(0);
  });
});

describe('an office that rests', () => {
  const weekdays = (day: string): boolean =>
    ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
  it.each([
    ['is not silent over the weekend', '2026-11-06T16:00:00+08:00', '2026-11-09T09:00:00+08:00', 0],
    [
      'is silent when two working days pass',
      '2026-11-06T16:00:00+08:00',
      '2026-11-10T17:00:00+08:00',
      1,
    ],
  ])('%s', (_name, heard, now, found) => {
    const working = { ...rhythm, counts: weekdays };
    expect(silenceOf(working, new Date(heard), new Date(now))).toHaveLength(found);
  });
});
