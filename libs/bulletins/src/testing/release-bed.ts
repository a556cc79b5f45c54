import { workCalendar } from '@risk/routing';
import { FakeClock } from '../../../kit/src/testing/fake-clock.js';
import { FakeLog } from '../../../kit/src/testing/fake-log.js';
import { ComposeBulletin } from '../compose/compose-bulletin.js';
import { compileBulletins, type BulletinPolicy } from '../policy.js';
import type { Bulletin, WholeBulletin } from '../release/bulletin.js';
import { ComposeDue } from '../release/compose-due.js';
import { CorrectBulletin } from '../release/correct-bulletin.js';
import { FinishBulletins } from '../release/finish-bulletins.js';
import { IssueBulletin } from '../release/issue-bulletin.js';
import { MakeBulletin } from '../release/make-bulletin.js';
import { OrderSpecial } from '../release/order-special.js';
import type { Plan } from '../release/plan.js';
import { PreviewBulletin } from '../release/preview-bulletin.js';
import { TakeBulletinStep } from '../release/take-step.js';
import { aDossier, OneDossier, PlainWords } from './a-dossier.js';
import { FixedSource, readingsOf, type FixedAnswers } from './fixed-source.js';
import {
  CollectingPost,
  FakeGate,
  FewSubjects,
  InMemoryBulletins,
  JsonPress,
  RememberedWarnings,
  RollingBack,
} from './in-memory-bulletins.js';

const BASIS = '本地默认，非法定';
const issue = (name: string, at: string, release: string, catchUp: number) => ({
  ...{ name, at, release, catchUp, basis: BASIS },
});

/** The four of the city, dailies of one region and of the units. */
export const smallPolicy = (more: Record<string, unknown> = {}): BulletinPolicy =>
  compileBulletins({
    issues: {
      daily: issue('日报', '08:30', 'straight', 4),
      weekly: issue('周报', '09:00', 'straight', 2),
      monthly: issue('月报', '09:00', 'signed', 1),
      quarterly: issue('季报', '09:00', 'signed', 1),
    },
    special: {
      ...{ name: '专报', release: 'signed', basis: BASIS },
      ...{ sections: ['basics', 'signals'], to: ['office', 'office-head'] },
    },
    editions: [
      {
        ...{ for: 'city', kinds: ['daily', 'weekly', 'monthly', 'quarterly'], basis: BASIS },
        sections: {
          ...{ daily: ['alerts', 'moves'], weekly: ['alerts', 'comparison'] },
          ...{ monthly: ['alerts', 'ledger'], quarterly: ['alerts'] },
        },
        to: ['office', 'convener'],
      },
      {
        ...{ for: 'regions', kinds: ['daily'], sections: { daily: ['alerts'] } },
        ...{ to: ['unit'], basis: BASIS },
      },
      {
        ...{ for: 'units', kinds: ['daily'], sections: { daily: ['moves'] } },
        ...{ to: ['unit'], basis: BASIS },
      },
    ],
    thresholds: {
      ...{ leastShown: 5, lateAfterHours: 72, most: 10, listed: 20, annex: 10_000 },
      ...{ yieldFrom: 10, trendDays: 30 },
    },
    basis: BASIS,
    ...more,
  });

/** A policy with the city alone. */
export const cityPolicy = (): BulletinPolicy => {
  const policy = smallPolicy();
  return { ...policy, editions: policy.editions.slice(0, 1) };
};

export const smallPlan = (policy: BulletinPolicy = smallPolicy()): Plan => ({
  policy,
  city: {
    office: { code: 'jrb', name: '市委金融办' },
    regions: [{ code: '431002', name: '北湖区' }],
    units: [{ code: 'gaj', name: '市公安局' }],
  },
  calendar: workCalendar([{ opens: 540, closes: 1080 }]),
});

/** Wednesday. */
export const A_MORNING = '2026-11-25T08:30:00+08:00';

/** Everything that bulletins are released with, tied as the house ties it, with fakes for hands. */
export function releaseBed(
  answers: Partial<FixedAnswers> = {},
  { policy = smallPolicy(), start = A_MORNING }: { policy?: BulletinPolicy; start?: string } = {},
) {
  const plan = smallPlan(policy);
  const [clock, log, source] = [new FakeClock(start), new FakeLog(), new FixedSource(answers)];
  const [store, press, gate] = [new InMemoryBulletins(), new JsonPress(), new FakeGate()];
  const [subjects, warning, post] = [
    new FewSubjects(),
    new RememberedWarnings(),
    new CollectingPost(store),
  ];
  const work = new RollingBack([store, post]);
  const readings = readingsOf({ source, dossiers: new OneDossier(aDossier()) });
  const compose = new ComposeBulletin(readings, new PlainWords(), log);
  const issuing = new IssueBulletin(store, press, post, clock);
  const make = new MakeBulletin({ compose, gate, store, post, press, issue: issuing, work, clock });
  const hands = { source, store, subjects, make, issue: issuing, press, warning, work, clock, log };
  const finish = new FinishBulletins(plan, hands);
  const due = () => new ComposeDue(plan, { ...hands, finish });
  return {
    ...{ plan, clock, log, source, store, press, gate, subjects, warning, post, make, finish },
    /** A clock that looks; each one is another. */
    due: (): Promise<Bulletin[]> => due().run(),
    preview: new PreviewBulletin(plan, hands),
    order: new OrderSpecial(plan, hands, clock),
    correct: new CorrectBulletin(plan, hands),
    step: new TakeBulletinStep(plan, hands),
    find: async (id: string): Promise<WholeBulletin> => {
      const found = await store.find(id);
      if (!found) throw new Error(`no bulletin ${id}`);
      return found;
    },
  };
}
export type ReleaseBed = ReturnType<typeof releaseBed>;

/** Which issues of whom. */
export const issuesOf = (bulletins: readonly Bulletin[]): string[] =>
  bulletins.map(({ kind, slot, scope }) => `${kind} ${slot} ${scope}`);
