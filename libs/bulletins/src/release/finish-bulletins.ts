import {
  bulletinName,
  bulletinStateName,
  signed,
  type BulletinKind,
  type Signature,
} from '@risk/domain';
import { Invalid, NotFound, type Clock, type Log, type UnitOfWork } from '@risk/kit';
import type { Bulletin, WholeBulletin } from './bulletin.js';
import type { IssueBulletin } from './issue-bulletin.js';
import type { Content } from '../compose/composition.js';
import type { MakeBulletin, Order } from './make-bulletin.js';
import { orderAgain, type Plan } from './plan.js';
import type { BulletinStore, OperatorWarning } from './ports.js';
import { subjectOf, type Subjects } from './subjects.js';

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

const MOST = 50;

interface Made {
  readonly order: Order;
  readonly content: Content;
}

/** Tries drafts with a broken section again, and tells the operator while any is left. */
export class FinishBulletins {
  constructor(
    private readonly plan: Plan,
    private readonly hands: Hands,
  ) {}

  /** `failures` are issues that could not even be kept, a sentence each. */
  async run(failures: readonly string[] = []): Promise<void> {
    const { store, warning, clock, log } = this.hands;
    for (const draft of await store.unfinished(MOST)) {
      try {
        await this.retry(draft.id);
      } catch (error) {
        log.error('a broken bulletin cannot be composed again', {
          bulletin: draft.id,
          error: String(error),
        });
      }
    }
    const left = await store.unfinished(MOST);
    const sentences = [
      ...(failures.length === 0
        ? []
        : [`有简报编不出来：${failures.join('；')}。平台会继续重试。`]),
      ...(left.length === 0 ? [] : [sentenceOf(left)]),
    ];
    await warning.warn(sentences.length === 0 ? null : sentences.join(''), clock.now());
  }

  /** Composes a draft anew as of its own moment, since somebody wants it; goes out if it is whole now and may. */
  async again(id: string, by: string, because: string): Promise<void> {
    const wish = signed({ by, because });
    const draft = await this.hands.store.find(id);
    if (!draft) throw new NotFound(`没有编号为 ${id} 的简报`);
    if (draft.state !== 'draft')
      throw new Invalid(`本期${bulletinStateName(draft.state)}，只有草稿可以重新编制`);
    await this.keep(id, await this.anew(draft), wish);
  }

  /** Every minute: what is broken as it was before is no news to be noted. */
  private async retry(id: string): Promise<void> {
    const draft = await this.hands.store.find(id);
    if (draft?.state !== 'draft') return;
    const made = await this.anew(draft);
    if (brokenText(made.content.composition) === brokenText(draft)) return;
    await this.keep(id, made, { by: '平台', because: '重新编制' });
  }

  private async anew(draft: WholeBulletin): Promise<Made> {
    const { content: before } = draft;
    const subject = await subjectOf(this.hands.subjects, draft);
    const order = orderAgain(this.plan, draft, subject);
    const content = await this.hands.make.contentOf({
      ...order,
      ask: draft.corrects === null ? order.ask : { ...order.ask, knownAt: draft.composedAt },
      heading: { ...order.heading, correction: before.heading.correction },
    });
    return { order, content };
  }

  private async keep(
    id: string,
    { order, content }: Made,
    { by, because }: Signature,
  ): Promise<void> {
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

const brokenText = ({ broken }: Pick<Bulletin, 'broken'>): string =>
  broken.map(({ section, why }) => `${section}：${why}`).join('，');

function sentenceOf(left: readonly Bulletin[]): string {
  const told = left.map((one) => `${nameOf(one.kind)}“${one.title}”（${brokenText(one)}）`);
  return `有简报不完整，没有发出：${told.join('；')}。平台会继续重试，请排除原因。`;
}

const nameOf = (kind: BulletinKind): string => bulletinName(kind);
