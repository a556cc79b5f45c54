import type { BacktestReport, DraftReport, House, Trial } from '@risk/assembly';
import { TIERS } from '@risk/domain';
import { AdvanceEdition, BookChecker, DraftEdition, type RuleBook } from '@risk/editions';
import { Invalid, NotFound, type Clock } from '@risk/kit';
import { FakeLog } from '../../../../libs/kit/src/testing/fake-log.js';
import { InMemoryEditions } from '../../../../libs/editions/src/testing/in-memory-editions.js';
import { FakeUnitOfWork } from '../../../../libs/kit/src/testing/fake-transaction.js';
import { BacktestJobs } from '../../../../libs/assembly/src/backtest/backtest-jobs.js';
import { RULE, WORDS } from './rules-saying.js';

/** Takes every book but one whose first rule file says `bad`; its version is the name of that file. */
class ByName extends BookChecker {
  check({ rules: [first], scoring }: RuleBook) {
    if (first?.content === 'bad') throw new Invalid('规则旁的例子与规则不符');
    return Promise.resolve({ rules: first?.name ?? '', scoring: scoring.name, lexicon: null });
  }
}

/** What a draft in the making comes to that has nothing wrong. */
const CHECKED: DraftReport = {
  versions: { rules: 'R2', scoring: 'S1', lexicon: 'L1' },
  ...{ problems: [], examples: [], remarks: [] },
  difference: { rules: [], words: [], isScoringOther: false },
};

/** What a text comes to that says nothing. */
const SILENT: Trial = {
  version: { lexicon: 'L1', rules: 'R1', model: 'M1', scoring: 'S1' },
  ...{ score: 0, tier: 'none', next: null, annualYieldPercent: null },
  dimensions: { compliance: 0, inducement: 0, spread: 0, complaint: 0, relation: 0 },
  elements: { illegality: false, publicity: false, inducement: false, sociality: false },
  ...{ categories: [], texts: [], hits: [], yields: [], signals: [], near: [], names: [] },
};

/** Editions with their real life, kept in memory; a backtest finds nothing and a shadow one difference. */
export function editionsInMemory(
  clock: Clock,
  ask: (question: unknown) => void,
): House['editions'] {
  const store = new InMemoryEditions();
  const work = new FakeUnitOfWork();
  const advance = new AdvanceEdition(store, work, clock);
  const differences = [
    {
      entityId: '7',
      name: '甲公司',
      at: clock.now(),
      score: 61,
      tier: 'orange',
      scoreNow: 44,
      tierNow: 'yellow',
      reasons: [],
    },
  ];
  const shadow = {
    progress: () => Promise.resolve({ records: 12, seenUntil: clock.now(), entities: 3 }),
    differences: () => Promise.resolve(differences),
  };
  const none = { base: 0, candidate: 0 };
  const backtest = {
    run: async ({
      editionId,
      by,
      because,
      period,
    }: Parameters<House['editions']['backtest']['run']>[0]) => ({
      edition: await advance.run({ editionId, kind: 'backtested', by, because }),
      report: {
        ...{ records: 0, period, codes: new Map([['甲', { base: 1, candidate: 2 }]]) },
        tiers: Object.fromEntries(TIERS.map((tier) => [tier, none])),
      } as unknown as BacktestReport,
    }),
  };
  const shelf = {
    rules: () => Promise.resolve([RULE]),
    lists: () => Promise.resolve(WORDS),
    rule: (id: string) =>
      id === RULE.id
        ? Promise.resolve({ ...RULE, asks: null, yaml: { when: '{}', examples: '[]' } })
        : Promise.reject(new NotFound(`没有规则 ${id}`)),
    historyOf: () => Promise.resolve([]),
  };
  const drafts = {
    try: (tried: unknown, other: unknown) => {
      ask({ try: tried, other });
      return Promise.resolve({ inForce: SILENT, other: other === null ? null : SILENT });
    },
    check: (changes: unknown) => {
      ask({ check: changes });
      return Promise.resolve(CHECKED);
    },
    keep: async ({ title, by, because }: Parameters<House['editions']['drafts']['keep']>[0]) => {
      const file = { name: title, content: {} };
      const book = { rules: [file], scoring: { name: 's', content: {} }, lexicon: null };
      return new DraftEdition(new ByName(), store, work, clock).run({ book, title, by, because });
    },
    difference: async (from: string, to: string) => {
      ask({ from, to });
      if (!(await store.find(to))) throw new NotFound(`没有版本 ${to}`);
      return CHECKED.difference;
    },
  };
  const backtests = {
    latest: () => Promise.resolve(null),
    changes: (id: string, change: string | null, question: unknown) => {
      ask({ changes: id, change, question });
      return Promise.resolve({ rows: [], next: null, total: 0 });
    },
  };
  return {
    ...{ store, advance, backtest, shadow, shelf, drafts, backtests },
    draft: new DraftEdition(new ByName(), store, work, clock),
    jobs: new BacktestJobs({ advance, backtest, clock, log: new FakeLog() }),
  } as unknown as House['editions'];
}
