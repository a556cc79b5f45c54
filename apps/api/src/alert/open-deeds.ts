import type { Permission } from '@risk/access';
import { stepsAt, type Stand, type StepKind } from '@risk/alerting';

/** What is done with papers of its own or on another desk, besides the steps. */
export type DeedKind =
  | 'verify'
  | 'verification-entry'
  | 'hand-over'
  | 'receipt'
  | 'attach'
  | 'draft-letter'
  | 'sign-letter'
  | 'tier'
  | 'outcome'
  | 'merge'
  | 'unmerge'
  | 'silence';

/** How an alert stands for whoever looks at it. */
export interface AlertStand extends Stand {
  readonly status: string;
  readonly isOffice: boolean;
  readonly seesWholeCity: boolean;
  readonly hasOpenVerification: boolean;
  /** None; one that waits for its receipt; one that was answered. */
  readonly handOver: 'none' | 'waiting' | 'answered';
}

/** What somebody can do with an alert now. */
export interface OpenDeeds {
  readonly steps: readonly StepKind[];
  readonly deeds: readonly DeedKind[];
}

interface DeedRule {
  readonly needs: Permission;
  readonly isOpen: (stand: AlertStand, steps: readonly StepKind[]) => boolean;
}

const isOpenAlert = ({ status }: AlertStand): boolean => status === 'open';
const always = (): boolean => true;

/** One line a deed: the permission that it needs, and when the alert allows it. */
const RULES: Readonly<Record<DeedKind, DeedRule>> = {
  verify: {
    needs: 'verifications.write',
    isOpen: ({ stage, hasOpenVerification }, steps) =>
      !hasOpenVerification && (stage === 'verifying' || steps.includes('verifying')),
  },
  'verification-entry': {
    needs: 'verifications.write',
    isOpen: ({ hasOpenVerification }) => hasOpenVerification,
  },
  'hand-over': {
    needs: 'handovers.make',
    isOpen: ({ stage, handOver }, steps) =>
      handOver !== 'waiting' &&
      (steps.includes('transferred') || (stage === 'transferred' && handOver === 'answered')),
  },
  receipt: { needs: 'handovers.answer', isOpen: ({ handOver }) => handOver !== 'none' },
  attach: { needs: 'attachments.add', isOpen: always },
  'draft-letter': { needs: 'letters.draft', isOpen: always },
  'sign-letter': { needs: 'letters.sign', isOpen: always },
  tier: { needs: 'entities.decide', isOpen: always },
  outcome: { needs: 'outcomes.record', isOpen: always },
  merge: { needs: 'alerts.merge', isOpen: isOpenAlert },
  unmerge: { needs: 'alerts.merge', isOpen: always },
  silence: { needs: 'alerts.hold', isOpen: ({ seesWholeCity }) => seesWholeCity },
};

/** What is offered: only what the permissions allow and the alert's stage bears. */
export function openDeeds(permissions: ReadonlySet<Permission>, stand: AlertStand): OpenDeeds {
  const open = isOpenAlert(stand) || stand.status === 'closed';
  const steps = open && permissions.has('alerts.act') ? stepsAt(stand, stand.isOffice) : [];
  // Verification and hand-over move the alert by themselves: whoever may do them need not take the bare step.
  const allSteps = open ? stepsAt(stand, stand.isOffice) : [];
  const deeds = (Object.keys(RULES) as DeedKind[]).filter((kind) => {
    const { needs, isOpen } = RULES[kind];
    return permissions.has(needs) && isOpen(stand, allSteps);
  });
  return { steps, deeds };
}
