import { signed, type Signature } from '@risk/domain';
import { Conflict, Invalid, NotFound, type Clock } from '@risk/kit';
import { differencesOf } from '../compose/composition.js';
import type { Bulletin, WholeBulletin } from './bulletin.js';
import type { MakeBulletin } from './make-bulletin.js';
import { orderAgain, type Plan } from './plan.js';
import type { BulletinStore } from './ports.js';
import { subjectOf, type Subjects } from './subjects.js';

/** Somebody wants an issued bulletin corrected. */
export interface CorrectionWish extends Signature {
  readonly id: string;
}

interface Hands {
  readonly store: BulletinStore;
  readonly subjects: Subjects;
  readonly make: MakeBulletin;
  readonly clock: Clock;
}

/** Composes an issue again under a mark: the edition that went out stays what it was. */
export class CorrectBulletin {
  constructor(
    private readonly plan: Plan,
    private readonly hands: Hands,
  ) {}

  async run({ id, ...signature }: CorrectionWish): Promise<Bulletin> {
    const { by, because } = signed(signature);
    const { store, make } = this.hands;
    const wrong = await store.find(id);
    if (!wrong) throw new NotFound(`没有编号为 ${id} 的简报`);
    if (wrong.state !== 'issued')
      throw new Invalid('只有已签发的简报可以更正；草稿请退回或重新编制');
    const again = orderAgain(this.plan, wrong, await subjectOf(this.hands.subjects, wrong));
    const knownAt = this.hands.clock.now();
    const order = { ...again, ask: { ...again.ask, knownAt }, by, because };
    const plain = await make.contentOf(order);
    const differences = differencesOf(wrong.content.composition.figures, plain.composition.figures);
    const correction = { because, differences };
    const corrected = await make.run({
      ...order,
      key: { ...order.key, revision: await this.revisionAfter(wrong) },
      heading: { ...order.heading, correction },
      corrects: id,
    });
    if (!corrected) throw new Conflict('这一版已有更正版，请更正最新的一版');
    return corrected;
  }

  /** A correction that was withdrawn is no correction: the next one takes the place after it. */
  private async revisionAfter(wrong: WholeBulletin): Promise<number> {
    const { kind, slot, scope, samples } = wrong;
    let revision = wrong.revision + 1;
    const isWithdrawn = async (): Promise<boolean> =>
      (await this.hands.store.findKey({ kind, slot, scope, samples, revision }))?.state ===
      'withdrawn';
    while (await isWithdrawn()) revision += 1;
    return revision;
  }
}
