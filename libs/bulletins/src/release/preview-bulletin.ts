import { bulletinName, scopeText, type BulletinScope, type PeriodicKind } from '@risk/domain';
import { chinaDay, chinaTime, Invalid, type Clock } from '@risk/kit';
import { coversText, paperOf, type Content, type Standing } from '../compose/composition.js';
import { lastSlot, type Slot } from '../schedule/slots.js';
import type { BulletinSource } from '../source.js';
import type { FileLine, PressedFile, WholeBulletin } from './bulletin.js';
import type { MakeBulletin, Order } from './make-bulletin.js';
import { orderOf, seriesNamed, specialOrder, type Plan } from './plan.js';
import type { BulletinPress, BulletinStore } from './ports.js';
import { interimSpan, type Series } from './series.js';
import { subjectNamed, type Subjects } from './subjects.js';

/** A bulletin that is only looked at. */
export type PreviewWish =
  | { readonly kind: PeriodicKind; readonly scope: BulletinScope; readonly asOf: Date }
  | { readonly kind: 'special'; readonly entityId: string; readonly asOf: Date };

/** What it would be, and what was kept under the same key. */
export interface Preview {
  readonly title: string;
  readonly content: Content;
  readonly files: readonly PressedFile[];
  /** The edition that is kept of the same issue; null when none is. */
  readonly kept: {
    readonly id: string;
    readonly state: string;
    readonly files: readonly FileLine[];
  } | null;
}

interface Hands {
  readonly source: Pick<BulletinSource, 'hasReal'>;
  readonly store: BulletinStore;
  readonly subjects: Subjects;
  readonly make: MakeBulletin;
  readonly press: BulletinPress;
  readonly clock: Clock;
}

/** Composes and prints without keeping or sending anything; the same moment gives the same bytes. */
export class PreviewBulletin {
  constructor(
    private readonly plan: Plan,
    private readonly hands: Hands,
  ) {}

  async run(wish: PreviewWish): Promise<Preview> {
    if (wish.asOf > this.hands.clock.now())
      throw new Invalid(`as-of：${chinaTime(wish.asOf)} 还没有到，不能预先编制`);
    const order = wish.kind === 'special' ? await this.special(wish) : await this.regular(wish);
    const content = await this.hands.make.contentOf(order);
    const kept = await this.keptOf(order);
    const files = await this.hands.press.press(
      paperOf(content, standingOf(kept)),
      content.composition.sheets,
    );
    return { title: order.heading.title, content, files, kept };
  }

  private async special({ entityId, asOf }: PreviewWish & { kind: 'special' }): Promise<Order> {
    const subject = await subjectNamed(this.hands.subjects, entityId);
    return specialOrder(this.plan, subject, asOf, { by: '预览', because: '预览' });
  }

  private async regular(wish: PreviewWish & { kind: PeriodicKind }): Promise<Order> {
    const series = seriesNamed(this.plan, wish.kind, scopeText(wish.scope));
    const slot = lastSlot(series.rhythm, this.plan.calendar, wish.asOf);
    const samples = !(await this.hands.source.hasReal(wish.asOf));
    const order = orderOf(this.plan, series, slot, samples);
    return isBetween(wish, slot) ? interim(order, series, slot, wish.asOf) : order;
  }

  private keptOf({ key, ask }: Order): Promise<WholeBulletin | null> {
    return this.hands.store.findKey({ ...key, samples: ask.samples });
  }
}

/** As the kept edition stands; else as a draft, which bears no number. */
const standingOf = (kept: WholeBulletin | null): Standing =>
  kept
    ? { isDraft: kept.state !== 'issued', number: kept.number }
    : { isDraft: true, number: null };

/** A daily asked for between two issues tells of the time since the last one. */
const isBetween = ({ kind, asOf }: PreviewWish, slot: Slot): boolean =>
  kind === 'daily' && asOf > slot.span.until;

function interim(order: Order, series: Series, slot: Slot, asOf: Date): Order {
  const span = interimSpan(slot, asOf);
  return {
    ...order,
    key: { ...order.key, slot: `interim ${asOf.toISOString()}` },
    ask: { ...order.ask, span, comparisons: [] },
    heading: {
      ...order.heading,
      title: `${bulletinName(series.rhythm.kind)}（截至 ${chinaTime(asOf)}）${series.subject}`,
      date: chinaDay(asOf),
      covers: coversText(span),
    },
  };
}
