import { chinaTime, Conflict, Invalid, NotFound, type Transaction } from '@risk/kit';
import { approverOf, officersOf } from '../desk/people.js';
import type { DeskHands } from '../desk/ports.js';
import { refuseStale, signed, type Signature } from '../signature.js';
import type { EvidenceCheck } from './evidence-check.js';
import type { VerificationStore } from './ports.js';
import { sayEntry } from './say-entry.js';
import {
  ACTIONS,
  conclusionOf,
  isAction,
  standingOf,
  type ActionNote,
  type ElementNote,
  type Entry,
  type Verification,
} from './verification.js';

/** What somebody adds to the log of a verification. */
export interface NoteRequest extends Signature {
  readonly verificationId: string;
  readonly note: ActionNote | ElementNote;
  /** The entry that this one takes the place of. */
  readonly corrects: string | null;
  /** The entry that the person saw last; null when there was none. */
  readonly seen: string | null;
}

/** Adds an entry to the log: something done, or a finding on one element. */
export class NoteVerification {
  constructor(
    private readonly store: VerificationStore,
    private readonly desk: DeskHands,
    private readonly evidence: EvidenceCheck,
  ) {}

  async run(tx: Transaction, request: NoteRequest): Promise<Entry> {
    const signature = signed(request);
    const verification = await openOne(this.store, this.desk, tx, request.verificationId);
    refuseStaleLog(verification, request.seen);
    const at = this.desk.clock.now();
    const { note, corrects } = request;
    const evidence = await this.evidence.run(tx, verification, note.evidence);
    const checked = isElement(note)
      ? { ...note, evidence }
      : { ...actionOf(note, verification, at), evidence };
    if (corrects !== null) refuseOddCorrection(verification, corrects, note);
    return this.store.append(tx, verification.id, { ...checked, ...signature, at, corrects });
  }
}

const isElement = (note: ActionNote | ElementNote): note is ElementNote => note.kind === 'element';

/** The verification, its alert locked so that its log stands still; refused when it is over. */
export async function openOne(
  store: VerificationStore,
  { steps }: Pick<DeskHands, 'steps'>,
  tx: Transaction,
  id: string,
): Promise<Verification> {
  const found = await store.find(tx, id);
  if (found) await steps.lock(tx, found.alertId);
  const verification = found && (await store.find(tx, id));
  if (!verification) throw new NotFound(`没有核查任务“${id}”`);
  const over = conclusionOf(verification);
  if (over)
    throw new Conflict(`核查任务 ${id} 已由 ${over.by} 于 ${chinaTime(over.at)} ${sayEntry(over)}`);
  return verification;
}

/** Refuses whoever did not see the latest entry of the log. */
export function refuseStaleLog(
  { entries }: Verification,
  seen: string | null,
  field = 'seen',
): void {
  refuseStale(entries, seen, sayEntry, { place: '这个核查任务', thing: '核查记录', field });
}

function actionOf(note: ActionNote, verification: Verification, now: Date): ActionNote {
  const { basis, officers: atLeast, approval } = ACTIONS[note.kind];
  const officers = officersOf(note.officers, atLeast);
  const stranger = officers.find((name) => !verification.officers.includes(name));
  if (stranger !== undefined) throw new Invalid(`officers：${stranger}不是这个核查任务的核查人员`);
  if (note.happenedAt > now) throw new Invalid('happenedAt：时间在现在之后');
  if (note.result.trim() === '') throw new Invalid('result：请写明结果');
  const approver = approval ? approverOf(note.approver, officers, basis) : note.approver;
  return { ...note, officers, approver, result: note.result.trim() };
}

/** Like takes the place of like, once. */
function refuseOddCorrection(
  { entries }: Verification,
  corrects: string,
  note: ActionNote | ElementNote,
): void {
  const earlier = entries.find(({ id }) => id === corrects);
  if (!earlier) throw new Invalid(`corrects：没有编号为 ${corrects} 的核查记录`);
  if (!standingOf(entries).includes(earlier))
    throw new Invalid(`corrects：核查记录 ${corrects} 已被更正，请更正后一条`);
  const isLike =
    earlier.kind === 'element' && note.kind === 'element'
      ? earlier.element === note.element
      : isAction(earlier.kind) && note.kind !== 'element';
  if (!isLike) throw new Invalid(`corrects：核查记录 ${corrects} 是另一类，不能由这一条更正`);
}
