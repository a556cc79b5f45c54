import type { Person } from '@risk/access';
import type { NoticeLine } from '@risk/alerting';
import type { House } from '@risk/assembly';
import {
  answerOf,
  checklistOf,
  conclusionOf,
  type HandOver,
  type SignedLetter,
  type Verification,
} from '@risk/cases';
import { seesUnit, seesWholeCity, type RiskIndex } from '@risk/domain';
import type {
  AlertBeside,
  AlertDetail,
  AlertEntity,
  AlertLife,
  Assignee,
  DutyLine,
} from '@risk/store';
import { may, onlySeen } from '../access/must.js';
import { alertFacts } from '../alert-facts.js';
import { openDeeds, type OpenDeeds } from './open-deeds.js';
import {
  toldReasons,
  touchedElements,
  type ToldReason,
  type TouchedElement,
} from './told-reasons.js';
import { withheldFrom, type Withheld } from './withheld.js';

/** All that a screen needs of one alert, without what the asker may not read. */
export interface WholeAlert {
  readonly alert: Omit<AlertDetail, 'index' | 'notices' | 'changes'>;
  readonly index: Omit<RiskIndex, 'reasons' | 'elements'>;
  readonly reasons: readonly ToldReason[];
  readonly elements: readonly TouchedElement[];
  readonly entity: AlertEntity;
  readonly regionName: string;
  /** The units in the lead. */
  readonly leads: readonly string[];
  /** Who of each unit works on it. */
  readonly assignees: readonly Assignee[];
  readonly life: Omit<AlertLife, 'members' | 'group' | 'duties'>;
  readonly duties: readonly DutyLine[];
  readonly notices: readonly NoticeLine[];
  readonly hasEarlierNotices: boolean;
  readonly beside: readonly AlertBeside[];
  readonly verifications: readonly (Verification & {
    readonly checklist: ReturnType<typeof checklistOf>;
    readonly isOpen: boolean;
  })[];
  readonly handOvers: readonly HandOver[];
  readonly letters: readonly SignedLetter[];
  readonly units: readonly { readonly code: string; readonly name: string }[];
  readonly police: string;
  /** What the asker can do now, for which unit, having seen which line of the log. */
  readonly may: OpenDeeds & { readonly unit: string; readonly seen: string | null };
  /** Parts that were left out because the asker may not read them. */
  readonly withheld: readonly Withheld[];
  readonly now: Date;
}

/** Gathers everything about one alert for one asker, in so many statements whatever its size; null when there is none. */
export async function wholeAlert(
  house: House,
  id: string,
  asker: Person,
): Promise<WholeAlert | null> {
  const facts = await alertFacts(house, id, asker);
  if (!facts) return null;
  const { surroundings } = house.alerts;
  const { alert: detail, life, verifications, handOvers, now } = facts;
  const [entity, told, assignees, beside, letters] = await Promise.all([
    surroundings.entityOf(id),
    surroundings.toldUnits(id),
    surroundings.assigneesOf(id),
    surroundings.beside(id, now).then((found) => onlySeen(house, 'alert', found, asker)),
    may(asker, 'letters.read') ? house.letters.ofAlert(id) : [],
  ]);
  if (!entity) return null;

  const { index: kept, notices: _notices, changes: _changes, ...alert } = detail;
  const { reasons: _reasons, elements: _elements, ...index } = kept;
  const { members: _members, group: _group, duties, ...rest } = life;
  const reasons = toldReasons(house.engines.judging, kept);
  const { units, police, office } = house.engines.routing.units;
  const deeds = openDeeds(asker.permissions, {
    stage: alert.stage,
    status: alert.status,
    role: told.find(({ unit }) => unit === asker.unit)?.role ?? null,
    isOffice: asker.unit === office,
    seesWholeCity: seesWholeCity(asker.sight),
    hasOpenVerification: verifications.some((one) => conclusionOf(one) === null),
    handOver: standingOf(handOvers),
  });
  return {
    ...{ alert, index, reasons, entity, assignees, beside, handOvers, letters, now, life: rest },
    elements: touchedElements(kept, reasons),
    regionName: house.regionName(alert.regionCode),
    leads: leadsOf(duties.filter(({ alertId }) => alertId === id)),
    duties: duties.filter((duty) => may(asker, 'units.read') || seesUnit(asker.sight, duty.unit)),
    notices: facts.notices.filter(
      ({ unit }) => may(asker, 'notices.read') || seesUnit(asker.sight, unit),
    ),
    hasEarlierNotices: facts.hasEarlierNotices,
    verifications: verifications.map((one) => ({
      ...one,
      checklist: checklistOf(one),
      isOpen: conclusionOf(one) === null,
    })),
    units: units.map(({ code, name }) => ({ code, name })),
    police,
    may: { ...deeds, unit: asker.unit, seen: life.log.at(-1)?.id ?? null },
    withheld: withheldFrom(asker),
  };
}

/** Whoever owes or owed an answer in the lead; not who gave it over to another. */
const leadsOf = (duties: readonly DutyLine[]): string[] => [
  ...new Set(
    duties
      .filter(
        ({ role, kind, voidBecause }) =>
          role === 'lead' && kind === 'answer' && !(voidBecause ?? '').startsWith('已改派'),
      )
      .map(({ unit }) => unit),
  ),
];

function standingOf(handOvers: readonly HandOver[]): 'none' | 'waiting' | 'answered' {
  const last = handOvers.at(-1);
  if (!last) return 'none';
  return answerOf(last) === null ? 'waiting' : 'answered';
}
