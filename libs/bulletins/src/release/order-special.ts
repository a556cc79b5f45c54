import { signed, type Signature } from '@risk/domain';
import { Conflict, type Clock } from '@risk/kit';
import type { Bulletin } from './bulletin.js';
import type { MakeBulletin } from './make-bulletin.js';
import { specialOrder, type Plan } from './plan.js';
import { subjectNamed, type Subjects } from './subjects.js';

/** Somebody wants a special report on one entity. */
export interface SpecialWish extends Signature {
  readonly entityId: string;
}

/** Makes a special report as of now. */
export class OrderSpecial {
  constructor(
    private readonly plan: Plan,
    private readonly hands: { readonly subjects: Subjects; readonly make: MakeBulletin },
    private readonly clock: Clock,
  ) {}

  async run({ entityId, ...signature }: SpecialWish): Promise<Bulletin> {
    const wish = signed(signature);
    const subject = await subjectNamed(this.hands.subjects, entityId);
    const order = specialOrder(this.plan, subject, this.clock.now(), wish);
    const made = await this.hands.make.run(order);
    if (!made) throw new Conflict('同一时刻已有一份专报，请稍后再试');
    return made;
  }
}
