import { tipDesk, type TipDesk } from '@risk/assembly';
import type { Sight } from '@risk/domain';
import type { Clock } from '@risk/kit';
import type { TipDetail } from '@risk/store';
import { compileTipPolicy, TIP_DEFAULTS } from '@risk/tips';
import { FakeUnitOfWork } from '../../../../libs/kit/src/testing/fake-transaction.js';
import { FakeSeals } from '../../../../libs/tips/src/testing/fake-seals.js';
import { InMemoryInlet, InMemoryTips } from '../../../../libs/tips/src/testing/in-memory-tips.js';

const PDF = Buffer.from('%PDF-1.7');
const FILE = { name: '举报附件1.pdf', mediaType: 'application/pdf', size: PDF.length };

/** A report as the office sees it, with this text wherever a citizen wrote. */
export const tipSaying = (text: string): TipDetail => ({
  ...{ id: '7', recordId: '9', regionCode: '990001', anonymous: true, excerpt: text },
  ...{ targets: [text], files: 1, same: 1, receivedAt: new Date('2026-11-02T01:00:00Z') },
  ...{ stages: ['verifying'], hasOutcome: false, isReviewed: false, secret: false, review: null },
  payload: { text, anonymous: true },
  filesKept: [{ id: '3', ...FILE, sha256: 'a', sm3: 'b' }],
  alerts: [{ id: '12', entityName: text, stage: 'verifying', tier: 'red' }],
});

/** The desk of reports in memory, with what it keeps. */
export interface FakeTips {
  readonly desk: TipDesk;
  readonly store: InMemoryTips;
  readonly inlet: InMemoryInlet;
}

export function fakeTips(clock: Clock, ask: (question: unknown) => void): FakeTips {
  const [store, inlet] = [new InMemoryTips(), new InMemoryInlet()];
  const book: TipDesk['book'] = {
    list: (question, sight: Sight) => {
      ask({ question, sight });
      return Promise.resolve({ rows: [tipSaying('甲')], next: null, total: 1 });
    },
    one: (id) => Promise.resolve(id === '7' ? tipSaying('甲') : null),
    file: (id, file) =>
      Promise.resolve(
        id === '7' && file === '3'
          ? { id: file, ...FILE, sha256: 'a', sm3: 'b', bytes: PDF }
          : null,
      ),
  };
  const parts = { store, inlet, book, seals: new FakeSeals() };
  const desk = tipDesk(
    parts,
    { work: new FakeUnitOfWork(), clock },
    compileTipPolicy(TIP_DEFAULTS),
  );
  return { desk, store, inlet };
}
