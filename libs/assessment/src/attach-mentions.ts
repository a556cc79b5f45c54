import { identityOf, type EntityKey, type FeedRecord, type ResolvedMention } from '@risk/domain';
import { groupBy, type Transaction } from '@risk/kit';
import { decideAttachment, type Attachment } from '@risk/resolution';
import { KnownEntities } from './known-entities.js';
import { lastWords } from './last-words.js';
import type {
  EntityLink,
  EntityMerge,
  EntityProfile,
  EntityStore,
  Founder,
  JudgedRecord,
} from './ports.js';

/** A mention together with the record that it stands in. */
interface Place {
  /** Its record's place in the batch. */
  readonly arrival: number;
  readonly judged: JudgedRecord;
  readonly mention: ResolvedMention;
}

/** How the mentions of a batch were tied. */
interface Attached {
  readonly links: EntityLink[];
  /** Those the batch founded and joined to nobody: each is its own root, with no branch outside the batch. */
  readonly ownRoots: ReadonlySet<string>;
}

/** What a batch of mentions comes to, with handles in place of the ids of entities yet to be founded. */
interface Plan {
  readonly founders: Founder[];
  readonly links: EntityLink[];
  readonly merges: EntityMerge[];
  readonly keys: { entityId: string; key: EntityKey }[];
  /** One for each firm once all are settled: what was told last describes it. */
  readonly profiles: (EntityProfile & { readonly arrival: number })[];
}

/** Ties the mentions of a batch to entities: finds them, founds them, joins those that prove one. */
export class AttachMentions {
  constructor(private readonly entities: EntityStore) {}

  async run(tx: Transaction, judged: readonly JudgedRecord[], at: Date): Promise<Attached> {
    const places = codedFirst(judged);
    const wanted = places.flatMap(({ mention }) => mention.keys);
    const known = new KnownEntities(await this.entities.candidates(tx, wanted));
    const plan = planOf(places, known);

    const { idOf, fresh } = await this.entities.found(tx, plan.founders, at);
    const settled = withIds(plan, (handle) => idOf.get(handle) ?? handle);
    const { links, keys, merges, profiles } = settled;
    // Before anything of them is changed, and all at once: two batches wait for each other in one order.
    const standing = concernedBy(settled).filter((id) => !fresh.has(id));
    await this.entities.lockRoots(tx, standing);
    await this.entities.link(tx, links);
    await this.entities.addKeys(tx, keys, at);
    await this.entities.merge(tx, merges, at);
    await this.entities.describe(tx, profiles, at);
    const members = new Set(merges.map((m) => m.memberId));
    return { links, ownRoots: new Set([...fresh].filter((id) => !members.has(id))) };
  }
}

/** What is left to write of a plan once everybody in it has an id. */
function withIds(plan: Plan, real: (handle: string) => string): Omit<Plan, 'founders'> {
  const bearing = <T extends { readonly entityId: string }>(one: T): T => ({
    ...one,
    entityId: real(one.entityId),
  });
  return {
    links: surestOf(plan.links.map(bearing)),
    keys: [
      ...plan.founders.flatMap(({ handle, keys }) =>
        keys.map((key) => ({ entityId: real(handle), key })),
      ),
      ...plan.keys.map(bearing),
    ],
    merges: plan.merges.map((m) => ({
      ...m,
      memberId: real(m.memberId),
      intoId: real(m.intoId),
    })),
    profiles: plan.profiles.map(bearing),
  };
}

const concernedBy = ({ links, keys, merges, profiles }: Omit<Plan, 'founders'>): string[] => [
  ...new Set([
    ...[...links, ...keys, ...profiles].map(({ entityId }) => entityId),
    ...merges.flatMap(({ memberId, intoId }) => [memberId, intoId]),
  ]),
];

/** A record that names one entity twice in the same part is tied to it once, as surely as its clearest words. */
function surestOf(links: readonly EntityLink[]): EntityLink[] {
  const tied = groupBy(links, (l) => `${l.recordId} ${l.entityId} ${l.role}`);
  return [...tied.values()].map((same) =>
    same.reduce((surest, link) => (link.confidence > surest.confidence ? link : surest)),
  );
}

/** Mentions with a credit code go first, so that others of the batch can join what they found. */
function codedFirst(judged: readonly JudgedRecord[]): Place[] {
  const places = judged.flatMap((j, arrival) =>
    j.mentions.map((mention) => ({ arrival, judged: j, mention })),
  );
  const coded = (p: Place): boolean => p.mention.keys.some((k) => k.kind === 'uscc');
  return [...places.filter(coded), ...places.filter((p) => !coded(p))];
}

function planOf(places: readonly Place[], known: KnownEntities): Plan {
  const plan: Plan = { founders: [], links: [], merges: [], keys: [], profiles: [] };
  for (const place of places) settle(place, known, plan);
  const profiles = lastWords([...plan.profiles].sort((a, b) => a.arrival - b.arrival));
  return { ...plan, founders: asTold(plan.founders, profiles), profiles };
}

function settle(place: Place, known: KnownEntities, plan: Plan): void {
  const { mention } = place;
  const decision = decideAttachment(mention, known.sharing(mention.keys));
  const entityId =
    decision.kind === 'attach' ? decision.entityId : foundOne(place, decision, known, plan);
  if (entityId === null) return;

  for (const { entityId: memberId, because } of decision.merges) {
    plan.merges.push({ memberId, intoId: entityId, because });
    known.join(memberId, entityId);
  }
  plan.links.push(linkOf(place, decision, entityId));
  for (const key of known.newKeysOf(entityId, mention.keys)) plan.keys.push({ entityId, key });
  const profile = profileOf(place, entityId);
  if (profile) plan.profiles.push({ ...profile, arrival: place.arrival });
}

function foundOne(
  { mention, judged }: Place,
  decision: Extract<Attachment, { kind: 'found' }>,
  known: KnownEntities,
  plan: Plan,
): string | null {
  const identity = identityIn(mention, decision.because);
  if (identity === null) return null;
  const handle = `new:${identity}`;
  const founder: Founder = {
    handle,
    identity,
    name: mention.mention.name,
    foldedName: mention.foldedName,
    uscc: mention.keys.find((k) => k.kind === 'uscc')?.value ?? null,
    provisional: decision.provisional,
    regionCode: mention.regionCode,
    sample: judged.sample,
    keys: mention.keys,
    address: null,
    businessAddress: null,
    establishedOn: null,
  };
  if (known.has(handle)) return handle;
  plan.founders.push(founder);
  known.add(founder);
  return handle;
}

/** Founded with all that is told of them in the batch, they need not be written twice. */
function asTold(founders: readonly Founder[], profiles: readonly EntityProfile[]): Founder[] {
  const told = new Map(profiles.map((profile) => [profile.entityId, profile]));
  return founders.map((founder) => {
    const profile = told.get(founder.handle);
    if (!profile) return founder;
    const { name, regionCode, address, businessAddress, establishedOn } = profile;
    return {
      ...founder,
      name,
      regionCode: regionCode ?? founder.regionCode,
      address,
      businessAddress,
      establishedOn,
    };
  });
}

/** A name alone identifies within its prefecture: namesakes elsewhere are others. */
function identityIn(mention: ResolvedMention, because: string): string | null {
  const identity = identityOf(mention.keys);
  if (!identity?.startsWith('name:')) return identity;
  const where = mention.regionCode?.slice(0, 4) ?? '';
  const apart = because.includes('无法区分') ? '?' : '';
  return `${identity}@${where}${apart}`;
}

function linkOf({ judged, mention }: Place, decision: Attachment, entityId: string): EntityLink {
  const attached = decision.kind === 'attach';
  return {
    recordId: judged.recordId,
    entityId,
    role: mention.role,
    confidence: attached ? decision.confidence : mention.confidence,
    because: attached ? decision.because : mention.because,
    flags: mention.flags,
    sample: judged.sample,
  };
}

/** Only its own registration describes a firm; what others say of it does not. */
function profileOf({ judged: { record }, mention }: Place, entityId: string): EntityProfile | null {
  if (mention.role !== 'subject' || !isRegistration(record)) return null;
  const { name, regionCode, address, businessAddress, establishedOn } = record.payload;
  return {
    entityId,
    name,
    regionCode: regionCode ?? mention.regionCode,
    address: address ?? null,
    businessAddress: businessAddress ?? null,
    establishedOn: establishedOn ?? null,
    parentKeys: mention.parentKeys,
    ties: mention.ties,
  };
}

const isRegistration = (
  record: FeedRecord,
): record is Extract<FeedRecord, { feed: 'registration' }> => record.feed === 'registration';
