import { describe, expect, it } from '@jest/globals';
import { scopeText } from '@risk/domain';
import { at } from '../testing/a-dossier.js';
import { smallPlan, smallPolicy } from '../testing/release-bed.js';
import { slotNamed } from '../schedule/slots.js';
import { orderAgain, orderOf, seriesNamed } from './plan.js';
import { seriesOf } from './series.js';

const plan = smallPlan();
const series = seriesOf(plan.policy, plan.city);
const named = (kind: 'daily' | 'weekly', scope: string) => seriesNamed(plan, kind, scope);
const orderNamed = (kind: 'daily' | 'weekly', scope: string, slot: string) => {
  const one = named(kind, scope);
  return orderOf(plan, one, slotNamed(one.rhythm, plan.calendar, slot)!, false);
};

describe('the series', () => {
  it('are those of the city, then each region and each unit', () => {
    expect(series.map(({ rhythm, scope }) => `${rhythm.kind} ${scopeText(scope)}`)).toEqual([
      'daily city',
      'weekly city',
      'monthly city',
      'quarterly city',
      'daily region:431002',
      'daily unit:gaj',
    ]);
  });

  it('grow with the register', () => {
    const regions = ['431002', '431003', '431021'].map((code) => ({ code, name: code }));
    const units = ['jrb', 'gaj'].map((code) => ({ code, name: code }));
    const all = seriesOf(plan.policy, { ...plan.city, regions, units });
    expect(all.map(({ scope }) => scopeText(scope)).slice(4)).toEqual([
      ...regions.map(({ code }) => `region:${code}`),
      ...units.map(({ code }) => `unit:${code}`),
    ]);
  });

  it('each have their own sections and readers', () => {
    const told = series.map(({ sections, to, release, catchUp, name }) => ({
      ...{ sections, to, release, catchUp, name },
    }));
    expect(told[0]).toEqual({
      ...{ sections: ['alerts', 'moves'], to: ['office', 'convener'], release: 'straight' },
      ...{ catchUp: 4, name: '日报' },
    });
    expect(told[2]).toMatchObject({ sections: ['alerts', 'ledger'], release: 'signed' });
    expect(told[4]).toMatchObject({ sections: ['alerts'], to: ['unit'] });
    expect(told[5]).toMatchObject({ sections: ['moves'], to: ['unit'] });
  });

  it('that are not planned are refused', () => {
    expect(() => named('weekly', 'region:431002')).toThrow('没有安排“region:431002”');
    expect(() => named('daily', 'mars')).toThrow('“mars”应为 city');
  });
});

describe('the title', () => {
  it.each([
    ['city', '2026年11月25日非法金融风险监测情况'],
    ['region:431002', '2026年11月25日北湖区非法金融风险监测情况'],
    ['unit:gaj', '2026年11月25日市公安局相关预警情况'],
  ])('of %s is %s', (scope, title) => {
    const { heading } = orderNamed('daily', scope, '2026-11-25');
    expect(heading).toMatchObject({ title, unit: '市委金融办', date: '2026-11-25' });
  });
});

describe('what is compared', () => {
  it('of a daily is the issue before, the week before and the year before', () => {
    const { ask } = orderNamed('daily', 'city', '2026-11-30');
    expect(ask.span).toEqual({ since: at('2026-11-27T08:30'), until: at('2026-11-30T08:30') });
    expect(ask.comparisons).toEqual([
      {
        label: '上一期',
        span: { since: at('2026-11-26T08:30'), until: at('2026-11-27T08:30') },
      },
      {
        label: '上周同期',
        span: { since: at('2026-11-20T08:30'), until: at('2026-11-23T08:30') },
      },
      {
        label: '上年同期',
        span: { since: at('2025-11-27T08:30'), until: at('2025-11-30T08:30') },
      },
    ]);
  });

  it('of a weekly is the week and the year before', () => {
    const { ask } = orderNamed('weekly', 'city', '2026-W47');
    expect(ask.comparisons.map(({ label }) => label)).toEqual(['上周', '上年同期']);
  });
});

describe('what is kept can be ordered again', () => {
  const KEY = {
    kind: 'daily',
    slot: '2026-11-25',
    scope: 'city',
    samples: true,
    revision: 3,
  } as const;

  it('as the first edition was', () => {
    const { key, ask } = orderAgain(plan, KEY, null);
    expect([key.revision, ask.samples]).toEqual([0, true]);
  });

  it.each([
    ['a slot that there is no more', { slot: '2026-11-28' }, '没有这一期：2026-11-28'],
    ['an edition that is no longer planned', { scope: 'unit:mars' }, '没有安排'],
    ['a report on nobody', { kind: 'special', scope: 'entity:9' } as const, '主体已不存在'],
  ])('but not %s', (_what, more, words) => {
    expect(() => orderAgain(plan, { ...KEY, ...more }, null)).toThrow(words);
  });
});

it('an edition that the policy drops has no series', () => {
  const { editions } = smallPolicy();
  const policy = { ...plan.policy, editions: editions.slice(1, 2) };
  expect(seriesOf(policy, plan.city).map(({ scope }) => scopeText(scope))).toEqual([
    'region:431002',
  ]);
});
