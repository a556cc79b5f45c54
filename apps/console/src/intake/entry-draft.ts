import type { Feed } from '../api/codes.js';
import { plainCode } from './number-checks.js';

/** A party as somebody types it. */
export interface TargetDraft {
  readonly name?: string;
  readonly uscc?: string;
  readonly phone?: string;
  readonly website?: string;
  readonly app?: string;
  readonly address?: string;
}

/** What stands in the form; fields of the other kinds of record are left empty. */
export interface EntryDraft {
  readonly source: string;
  readonly sourceId?: string;
  readonly occurredOn: string;
  readonly regionCode?: string;
  readonly title?: string;
  readonly text?: string;
  readonly channel?: string;
  readonly targets?: readonly TargetDraft[];
  readonly amount?: string;
  readonly people?: string;
  readonly secret?: boolean;
  readonly isAnonymous?: boolean;
  readonly reporter?: {
    readonly name?: string;
    readonly phone?: string;
    readonly idNumber?: string;
  };
  readonly medium?: string;
  readonly imageText?: string;
  readonly url?: string;
  readonly advertiser?: TargetDraft;
  readonly publisher?: TargetDraft;
  readonly event?: string;
  readonly name?: string;
  readonly uscc?: string;
  readonly legalRepresentative?: string;
  readonly registeredCapital?: string;
  readonly establishedOn?: string;
  readonly address?: string;
  readonly businessScope?: string;
  readonly phones?: string;
}

type Json = Readonly<Record<string, unknown>>;

/** Nothing that is empty is sent. */
function filled(fields: Json): Record<string, unknown> {
  const kept = Object.entries(fields).filter(
    ([, value]) => value !== undefined && value !== '' && value !== null,
  );
  return Object.fromEntries(kept);
}

const trimmed = (text: string | undefined): string | undefined => text?.trim();
const numberOf = (text: string | undefined): number | undefined => {
  const plain = text?.normalize('NFKC').replace(/[,\s]/g, '') ?? '';
  return plain === '' ? undefined : Number(plain);
};
const codeOf = (text: string | undefined): string | undefined =>
  text === undefined ? undefined : plainCode(text);

function targetOf(draft: TargetDraft | undefined): Json | undefined {
  const target = filled({
    name: trimmed(draft?.name),
    uscc: codeOf(draft?.uscc),
    phone: trimmed(draft?.phone),
    website: trimmed(draft?.website),
    app: trimmed(draft?.app),
    address: trimmed(draft?.address),
  });
  return Object.keys(target).length > 0 ? target : undefined;
}

function targetsOf(drafts: readonly TargetDraft[] = []): readonly Json[] | undefined {
  const targets = drafts.map(targetOf).filter((target): target is Json => target !== undefined);
  return targets.length > 0 ? targets : undefined;
}

const PAYLOADS: Readonly<Record<Feed, (draft: EntryDraft) => Json>> = {
  complaint: (draft) => ({
    channel: draft.channel,
    title: trimmed(draft.title),
    text: trimmed(draft.text),
    targets: targetsOf(draft.targets),
    amount: numberOf(draft.amount),
    people: numberOf(draft.people),
    secret: draft.secret === true ? true : undefined,
  }),
  advertisement: (draft) => ({
    medium: draft.medium,
    title: trimmed(draft.title),
    text: trimmed(draft.text),
    imageText: trimmed(draft.imageText),
    url: trimmed(draft.url),
    advertiser: targetOf(draft.advertiser),
    publisher: targetOf(draft.publisher),
    publishedOn: draft.occurredOn,
  }),
  registration: (draft) => ({
    event: draft.event,
    name: trimmed(draft.name),
    uscc: codeOf(draft.uscc),
    legalRepresentative: trimmed(draft.legalRepresentative),
    registeredCapital: numberOf(draft.registeredCapital),
    establishedOn: draft.establishedOn,
    address: trimmed(draft.address),
    businessScope: trimmed(draft.businessScope),
    phones: draft.phones?.split(/[;；,，、\s]+/).filter((phone) => phone !== ''),
  }),
};

/** What is sent: the record, and apart from it who reported, when somebody gave a name. */
export function entryBody(feed: Feed, draft: EntryDraft): Json {
  const { name, phone, idNumber } = draft.reporter ?? {};
  const reporter = filled({
    name: trimmed(name),
    phone: trimmed(phone),
    idNumber: codeOf(idNumber),
  });
  const isNamed =
    feed === 'complaint' && draft.isAnonymous !== true && Object.keys(reporter).length > 0;
  return {
    feed,
    source: draft.source,
    occurredOn: draft.occurredOn,
    payload: filled({ ...PAYLOADS[feed](draft), regionCode: draft.regionCode }),
    ...filled({ sourceId: trimmed(draft.sourceId) }),
    ...(isNamed && { reporter }),
  };
}
