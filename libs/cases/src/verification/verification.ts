import type { OutcomeVerdict } from '@risk/domain';
import { checklistElements, type CheckedElement, type Finding } from './checklist.js';

const REGULATION = '《防范和处置非法集资条例》第二十一条第一款';

/** What officers may do to find out, by which article; one line to add one. */
export const ACTIONS = {
  visit: { name: '走访、进入场所', basis: `${REGULATION}第一项`, officers: 2, approval: false },
  interview: { name: '询问', basis: `${REGULATION}第二项`, officers: 2, approval: false },
  documents: {
    name: '查阅、复制、封存',
    basis: `${REGULATION}第三项`,
    officers: 2,
    approval: false,
  },
  account: { name: '查询账户', basis: `${REGULATION}第四项`, officers: 2, approval: true },
  other: { name: '其他', basis: '', officers: 1, approval: false },
} as const;
export type ActionKind = keyof typeof ACTIONS;
export const ACTION_KINDS = Object.keys(ACTIONS) as ActionKind[];
export const isAction = (kind: string): kind is ActionKind => kind in ACTIONS;

/** How a verification can end: an outcome that says what was found, not where the case went. */
export type Conclusion = Exclude<OutcomeVerdict, 'transferred'>;

interface SignedEntry {
  readonly id: string;
  readonly at: Date;
  readonly by: string;
  readonly because: string;
  /** The earlier entry that this one takes the place of; that one stays on record. */
  readonly corrects: string | null;
}

/** What the officers did and what came of it. */
export interface ActionNote {
  readonly kind: ActionKind;
  readonly happenedAt: Date;
  readonly officers: readonly string[];
  readonly result: string;
  /** The main responsible person, where the law binds the action to approval. */
  readonly approver: string | null;
  readonly evidence: readonly string[];
}

/** What was found of one element. */
export interface ElementNote {
  readonly kind: 'element';
  readonly element: CheckedElement;
  readonly finding: Finding;
  readonly evidence: readonly string[];
}

/** How it ended. */
export interface ConclusionNote {
  readonly kind: 'concluded';
  readonly verdict: Conclusion;
  readonly outcomeId: string;
}

export type Note = ActionNote | ElementNote | ConclusionNote;
export type Entry = SignedEntry & Note;

/** A verification task: opened once, then only added to. */
export interface Verification {
  readonly id: string;
  readonly alertId: string;
  /** The entity as it stands now: what was merged into another is that one. */
  readonly entityId: string;
  readonly unit: string;
  readonly officers: readonly string[];
  readonly by: string;
  readonly because: string;
  readonly at: Date;
  /** Oldest first. */
  readonly entries: readonly Entry[];
}

/** The entries that nobody corrected since. */
export function standingOf(entries: readonly Entry[]): Entry[] {
  const corrected = new Set(entries.map(({ corrects }) => corrects));
  return entries.filter(({ id }) => !corrected.has(id));
}

/** How a verification ended; null while it is open. */
export const conclusionOf = ({ entries }: Verification): (Entry & ConclusionNote) | null =>
  entries.find((entry): entry is Entry & ConclusionNote => entry.kind === 'concluded') ?? null;

/** What is known of the three elements, by the entries that stand. */
export const checklistOf = ({ entries }: Verification) =>
  checklistElements(standingOf(entries).flatMap((e) => (e.kind === 'element' ? [e] : [])));
