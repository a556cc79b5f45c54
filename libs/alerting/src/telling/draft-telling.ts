import type { DutyDraft } from '../life/ports.js';
import type { Addressee, NoticeDraft, NoticeKind, Recipient } from '../ports.js';
import type { Occasion } from './ports.js';

/** How notices go out. */
export interface Sending {
  readonly at: Date;
  /** When this goes out that may wait for the digest of its recipient; null sends it at once. */
  readonly digestAt: Date | null;
}

/** The notice of an occasion to every recipient of its units, by every channel. */
export function noticesOf(
  occasion: Occasion,
  addressees: readonly Addressee[],
  sending: Sending,
): NoticeDraft[] {
  const { alertId, changeId, step, verdict } = occasion;
  const about = { alertId, changeId, dutyId: null, step, kind: 'alert', said: null } as const;
  return addressees.flatMap((to) => addressed(to, { ...about, sample: verdict.sample }, sending));
}

/** What a notice is about, before it is addressed. */
export type Unaddressed = Omit<NoticeDraft, 'channel' | 'to' | 'state' | 'notBefore'> & {
  readonly kind: NoticeKind;
};

/** One notice for each channel of each contact of a unit. */
export function addressed(
  { contacts, ...unit }: Addressee,
  about: Unaddressed,
  { at, digestAt }: Sending,
): NoticeDraft[] {
  return contacts.flatMap(({ channels, key, title, email }) =>
    channels.map((channel): NoticeDraft => {
      const waits = digestAt !== null && channel !== 'inbox';
      return {
        ...about,
        channel,
        to: { ...unit, recipient: { key, title, email } },
        state: waits ? 'gathering' : 'pending',
        notBefore: waits ? digestAt : at,
      };
    }),
  );
}

/** A recipient of a unit that owes nothing by this notice. */
export const justTold = (
  unit: Pick<Addressee, 'unit' | 'unitName' | 'role' | 'because'>,
  contacts: readonly Recipient[],
): Addressee => ({ ...unit, acknowledgeBy: null, dueAt: null, waits: false, contacts });

/** What the units of an occasion owe: to acknowledge it and, while there is no result, to answer it. */
export function dutiesOf(
  { alertId, verdict, stage, isAside }: Occasion,
  addressees: readonly Addressee[],
  at: Date,
): DutyDraft[] {
  if (isAside) return [];
  const hasResult = stage === 'confirmed' || stage === 'transferred';
  return addressees.flatMap(({ unit, role, because, acknowledgeBy, dueAt }) => {
    const on = { alertId, unit, role, because, sample: verdict.sample };
    const common = { ...on, subject: '', from: at };
    return [
      ...(acknowledgeBy ? [{ ...common, kind: 'acknowledge' as const, dueAt: acknowledgeBy }] : []),
      ...(dueAt && !hasResult ? [{ ...common, kind: 'answer' as const, dueAt }] : []),
    ];
  });
}
