import type {
  Assessment,
  EntityKey,
  EntityTie,
  FeedRecord,
  RiskIndex,
  TieSpan,
} from '@risk/domain';
import type { EntityLink, Founder, JudgedRecord } from '../ports.js';

/** A version of a record as a store keeps it. */
export interface KeptVersion {
  readonly id: string;
  readonly record: FeedRecord;
  readonly sample: boolean;
  current: boolean;
}

export interface KeptEntity extends Omit<Founder, 'handle' | 'keys'> {
  readonly id: string;
  rootId: string;
  parentId: string | null;
  parentSince: Date | null;
  address: string | null;
  businessAddress: string | null;
  establishedOn: string | null;
  score: number;
  tier: RiskIndex['tier'];
  sample: boolean;
  name: string;
  regionCode: string | null;
}

export interface KeptKey {
  readonly entityId: string;
  readonly key: EntityKey;
  readonly knownAt: Date;
}

/** A tie with the time in which it stood. */
export interface KeptTie extends EntityTie, TieSpan {
  readonly entityId: string;
  endedAt: Date | null;
}

export interface KeptSignal {
  readonly entityId: string;
  readonly recordId: string;
  readonly confidence: number;
  readonly signal: Assessment['signals'][number];
}

export interface KeptMerge {
  readonly memberId: string;
  readonly intoId: string;
  readonly because: string;
  undone: boolean;
}

/** What a house knows, in memory: the common ground of the fake stores. */
export class InMemoryKnowledge {
  readonly versions: KeptVersion[] = [];
  readonly entities: KeptEntity[] = [];
  readonly keys: KeptKey[] = [];
  readonly ties: KeptTie[] = [];
  readonly links: EntityLink[] = [];
  readonly merges: KeptMerge[] = [];
  readonly signals: KeptSignal[] = [];
  readonly verdicts = new Map<string, Assessment>();
  readonly history: { readonly entityId: string; readonly at: Date; readonly index: RiskIndex }[] =
    [];

  /** Keeps a record as the intake does: each content once, the latest version in force. */
  receive(
    record: FeedRecord,
    sample: boolean,
  ): Pick<JudgedRecord, 'recordId' | 'current' | 'replaces'> {
    const inForce = this.versions.find((v) => v.current && isSamePiece(v.record, record));
    const current = !inForce || inForce.record.occurredAt <= record.occurredAt;
    const id = String(this.versions.length + 1);
    if (inForce && current) inForce.current = false;
    this.versions.push({ id, record, sample, current });
    return { recordId: id, current, replaces: current ? (inForce?.id ?? null) : null };
  }

  version(id: string): KeptVersion {
    return found(this.versions.find((v) => v.id === id));
  }

  entity(id: string): KeptEntity {
    return found(this.entities.find((e) => e.id === id));
  }

  rootOf(id: string): string {
    return this.entity(id).rootId;
  }

  membersOf(rootId: string): KeptEntity[] {
    return this.entities.filter((e) => e.rootId === rootId);
  }

  /** Who said it: the reporter if known, also from another piece of the same group, else the group itself. */
  personBehind(version: KeptVersion, among: readonly KeptVersion[]): string {
    if (version.record.reporterKey !== null) return version.record.reporterKey;
    const group = this.groupOf(version);
    const known = among.flatMap((v) => (group.has(v) ? (v.record.reporterKey ?? []) : []));
    return known.sort()[0] ?? `group:${this.groupNameOf(version.id)}`;
  }

  /** The name of the group of repeated and merged pieces that a version is in. */
  groupNameOf(id: string): string {
    return String(Math.min(...[...this.groupOf(this.version(id))].map((v) => Number(v.id))));
  }

  /** Found by walking every relation until nothing new comes. */
  private groupOf(start: KeptVersion): ReadonlySet<KeptVersion> {
    const group = new Set([start]);
    for (const member of group) {
      for (const other of this.versions)
        if (areLinked(member.record, other.record)) group.add(other);
    }
    return group;
  }
}

const isSamePiece = (a: FeedRecord, b: FeedRecord): boolean =>
  a.source === b.source && a.sourceId === b.sourceId;

const areLinked = (a: FeedRecord, b: FeedRecord): boolean =>
  isSamePiece(a, b) ||
  (a.source === b.source &&
    a.feed === 'complaint' &&
    b.feed === 'complaint' &&
    (a.related.includes(b.sourceId) || b.related.includes(a.sourceId)));

function found<T>(thing: T | undefined): T {
  if (thing === undefined) throw new Error('no such thing in memory');
  return thing;
}
