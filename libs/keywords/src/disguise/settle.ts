import { bySpan, type Span } from '../spans.js';

/** A place of a text that is read as a term. */
export interface Claim extends Span {
  /** The term. */
  readonly says: string;
  /** 1 for a term that stands there without any disguise, which no other claim can dispute. */
  readonly confidence: number;
}

/** Whether the end of one term is the beginning of another, so that both can be meant where they overlap. */
function runsInto(left: string, right: string): boolean {
  for (let n = 1; n <= left.length && n <= right.length; n++)
    if (left.endsWith(right.slice(0, n))) return true;
  return false;
}

/** Whether a claim and one that begins behind it read the same characters as different ones. */
const dispute = (left: Claim, right: Claim): boolean =>
  left.start < right.start &&
  right.start < left.end &&
  left.end < right.end &&
  !runsInto(left.says, right.says);

/** The claims that dispute each one's beginning, and its end. */
class Disputes {
  private readonly before = new Map<Claim, Claim[]>();
  private readonly behind = new Map<Claim, Claim[]>();

  /** Of claims ordered by start. */
  constructor(claims: readonly Claim[]) {
    claims.forEach((left, i) => {
      for (let j = i + 1; (claims[j]?.start ?? Infinity) < left.end; j++) {
        const right = claims[j];
        if (right && dispute(left, right)) this.note(left, right);
      }
    });
  }

  private note(left: Claim, right: Claim): void {
    this.behind.set(left, [...(this.behind.get(left) ?? []), right]);
    this.before.set(right, [...(this.before.get(right) ?? []), left]);
  }

  beginningOf = (claim: Claim): readonly Claim[] => this.before.get(claim) ?? [];
  endOf = (claim: Claim): readonly Claim[] => this.behind.get(claim) ?? [];
}

/**
 * Of disguises that overlap, those that can be meant: a character hides one other. What crosses the border between two
 * that stand side by side goes first (渔柒 as 逾期 in 埔渔柒簰, which is 捕鱼棋牌), then the less certain of each two.
 * All ordered by start.
 */
export function settled<T extends Claim>(disguised: readonly T[], plain: readonly Claim[]): T[] {
  const all = [...plain, ...disguised].sort(bySpan);
  const disputes = new Disputes(all);
  const gone = new Set<Claim>();
  const stands = (claim: Claim): boolean => !gone.has(claim);
  for (const claim of disguised) {
    const left = disputes.beginningOf(claim).filter(stands);
    const right = disputes.endOf(claim).filter(stands);
    if (left.some((a) => right.some((b) => a.end <= b.start))) gone.add(claim);
  }
  for (const claim of disguised) {
    const doubters = [...disputes.beginningOf(claim), ...disputes.endOf(claim)].filter(stands);
    if (stands(claim) && doubters.some(({ confidence }) => confidence > claim.confidence))
      gone.add(claim);
  }
  return disguised.filter(stands);
}
