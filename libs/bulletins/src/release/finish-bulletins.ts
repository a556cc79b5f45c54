import { bulletinName, type BulletinKind } from '@risk/domain';
import type { Clock, Log, UnitOfWork } from '@risk/kit';
import type { Bulletin } from './bulletin.js';
import type { IssueBulletin } from './issue-bulletin.js';
import type { MakeBulletin } from './make-bulletin.js';
import { orderAgain, type Plan, type Subject } from './plan.js';
import type { BulletinStore, OperatorWarning } from './ports.js';

/** Finds the entity of a special report. */
export abstract class Subjects {
  abstract of(entityId: string): Promise<Subject | null>;
}

interface Hands {
  readonly store: BulletinStore;
  readonly subjects: Subjects;
  readonly make: MakeBulletin;
  readonly issue: IssueBulletin;
  readonly warning: OperatorWarning;
  readonly work: UnitOfWork;
  readonly clock: Clock;
  readonly log: Log;
}

const MOST = 5;

/** Tries drafts with a broken section again, and tells the operator while any is left. */
export class FinishBulletins {
  constructor(
    private readonly plan: Plan,
    private readonly hands: Hands,
  ) {}

  async run(): Promise<void> {
    const { store, warning, clock, log } = this.hands;
    for (const draft of await store.unfinished(MOST)) {
      try {
        await this.again(draft.id);
      } catch (error) {
        log.error('a broken bulletin cannot be composed again', {
          bulletin: draft.id,
          error: String(error),
        });
      }
    }
    const left = await store.unfinished(MOST);
    await warning.warn(left.length === 0 ? null : sentenceOf(left), clock.now());
  }

  /** Composes a draft anew as of its own moment; goes out if it is whole now and may. */
  async again(id: string, by = '平台', because = '重新编制'): Promise<void> {
    const draft = await this.hands.store.find(id);
    if (draft?.state !== 'draft') return;
    const { content: before } = draft;
    const [, entityId] = draft.scope.split(':');
    const subject = draft.kind === 'special' ? await this.hands.subjects.of(entityId ?? '') : null;
    const order = orderAgain(this.plan, draft, subject);
    const content = await this.hands.make.contentOf({
      ...order,
      ask: draft.corrects === null ? order.ask : { ...order.ask, knownAt: draft.composedAt },
      heading: { ...order.heading, correction: before.heading.correction },
    });
    await this.hands.work.run(async (tx) => {
      const now = await this.hands.store.lock(tx, id);
      if (now.state !== 'draft') return;
      const at = this.hands.clock.now();
      await this.hands.store.replace(tx, id, content, at);
      const steps = [{ kind: 'recomposed', by, because, at }] as const;
      const isWhole = content.composition.broken.length === 0;
      if (isWhole && order.release === 'straight')
        await this.hands.issue.run(tx, now, content, order.to, steps);
      else await this.hands.issue.keepDraft(tx, now, content, steps);
    });
  }
}

function sentenceOf(left: readonly Bulletin[]): string {
  const told = left.map(({ kind, title, broken }) => {
    const parts = broken.map(({ section, why }) => `${section}：${why}`).join('，');
    return `${nameOf(kind)}“${title}”（${parts}）`;
  });
  return `有简报不完整，没有发出：${told.join('；')}。平台会继续重试，请排除原因。`;
}

const nameOf = (kind: BulletinKind): string => bulletinName(kind);
