import { describe, expect, it } from '@jest/globals';
import type { StepRequest } from '@risk/alerting';
import { FakeClock } from '../../kit/src/testing/fake-clock.js';
import { Colleagues } from './colleagues.js';

const PEOPLE = [
  { name: '张某', roles: ['monitor', 'verifier'], regions: null },
  { name: '东县的李某', roles: ['monitor'], regions: ['990001'] },
  { name: '看简报的王某', roles: ['reader'], regions: null },
];

const colleagues = new Colleagues(
  {
    of: (unit) => Promise.resolve(unit === 'office' ? PEOPLE : []),
    regionOf: (alertId) => Promise.resolve(alertId === '7' ? '990001' : null),
  },
  new FakeClock(),
);

const entrusting = (more: Partial<StepRequest>): StepRequest => ({
  ...{ alertId: '7', kind: 'entrusted', unit: 'office', seen: null, by: '张某', because: '分办' },
  ...more,
});

describe('the colleagues of a unit', () => {
  it('are those who may work on alerts', async () => {
    expect(await colleagues.of('office')).toEqual([
      { name: '张某', titles: ['监测员', '核查员'] },
      { name: '东县的李某', titles: ['监测员'] },
    ]);
    expect(await colleagues.of('market')).toEqual([]);
  });

  it.each<[string, Partial<StepRequest>, string | null]>([
    ['a colleague', { toPerson: '张某' }, null],
    ['nobody any more', { toPerson: null }, null],
    ['somebody who sees its region', { toPerson: '东县的李某' }, null],
    ['somebody who does not', { toPerson: '东县的李某', alertId: '8' }, '可以看到的区域'],
    ['somebody who only reads', { toPerson: '看简报的王某' }, '本单位没有可以办理'],
    ['somebody of another unit', { toPerson: '张某', unit: 'market' }, '本单位没有可以办理'],
    ['whoever, by another step', { kind: 'noted', toPerson: '无此人' }, null],
  ])('are entrusted an alert or not: %s', async (_who, more, refusal) => {
    const trying = colleagues.refuseStranger(entrusting(more));
    await (refusal === null
      ? expect(trying).resolves.toBeUndefined()
      : expect(trying).rejects.toThrow(refusal));
  });
});
