import type { HeldShare, RegisteredEvent, RegisteredFacts } from '@risk/bulletins';
import type { RegistrationChange, RegistrationPayload } from '@risk/domain';

/** A registration as it is kept. */
export interface KeptRegistration {
  readonly source: string;
  readonly occurredAt: Date;
  readonly regionCode: string | null;
  readonly payload: RegistrationPayload;
}

/** Of each field what the latest registration says that tells it; the latest first. Null when there is none. */
export function registeredFacts(all: readonly KeptRegistration[]): RegisteredFacts | null {
  const [latest] = all;
  if (!latest) return null;
  const told = toldBy(all.map(({ payload }) => payload));
  return {
    name: told('name') ?? '',
    formerNames: formerNamesOf(all),
    uscc: told('uscc'),
    legalRepresentative: told('legalRepresentative'),
    shareholders: (told('shareholders') ?? []).map(heldShare),
    registeredCapital: told('registeredCapital'),
    paidInCapital: told('paidInCapital'),
    establishedOn: told('establishedOn'),
    address: told('address'),
    businessAddress: told('businessAddress'),
    regionCode: told('regionCode') ?? firstKnown(all.map(({ regionCode }) => regionCode)),
    industry: industryText(told('industry')),
    businessScope: told('businessScope'),
    phones: told('phones') ?? [],
    websites: told('websites') ?? [],
    toldAt: latest.occurredAt,
    events: [...all].reverse().map(eventOf),
  };
}

const isTold = (value: unknown): boolean =>
  value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && !value.length);

const firstKnown = <T>(values: readonly (T | null | undefined)[]): T | null =>
  values.find(isTold) ?? null;

/** The latest word on a field; an empty one says nothing. */
const toldBy =
  (payloads: readonly RegistrationPayload[]) =>
  <Field extends keyof RegistrationPayload>(field: Field) =>
    firstKnown<NonNullable<RegistrationPayload[Field]>>(payloads.map((p) => p[field] as never));

/** What the register calls former names, and what it was called in earlier registrations. */
function formerNamesOf(all: readonly KeptRegistration[]): string[] {
  const [now, ...before] = all.map(({ payload }) => payload.name);
  const told = all.flatMap(({ payload }) => payload.formerNames ?? []);
  return [...new Set([...told, ...before])].filter((name) => name !== '' && name !== now);
}

const heldShare = ({ name, kind, share }: HeldShareTold): HeldShare => ({
  name,
  kind: kind ?? null,
  share: share ?? null,
});
type HeldShareTold = NonNullable<RegistrationPayload['shareholders']>[number];

const industryText = (industry: RegistrationPayload['industry'] | null): string | null =>
  industry
    ? `${industry.code}${industry.edition ? `（GB/T 4754-${industry.edition}）` : ''}`
    : null;

const eventOf = ({ source, occurredAt, payload }: KeptRegistration): RegisteredEvent => ({
  event: payload.event ?? 'told',
  at: occurredAt,
  source,
  details: [...(payload.changes ?? []).map(changeText), ...reasonOf(payload)],
});

const changeText = ({ field, before, after }: RegistrationChange): string =>
  `${field}：${before ?? '未公示'} → ${after ?? '未公示'}`;

const reasonOf = (payload: RegistrationPayload): string[] =>
  typeof payload['reason'] === 'string' && payload['reason'] !== '' ? [payload['reason']] : [];
