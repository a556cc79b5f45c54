import type { EntityKey, EntityKeyKind, ResolvedMention } from '@risk/domain';

/** An entity that shares a key with a mention. */
export interface Candidate {
  readonly entityId: string;
  readonly uscc: string | null;
  /** Founded without a code: may turn out to be another entity. */
  readonly provisional: boolean;
  readonly foldedName: string;
  readonly regionCode: string | null;
  /** The keys of the mention under which it was found. */
  readonly matchedKeys: readonly EntityKey[];
}

/** A provisional entity that turned out to be the one decided upon; the store joins them reversibly. */
export interface Merge {
  readonly entityId: string;
  readonly confidence: number;
  readonly because: string;
}

/** Which entity a mention belongs to. */
export type Attachment =
  | {
      readonly kind: 'attach';
      readonly entityId: string;
      readonly confidence: number;
      readonly because: string;
      readonly merges: readonly Merge[];
    }
  | {
      readonly kind: 'found';
      readonly provisional: boolean;
      readonly because: string;
      readonly merges: readonly Merge[];
    };

type Rule = (mention: ResolvedMention, candidates: readonly Candidate[]) => Attachment | null;

/** From the most certain to the vaguest; the first that has an opinion decides. */
const RULES: readonly Rule[] = [
  sameCode,
  mistypedCode,
  newCode,
  sameRegistration,
  sameName,
  sameContact,
];

/** Decides which of the candidates a mention means, or that a new entity is to be founded. */
export function decideAttachment(
  mention: ResolvedMention,
  candidates: readonly Candidate[],
): Attachment {
  for (const rule of RULES) {
    const decision = rule(mention, candidates);
    if (decision) return decision;
  }
  return found(true, '没有相符的已知主体，先立为暂定主体');
}

const keyOf = (mention: ResolvedMention, kind: EntityKeyKind): string | null =>
  mention.keys.find((key) => key.kind === kind)?.value ?? null;
const matches = (candidate: Candidate, ...kinds: EntityKeyKind[]): boolean =>
  candidate.matchedKeys.some((key) => kinds.includes(key.kind));

function attach(
  mention: ResolvedMention,
  to: Candidate,
  certainty: number,
  because: string,
  merges: readonly Merge[] = [],
): Attachment {
  const confidence = Math.round(mention.confidence * certainty * 100) / 100;
  return { kind: 'attach', entityId: to.entityId, confidence, because, merges };
}

const found = (
  provisional: boolean,
  because: string,
  merges: readonly Merge[] = [],
): Attachment => ({
  kind: 'found',
  provisional,
  because,
  merges,
});

function sameCode(mention: ResolvedMention, candidates: readonly Candidate[]): Attachment | null {
  const uscc = keyOf(mention, 'uscc');
  const same = uscc === null ? undefined : candidates.find((c) => c.uscc === uscc);
  if (!same) return null;
  const agrees =
    mention.foldedName === '' || same.foldedName === mention.foldedName || matches(same, 'name');
  const because = agrees
    ? '统一社会信用代码相同'
    : '统一社会信用代码相同，名称不同（更名或误填，请核对）';
  return attach(mention, same, agrees ? 1 : 0.85, because, mergesFor(mention, candidates, same));
}

/** A code whose check letter fails, one sign away from that of the only firm of this name, is mistyped. */
function mistypedCode(
  mention: ResolvedMention,
  candidates: readonly Candidate[],
): Attachment | null {
  const uscc = keyOf(mention, 'uscc');
  if (uscc === null || !mention.flags.some((flag) => flag.includes('校验位不符'))) return null;
  const [only, second] = namesakes(mention, candidates).filter((c) => isOneSignAway(c.uscc, uscc));
  if (!only || second) return null;
  return attach(
    mention,
    only,
    0.85,
    `代码校验不符，与同名主体的代码只差一位（${only.uscc ?? ''}），按误填处理`,
  );
}

function isOneSignAway(a: string | null, b: string): boolean {
  return (
    a !== null &&
    a.length === b.length &&
    Array.from(a).filter((sign, i) => sign !== b.charAt(i)).length === 1
  );
}

/** A code nobody has yet founds a full entity; provisional ones of the same name flow into it. */
function newCode(mention: ResolvedMention, candidates: readonly Candidate[]): Attachment | null {
  if (keyOf(mention, 'uscc') === null) return null;
  const merges = mergesFor(mention, candidates, null);
  const because =
    merges.length > 0 ? '首次出现的代码，并入同名的暂定主体' : '首次出现的统一社会信用代码';
  return found(false, because, merges);
}

function mergesFor(
  mention: ResolvedMention,
  candidates: readonly Candidate[],
  into: Candidate | null,
): Merge[] {
  if (mention.foldedName === '') return [];
  return namesakes(mention, candidates)
    .filter((c) => c.provisional && c.uscc === null && c.entityId !== into?.entityId)
    .map((c) => ({
      entityId: c.entityId,
      confidence: c.regionCode === mention.regionCode ? 0.95 : 0.8,
      because: `名称相同（${c.foldedName}），后来的记录带来了统一社会信用代码`,
    }));
}

function sameRegistration(
  mention: ResolvedMention,
  candidates: readonly Candidate[],
): Attachment | null {
  const same = candidates.find((c) => matches(c, 'regno'));
  return same ? attach(mention, same, 1, '工商注册号相同') : null;
}

/** Found under a name of the mention, and the regions do not contradict. */
const namesakes = (mention: ResolvedMention, candidates: readonly Candidate[]): Candidate[] =>
  candidates.filter((c) => matches(c, 'name') && areCompatible(c.regionCode, mention.regionCode));

/** Unknown goes with everything; otherwise the same city (GB/T 2260, first four digits) or its province. */
export function areCompatible(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return true;
  if (a.slice(0, 4) === b.slice(0, 4)) return true;
  return a.slice(0, 2) === b.slice(0, 2) && (a.slice(2, 4) === '00' || b.slice(2, 4) === '00');
}

function sameName(mention: ResolvedMention, candidates: readonly Candidate[]): Attachment | null {
  const same = namesakes(mention, candidates);
  const [only] = same;
  if (!only) return null;
  if (same.length === 1) return attach(mention, only, 0.95, '名称相同，地区相符，只此一家');
  return bestOf(mention, same);
}

/** Region, contacts and having a code speak for a candidate. */
function likeness(mention: ResolvedMention, candidate: Candidate): number {
  const isExact = candidate.foldedName === mention.foldedName;
  const region = candidate.regionCode !== null && candidate.regionCode === mention.regionCode;
  return (
    (isExact ? 2 : 0) +
    (region ? 2 : 0) +
    (matches(candidate, 'website', 'app', 'wechat', 'phone') ? 3 : 0) +
    (candidate.provisional ? 0 : 1)
  );
}

function bestOf(mention: ResolvedMention, same: readonly Candidate[]): Attachment {
  const ranked = same
    .map((candidate) => ({ candidate, points: likeness(mention, candidate) }))
    .sort((a, b) => b.points - a.points);
  const [first, second] = ranked;
  if (!first || first.points === second?.points) {
    return found(true, `同名主体有${same.length}家，无法区分，先立为暂定主体`);
  }
  return attach(
    mention,
    first.candidate,
    0.75,
    `同名主体有${same.length}家，按地区、联系方式取最相符的一家`,
  );
}

/** Certainty that a contact alone identifies its owner. */
const CONTACTS: readonly (readonly [kind: EntityKeyKind, certainty: number, name: string])[] = [
  ['website', 0.8, '网址'],
  ['app', 0.75, '应用名称'],
  ['wechat', 0.75, '微信号'],
  ['phone', 0.65, '电话'],
];

function sameContact(
  mention: ResolvedMention,
  candidates: readonly Candidate[],
): Attachment | null {
  for (const [kind, certainty, name] of CONTACTS) {
    const same = candidates.filter((c) => matches(c, kind) && mayShareName(c, mention));
    const [only] = same;
    if (only && same.length === 1)
      return attach(mention, only, certainty, `${name}相同，且没有别的主体使用`);
  }
  return null;
}

/** A contact does not join two different names: one phone may serve several firms. */
const mayShareName = (candidate: Candidate, mention: ResolvedMention): boolean =>
  candidate.foldedName === '' ||
  mention.foldedName === '' ||
  candidate.foldedName.includes(mention.foldedName) ||
  mention.foldedName.includes(candidate.foldedName);
