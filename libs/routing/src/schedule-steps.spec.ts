import { describe, expect, it } from '@jest/globals';
import { compileRouting } from './compile-routing.js';
import { findRoute } from './find-route.js';
import type { RouteQuestion } from './match-route.js';
import { compileRegions } from './regions.js';
import { scheduleSteps } from './schedule-steps.js';
import {
  smallChannels,
  smallRegions,
  smallRouting,
  smallTree,
  smallUnits,
} from './testing/small-city.js';
import { compileUnits } from './units.js';

const tree = smallTree();
const ask = (change: Partial<RouteQuestion> = {}): RouteQuestion => ({
  scheme: 'other',
  tier: 'orange',
  regionCode: '990001',
  ...change,
});

describe('the schedule', () => {
  const from = new Date('2026-11-23T09:00:00+08:00');

  it('gives acknowledgements a date and copies none', () => {
    const route = findRoute(tree, ask({ businessAddress: '西县1号' }));
    const acknowledged = scheduleSteps(route, from, tree).map((step) => step.acknowledgeBy);
    const tuesday = new Date('2026-11-24T17:30:00+08:00');
    expect(acknowledged).toEqual([tuesday, tuesday, null]);
  });

  it('counts by the unit’s own hours', () => {
    const hours = [{ opens: '09:00', closes: '16:00' }];
    const units = smallUnits.units.map((unit) =>
      unit.code === 'east' ? { ...unit, hours } : unit,
    );
    const own = compileRouting(
      smallRouting,
      compileUnits({ ...smallUnits, units }, smallChannels),
      compileRegions(smallRegions),
    );
    const steps = scheduleSteps(findRoute(own, ask()), from, own);
    expect(steps.map((step) => [step.unit, step.acknowledgeBy, step.dueAt])).toEqual([
      ['office', new Date('2026-11-24T17:30:00+08:00'), new Date('2026-11-26T17:30:00+08:00')],
      ['east', new Date('2026-11-24T16:00:00+08:00'), new Date('2026-11-26T16:00:00+08:00')],
    ]);
  });

  it('gives answers a date and copies none', () => {
    const route = findRoute(tree, ask({ businessAddress: '西县1号' }));
    expect(scheduleSteps(route, from, tree).map(({ unit, dueAt }) => [unit, dueAt])).toEqual([
      ['office', new Date('2026-11-26T17:30:00+08:00')],
      ['east', new Date('2026-11-26T17:30:00+08:00')],
      ['west', null],
    ]);
  });

  it('follows a branch’s own deadline', () => {
    const route = findRoute(tree, ask({ scheme: 'pyramid-selling', tier: 'red', name: '养老' }));
    expect(scheduleSteps(route, from, tree)[0]?.dueAt).toEqual(
      new Date('2026-11-24T17:30:00+08:00'),
    );
  });

  it('has no date below any tier', () => {
    const route = findRoute(tree, ask({ tier: 'none' }));
    expect(route.deadline).toBeNull();
    expect(scheduleSteps(route, from, tree).every(({ dueAt }) => dueAt === null)).toBe(true);
  });

  it('asks who waits to acknowledge at once, and gives no date for an answer before the finding', () => {
    const two = smallTree({
      assist: 'civil',
      routes: [{ name: '查处', assist: 'market', after: 'civil', because: '再查处' }],
    });
    const steps = scheduleSteps(findRoute(two, ask()), from, two);
    expect(steps.find(({ unit }) => unit === 'market')).toMatchObject({
      acknowledgeBy: new Date('2026-11-24T17:30:00+08:00'),
      dueAt: null,
    });
  });
});
