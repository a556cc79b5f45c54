import type { BulletinFacts, BulletinState } from '../api/bulletins.js';
import type { Permission } from '../api/permission.js';
import type { SignedIn } from '../api/session.js';

/** Something that a person can do with a bulletin. */
export interface BulletinAct {
  readonly title: string;
  readonly needs: Permission;
  readonly from: readonly BulletinState[];
  /** Whether only a whole bulletin may take it. */
  readonly isWhole: boolean;
  /** Below the bulletin. */
  readonly path: 'steps' | 'corrections' | 'recompositions';
  /** The kind of step; null where the path says it. */
  readonly kind: string | null;
  readonly means: string;
  readonly isGrave?: boolean;
}

/** One line to add one; the server decides by the same rules. */
export const BULLETIN_ACTS: readonly BulletinAct[] = [
  {
    ...{ title: '审核', needs: 'bulletins.review', from: ['draft'], isWhole: true },
    ...{ path: 'steps', kind: 'reviewed', means: '审核后由另一人签发。' },
  },
  {
    ...{ title: '签发', needs: 'bulletins.sign', from: ['reviewed'], isWhole: true },
    ...{ path: 'steps', kind: 'signed', means: '签发后立即编号、排印并分送，不能修改，只能更正。' },
  },
  {
    ...{ title: '退回', needs: 'bulletins.review', from: ['reviewed'], isWhole: false },
    ...{ path: 'steps', kind: 'returned', means: '退回为草稿，可以重新编制后再审核。' },
  },
  {
    ...{ title: '重新编制', needs: 'bulletins.make', from: ['draft'], isWhole: false },
    ...{
      path: 'recompositions',
      kind: null,
      means: '按本期原定的时刻重新读取数据；草稿被新的代替。',
    },
  },
  {
    ...{ title: '编制更正版', needs: 'bulletins.sign', from: ['issued'], isWhole: false },
    ...{
      path: 'corrections',
      kind: null,
      means: '按现在所知重新编制，列出不同之处；原版留存，更正版照样审核、签发。',
    },
  },
  {
    ...{ title: '作废', needs: 'bulletins.sign', from: ['draft', 'reviewed'], isWhole: false },
    ...{ path: 'steps', kind: 'withdrawn', means: '作废后不再发出，不能恢复。', isGrave: true },
  },
];

/** An act that is offered, and why it cannot be done now. */
export interface OfferedAct {
  readonly act: BulletinAct;
  readonly refusal: string | null;
}

/** What this person can do with it now. */
export function actsOn(bulletin: BulletinFacts, person: SignedIn): readonly OfferedAct[] {
  return BULLETIN_ACTS.filter(
    ({ needs, from }) => person.permissions.includes(needs) && from.includes(bulletin.state),
  ).map((act) => ({ act, refusal: refusalOf(act, bulletin, person) }));
}

function refusalOf(
  { kind, isWhole }: BulletinAct,
  { broken, steps }: BulletinFacts,
  { name }: SignedIn,
): string | null {
  if (isWhole && broken.length > 0) return '本期不完整，排除原因并重新编制之后才能办理';
  const reviewers = steps.filter((step) => step.kind === 'reviewed');
  const reviewer = reviewers[reviewers.length - 1]?.by;
  if (kind === 'signed' && reviewer === name) return '本期是您审核的，须由另一人签发';
  return null;
}
