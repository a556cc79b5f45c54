import type { House } from '@risk/assembly';
import { AdvanceEdition, BookChecker, DraftEdition, type RuleBook } from '@risk/editions';
import { Invalid, type Clock } from '@risk/kit';
import { InMemoryEditions } from '../../../../libs/editions/src/testing/in-memory-editions.js';
import { FakeUnitOfWork } from '../../../../libs/kit/src/testing/fake-transaction.js';

/** Takes every book but one whose first rule file says `bad`; its version is the name of that file. */
class ByName extends BookChecker {
  check({ rules: [first], scoring }: RuleBook) {
    if (first?.content === 'bad') throw new Invalid('规则旁的例子与规则不符');
    return { rules: first?.name ?? '', scoring: scoring.name };
  }
}

/** Editions with their real life, kept in memory; a backtest finds nothing and a shadow one difference. */
export function editionsInMemory(clock: Clock): House['editions'] {
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
  const backtest = {
    run: async ({
      editionId,
      by,
      because,
      period,
    }: Parameters<House['editions']['backtest']['run']>[0]) => ({
      edition: await advance.run({ editionId, kind: 'backtested', by, because }),
      report: { records: 0, period, codes: new Map([['甲', { base: 1, candidate: 2 }]]) },
    }),
  };
  return {
    store,
    draft: new DraftEdition(new ByName(), store, work, clock),
    advance,
    backtest,
    shadow,
  } as unknown as House['editions'];
}
