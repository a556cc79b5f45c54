import { tableBlock, type BulletinScope, type Paper } from '@risk/domain';
import type { Clock, Transaction, UnitOfWork } from '@risk/kit';
import { whyOf, type ComposeBulletin } from '../compose/compose-bulletin.js';
import {
  paperOf,
  type Broken,
  type Composition,
  type Content,
  type Heading,
} from '../compose/composition.js';
import type { RecipientGroup } from '../policy.js';
import type { Ask } from '../sections/section.js';
import type { Bulletin, BulletinKey } from './bulletin.js';
import type { IssueBulletin } from './issue-bulletin.js';
import type { BulletinPost, BulletinPress, BulletinStore, ReporterGate } from './ports.js';

/** A bulletin that is to be made. */
export interface Order {
  readonly key: Omit<BulletinKey, 'samples'>;
  readonly ask: Ask;
  readonly heading: Heading;
  readonly sections: readonly string[];
  readonly to: readonly RecipientGroup[];
  readonly release: 'straight' | 'signed';
  readonly corrects: string | null;
  readonly by: string;
  readonly because: string;
}

interface Hands {
  readonly compose: ComposeBulletin;
  readonly gate: ReporterGate;
  readonly store: BulletinStore;
  readonly post: BulletinPost;
  readonly press: Pick<BulletinPress, 'prepare'>;
  readonly issue: IssueBulletin;
  readonly work: UnitOfWork;
  readonly clock: Clock;
}

/** Composes an edition and keeps it: issued at once where it may be and is whole, a draft otherwise. */
export class MakeBulletin {
  constructor(private readonly hands: Hands) {}

  /** Null when somebody else kept the same edition meanwhile. */
  async run(order: Order): Promise<Bulletin | null> {
    const content = await this.contentOf(order);
    return this.hands.work.run((tx) => this.keep(tx, order, content));
  }

  /** What the edition would say now. */
  async contentOf(order: Pick<Order, 'ask' | 'sections' | 'heading' | 'to'>): Promise<Content> {
    const { ask, sections, heading, to } = order;
    this.hands.press.prepare();
    const composition = await this.hands.compose.run(ask, sections);
    const checked = await this.checked({ heading, composition });
    return { heading, composition: withBroken(checked, this.addressing(to, ask.scope)) };
  }

  private async keep(tx: Transaction, order: Order, content: Content): Promise<Bulletin | null> {
    const { store, issue, clock } = this.hands;
    const { key, ask, heading, corrects, by, because } = order;
    const at = clock.now();
    const kept = await store.keep(tx, {
      ...key,
      samples: ask.samples,
      title: heading.title,
      year: Number(heading.date.slice(0, 4)),
      span: ask.span,
      corrects,
      content,
      composedAt: at,
    });
    if (!kept) return null;
    const composed = { kind: 'composed', by, because, at } as const;
    if (order.release === 'straight' && content.composition.broken.length === 0) {
      return issue.run(tx, kept, content, order.to, [composed]);
    }
    await issue.keepDraft(tx, kept, content, [composed]);
    return kept;
  }

  /** A paper that the gate refuses is no paper: its draft says so and nothing of it goes out. */
  private async checked(content: Content): Promise<Composition> {
    const { gate } = this.hands;
    const { composition } = content;
    try {
      await gate.refuse(everyWordOf(content), composition.named);
      return composition;
    } catch (error) {
      const why = whyOf(error);
      return { ...composition, body: [], sheets: [], broken: [{ section: '举报人保护检查', why }] };
    }
  }

  private addressing(to: readonly RecipientGroup[], scope: BulletinScope): Broken[] {
    if (this.hands.post.count(to, scope, this.hands.clock.now()) > 0) return [];
    return [{ section: '分送', why: '没有可以送达的收件人，请检查 units.yaml 和 bulletins.yaml' }];
  }
}

const withBroken = (composition: Composition, more: readonly Broken[]): Composition =>
  more.length === 0 ? composition : { ...composition, broken: [...composition.broken, ...more] };

/** The paper with its annex, as one: what stands in a table of the annex is said as well. */
function everyWordOf(content: Content): Paper {
  const paper = paperOf(content, { isDraft: true, number: null });
  const sheets = content.composition.sheets.map(({ head, rows }) =>
    tableBlock(
      head,
      rows.map((row) => row.map((cell) => String(cell ?? ''))),
    ),
  );
  return { ...paper, body: [...paper.body, ...sheets] };
}
