import {
  bulletinName,
  scopeText,
  type BulletinScope,
  type PeriodicKind,
  type Span,
} from '@risk/domain';
import { chinaDay } from '@risk/kit';
import { coversText, type Heading } from '../compose/composition.js';
import type { BulletinPolicy, EditionPolicy, RecipientGroup } from '../policy.js';
import {
  shifted,
  slotBefore,
  slotTitle,
  yearBefore,
  type Rhythm,
  type Slot,
} from '../schedule/slots.js';
import type { Workdays } from '@risk/routing';
import type { Ask, Comparison } from '../sections/section.js';

/** A region or a unit that gets editions of its own. */
export interface Party {
  readonly code: string;
  readonly name: string;
}

/** Who there is in the city. */
export interface CityRegister {
  /** The unit that compiles. */
  readonly office: Party;
  /** Regions that a unit answers for. */
  readonly regions: readonly Party[];
  /** Member units of the whole city. */
  readonly units: readonly Party[];
}

/** Issues that follow one another: one kind for one reader. */
export interface Series {
  readonly rhythm: Rhythm;
  readonly scope: BulletinScope;
  /** The name in the head. */
  readonly name: string;
  /** What the title says after its period. */
  readonly subject: string;
  readonly sections: readonly string[];
  readonly to: readonly RecipientGroup[];
  readonly release: 'straight' | 'signed';
  readonly catchUp: number;
}

/** Every series that the policy asks for; those of the city come first. */
export function seriesOf(policy: BulletinPolicy, city: CityRegister): Series[] {
  return policy.editions.flatMap((edition) =>
    readersOf(edition, city).flatMap((reader) =>
      edition.kinds.map((kind) => seriesFor(policy, edition, kind, reader)),
    ),
  );
}

interface ReaderOf {
  readonly scope: BulletinScope;
  readonly subject: string;
}

const SUBJECT = '非法金融风险监测情况';

function readersOf({ for: whom }: EditionPolicy, { regions, units }: CityRegister): ReaderOf[] {
  if (whom === 'city') return [{ scope: { kind: 'city' }, subject: SUBJECT }];
  const [parties, kind] =
    whom === 'regions' ? [regions, 'region' as const] : [units, 'unit' as const];
  return parties.map(({ code, name }) => ({
    scope: { kind, code },
    subject: kind === 'region' ? `${name}${SUBJECT}` : `${name}相关预警情况`,
  }));
}

function seriesFor(
  policy: BulletinPolicy,
  edition: EditionPolicy,
  kind: PeriodicKind,
  { scope, subject }: ReaderOf,
): Series {
  const { name, at, release, catchUp } = policy.issues[kind];
  const sections = edition.sections[kind] ?? [];
  return { rhythm: { kind, at }, scope, name, subject, sections, to: edition.to, release, catchUp };
}

/** What stands over an issue. */
export const headingOf = (
  series: Series,
  slot: Slot,
  { office }: CityRegister,
  samples: boolean,
): Heading => ({
  name: series.name,
  title: `${slotTitle(slot)}${series.subject}`,
  unit: office.name,
  date: chinaDay(slot.at),
  samples,
  correction: null,
  covers: coversText(slot.span),
});

/** What is asked for an issue. */
export const askOf = (
  { rhythm, scope }: Series,
  slot: Slot,
  calendar: Workdays,
  { thresholds }: BulletinPolicy,
  samples: boolean,
): Ask => ({
  kind: rhythm.kind,
  scope,
  span: slot.span,
  samples,
  thresholds,
  comparisons: comparisonsOf(rhythm, slot, calendar),
});

const BEFORE: Readonly<Record<PeriodicKind, string>> = {
  daily: '上一期',
  weekly: '上周',
  monthly: '上月',
  quarterly: '上季度',
};

/** The issue before, the same weekdays a week before, and the same days a year before. */
function comparisonsOf(rhythm: Rhythm, slot: Slot, calendar: Workdays): Comparison[] {
  const before = { label: BEFORE[rhythm.kind], span: slotBefore(rhythm, calendar, slot).span };
  const week = { label: '上周同期', span: shifted(slot.span, -7) };
  const year = { label: '上年同期', span: yearBefore(slot) };
  return rhythm.kind === 'daily' ? [before, week, year] : [before, year];
}

/** A series in words, for logs and messages. */
export const seriesText = ({ rhythm, scope }: Pick<Series, 'rhythm' | 'scope'>): string =>
  `${bulletinName(rhythm.kind)}（${scopeText(scope)}）`;

/** An issue that has not ended yet: from the end of the latest slot to a moment. */
export function interimSpan(slot: Slot, until: Date): Span {
  return { since: slot.span.until, until };
}
