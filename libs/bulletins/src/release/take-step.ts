import {
  bulletinStateName,
  isSamePerson,
  refuseStale,
  signed,
  type BulletinState,
  type Signature,
} from '@risk/domain';
import { Invalid, type Clock, type UnitOfWork } from '@risk/kit';
import type { WholeBulletin, BulletinStepKind } from './bulletin.js';
import type { IssueBulletin } from './issue-bulletin.js';
import { refuseBroken } from './issue-bulletin.js';
import { recipientsOf, type Plan } from './plan.js';
import type { BulletinStore } from './ports.js';

/** What a person may do with a bulletin. */
export type PersonStep = 'reviewed' | 'returned' | 'signed' | 'withdrawn';

interface StepRule {
  readonly title: string;
  readonly from: readonly BulletinState[];
  readonly to: BulletinState;
  /** Whether only a whole bulletin may take it. */
  readonly isWhole: boolean;
}

/** One line a step. */
const STEPS: Readonly<Record<PersonStep, StepRule>> = {
  reviewed: { title: '审核', from: ['draft'], to: 'reviewed', isWhole: true },
  returned: { title: '退回', from: ['reviewed'], to: 'draft', isWhole: false },
  signed: { title: '签发', from: ['reviewed'], to: 'issued', isWhole: true },
  withdrawn: { title: '作废', from: ['draft', 'reviewed'], to: 'withdrawn', isWhole: false },
};

export const PERSON_STEPS = Object.keys(STEPS) as PersonStep[];

const STEP_NAMES: Readonly<Record<BulletinStepKind, string>> = {
  composed: '编制',
  recomposed: '重新编制',
  reviewed: '审核',
  returned: '退回',
  signed: '签发',
  issued: '发出',
  withdrawn: '作废',
};
export const bulletinStepName = (kind: BulletinStepKind): string => STEP_NAMES[kind];

/** A step that a person takes, having seen the latest one. */
export interface StepWish extends Signature {
  readonly id: string;
  readonly kind: PersonStep;
  /** The latest step that the person saw. */
  readonly seen: string | null;
}

interface Hands {
  readonly store: BulletinStore;
  readonly issue: IssueBulletin;
  readonly work: UnitOfWork;
  readonly clock: Clock;
}

/** Draft, reviewed, signed off and issued: one person reviews, another signs. */
export class TakeBulletinStep {
  constructor(
    private readonly plan: Plan,
    private readonly hands: Hands,
  ) {}

  run({ id, kind, seen, ...signature }: StepWish): Promise<void> {
    const { by, because } = signed(signature);
    const { store, issue, work, clock } = this.hands;
    return work.run(async (tx) => {
      const bulletin = await store.lock(tx, id);
      refuseUnfit(bulletin, kind, by);
      refuseStale(bulletin.steps, seen, (step) => bulletinStepName(step.kind), {
        place: '这期简报',
        thing: '步骤',
      });
      const steps = [{ kind, by, because, at: clock.now() }];
      if (kind === 'signed')
        await issue.run(tx, bulletin, bulletin.content, recipientsOf(this.plan, bulletin), steps);
      else await issue.keepDraft(tx, bulletin, bulletin.content, steps, STEPS[kind].to);
    });
  }
}

function refuseUnfit(bulletin: WholeBulletin, kind: PersonStep, by: string): void {
  const { title, from, isWhole } = STEPS[kind];
  const { state, content, steps } = bulletin;
  if (!from.includes(state))
    throw new Invalid(
      `本期${bulletinStateName(state)}，不能${title}；可以${title}的是：${from.map(bulletinStateName).join('、')}`,
    );
  if (isWhole) refuseBroken(content);
  const reviewer = steps.findLast((step) => step.kind === 'reviewed')?.by;
  if (kind === 'signed' && reviewer !== undefined && isSamePerson(reviewer, by))
    throw new Invalid(`by：审核和签发须由不同的人办理，${reviewer} 已经审核过`);
}
