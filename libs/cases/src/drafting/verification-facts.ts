import { Invalid } from '@risk/kit';
import type { ElementFacts, VerificationFacts } from '../letters/facts.js';
import { BLANK } from '../letters/phrases.js';
import { evidencePlaces } from '../verification/evidence-places.js';
import {
  ACTIONS,
  checklistOf,
  conclusionOf,
  standingOf,
  isAction,
  type ActionNote,
  type Entry,
  type Verification,
} from '../verification/verification.js';
import {
  endsOf,
  firmOf,
  keptText,
  latestOf,
  officersOf,
  type KnownOfCase,
} from './known-of-case.js';
import type { VerificationSaid } from './said.js';

/** Facts for the record of a verification: its log as it stands. */
export function verificationFacts(known: KnownOfCase, said: VerificationSaid): VerificationFacts {
  const verification = chosen(known, said);
  refuseStrangers(verification, said);
  const actions = standingOf(verification.entries).filter(isActionEntry);
  refuseUnknown('places', said.places, actions, 'visit');
  refuseUnknown('roles', said.roles, actions, 'interview');
  const text = (words: string) => keptText(known, words);
  const done = (kind: ActionNote['kind']) => actions.filter((one) => one.kind === kind);
  const end = conclusionOf(verification);
  const { alertId: id, raisedAt, tier, index } = known.alert;
  return {
    ...endsOf(known, said),
    firm: firmOf(known, said),
    alert: { id, raisedAt, tier, score: index.score, scheme: index.scheme },
    officers: officersOf(verification, known, said),
    elements: elementsOf(known, verification),
    visits: done('visit').map(({ id: entry, happenedAt: at, result }) => ({
      at,
      place: said.places[entry] ?? BLANK,
      found: text(result),
    })),
    interviews: done('interview').map(({ id: entry, happenedAt: at, result }) => ({
      at,
      role: said.roles[entry] ?? BLANK,
      said: text(result),
    })),
    others: actions
      .filter(({ kind }) => kind !== 'visit' && kind !== 'interview')
      .map(({ kind, happenedAt: at, result, approver }) => ({
        at,
        action: ACTIONS[kind].name,
        approver,
        result: text(result),
      })),
    evidence: known.evidence.map(({ name, ...one }) => ({ ...one, name: text(name) })),
    verdict: end?.verdict ?? null,
    because: end ? text(end.because) : null,
  };
}

type ActionEntry = Entry & ActionNote;
const isActionEntry = (entry: Entry): entry is ActionEntry => isAction(entry.kind);

function chosen(known: KnownOfCase, { verification: id }: VerificationSaid): Verification {
  const { verifications, alert } = known;
  const one = id === undefined ? latestOf(known) : verifications.find((v) => v.id === id);
  if (one) return one;
  const which = id === undefined ? '' : ` ${id}`;
  throw new Invalid(`verification：预警 ${alert.alertId} 没有核查任务${which}，写不出核查记录`);
}

const elementsOf = (known: KnownOfCase, verification: Verification): ElementFacts[] =>
  checklistOf(verification).map(({ element, finding, because, evidence }) => ({
    element,
    suspected: finding === 'unclear' ? null : finding === 'met',
    note: because === null ? null : keptText(known, because),
    evidence: evidencePlaces(evidence, known.evidence),
  }));

/** The record tells who verified, not who else was there. */
function refuseStrangers({ id, officers }: Verification, said: VerificationSaid): void {
  const stranger = said.officers?.find(({ name }) => !officers.includes(name));
  if (stranger) throw new Invalid(`officers：${stranger.name}不是核查任务 ${id} 的核查人员`);
}

function refuseUnknown(
  field: string,
  said: Readonly<Record<string, string>>,
  actions: readonly ActionEntry[],
  kind: ActionNote['kind'],
): void {
  const known = new Set(actions.filter((one) => one.kind === kind).map(({ id }) => id));
  const unknown = Object.keys(said).find((id) => !known.has(id));
  if (unknown !== undefined)
    throw new Invalid(`${field}.${unknown}：没有编号为 ${unknown} 的${ACTIONS[kind].name}记录`);
}
