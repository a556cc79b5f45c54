import { describe, expect, it } from '@jest/globals';
import { UnitNames } from '../desk/ports.js';
import { FakeClock } from '../../../kit/src/testing/fake-clock.js';
import { ledgerSheet, overdueOf } from './ledger-sheet.js';
import { ReadLedger } from './read-ledger.js';
import { UnitLedger, type DutyTally, type LedgerQuestion, type UnitTally } from './unit-ledger.js';

const NONE: DutyTally = { owed: 0, inTime: 0, late: 0, overdue: 0, pending: 0 };
const tally: UnitTally = {
  unit: 'jrb',
  received: 5,
  duties: {
    acknowledge: { owed: 6, inTime: 3, late: 1, overdue: 1, pending: 1 },
    answer: { owed: 4, inTime: 2, late: 0, overdue: 2, pending: 0 },
    receipt: NONE,
    task: { owed: 3, inTime: 3, late: 0, overdue: 0, pending: 0 },
    follow: { owed: 2, inTime: 1, late: 1, overdue: 0, pending: 0 },
  },
  confirmed: 1,
  refuted: 2,
};

class OneUnit extends UnitNames {
  readonly police = 'gaj';

  nameOf(code: string): string | null {
    return code === 'jrb' ? '市委金融办' : null;
  }
}
class Fixed extends UnitLedger {
  readonly asked: LedgerQuestion[] = [];
  read(question: LedgerQuestion): Promise<UnitTally[]> {
    this.asked.push(question);
    return Promise.resolve([tally, { ...tally, unit: 'gone' }]);
  }
}
const clock = new FakeClock('2026-11-27T10:00:00+08:00');
const fixed = new Fixed();
const read = new ReadLedger(fixed, new OneUnit(), clock);
const ASKED = { from: '2026-11-01', to: null, unit: null, samples: false };

describe('the ledger', () => {
  it('reaches to today, and names units as they are called', async () => {
    const { period, lines } = await read.run(ASKED);
    expect(period).toEqual({ from: '2026-11-01', to: '2026-11-27' });
    expect(lines.map(({ name }) => name)).toEqual(['市委金融办', 'gone']);
    const asOf = new Date(clock.now().getTime() + 1);
    expect(fixed.asked.at(-1)).toEqual({ period, unit: null, samples: false, asOf });
  });

  it('is that of a moment, where one is given', async () => {
    const asOf = new Date('2026-11-15T00:00:00+08:00');
    const told = await read.run({ ...ASKED, asOf });
    expect(told).toMatchObject({ asOf, period: { to: '2026-11-15' } });
    expect(fixed.asked.at(-1)).toMatchObject({ asOf });
  });

  it.each([
    [{ from: 'x' }, 'from：“x”不是日期'],
    [{ to: '2026-10-31' }, '晚于截止日'],
    [{ unit: 'nobody' }, 'unit：没有代码为“nobody”的单位'],
  ])('%j is refused: %s', async (more, words) => {
    await expect(read.run({ ...ASKED, ...more })).rejects.toThrow(words);
  });

  it('is a table in which every figure has its column', async () => {
    const { columns, rows, notes } = ledgerSheet(await read.run(ASKED));
    const first = Object.fromEntries(columns.map((title, at) => [title, rows[0]?.[at]]));
    expect(first).toMatchObject({
      单位: '市委金融办',
      收到预警: 5,
      按时签收: 3,
      逾期签收: 1,
      按时反馈: 2,
      会议等任务: 5,
      按时完成任务: 4,
      查实: 1,
      排除: 2,
      逾期未办: 3,
      未到期: 1,
    });
    expect(notes.join()).toContain('本地默认，非法定');
    expect(overdueOf({ ...tally, name: '' })).toBe(3);
  });
});
