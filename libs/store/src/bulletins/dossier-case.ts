import type {
  DossierAlert,
  DossierChange,
  DossierDuty,
  DossierHandOver,
  DossierLetter,
  DossierOutcome,
  DossierReceipt,
  DossierVerification,
  FoundElement,
} from '@risk/bulletins';
import type { AlertStage, Tier } from '@risk/domain';
import { groupBy } from '@risk/kit';
import type { Database } from '../database.js';

/** What people did about an entity. */
export interface DossierCase {
  readonly alerts: readonly DossierAlert[];
  readonly changes: readonly DossierChange[];
  readonly duties: readonly DossierDuty[];
  readonly verifications: readonly DossierVerification[];
  readonly handOvers: readonly DossierHandOver[];
  readonly letters: readonly DossierLetter[];
  readonly outcomes: readonly DossierOutcome[];
}

/** However long a log is, so many lines of it are read. */
const MOST = 500;

const ALERTS = `
  select a.id as "alertId", a.raised_at as "raisedAt", (
    select unit from duty where alert_id = a.id and role = 'lead' and opened_at <= $2 order by id desc limit 1
  ) as lead
  from alert a where a.entity_id = any ($1::bigint[]) and a.raised_at <= $2 and a.sample = $3
  order by a.raised_at, a.id limit ${MOST}
`;

const CHANGES = `
  select alert_id as "alertId", kind, from_tier as "from", to_tier as "to", to_stage as "toStage", at,
    source = 'person' as "byPerson", unit, because
  from alert_change where alert_id = any ($1::bigint[]) and at <= $2 order by id limit ${MOST}
`;

const DUTIES = `
  select alert_id as "alertId", unit, kind, opened_at as "openedAt", first_due_at as "firstDueAt",
    case when done_at <= $2 then done_at end as "doneAt", case when void_at <= $2 then void_at end as "voidAt"
  from duty where alert_id = any ($1::bigint[]) and opened_at <= $2 order by opened_at, id limit ${MOST}
`;

/** A correction takes the place of an entry from when it was noted. */
const VERIFICATIONS = `
  select v.alert_id as "alertId", v.unit, v.opened_at as "openedAt", v.id, e.kind, e.noted_at as "notedAt", e.detail
  from verification v
  left join verification_entry e on e.verification_id = v.id and e.noted_at <= $2 and not exists (
    select from verification_entry later where later.corrects = e.id and later.noted_at <= $2
  )
  where v.alert_id = any ($1::bigint[]) and v.opened_at <= $2
  order by v.opened_at, v.id, e.id limit ${MOST}
`;

const HAND_OVERS = `
  select h.id, h.alert_id as "alertId", h.facts #>> '{from,code}' as "from", h.to_unit as "to", h.made_at as at
  from handover h where h.alert_id = any ($1::bigint[]) and h.made_at <= $2 order by h.made_at, h.id limit ${MOST}
`;

const RECEIPTS = `
  select handover_id as "handOverId", answer, number, entered_at as at from handover_receipt
  where handover_id = any ($1::bigint[]) and entered_at <= $2 order by id limit ${MOST}
`;

const LETTERS = `
  select title, unit, signed_at as at from letter
  where alert_id = any ($1::bigint[]) and signed_at <= $2 order by signed_at, id limit ${MOST}
`;

const OUTCOMES = `
  select verdict, scheme, exposed_on::text as "exposedOn", losses::float8, people::int, because, decided_at as at
  from outcome where entity_id = any ($1::bigint[]) and decided_at <= $2 order by id limit ${MOST}
`;

interface ChangeRow extends DossierChange {
  readonly toStage: AlertStage | null;
}

interface VerificationRow {
  readonly id: string;
  readonly alertId: string;
  readonly unit: string;
  readonly openedAt: Date;
  readonly kind: string | null;
  readonly notedAt: Date | null;
  readonly detail: Partial<FoundElement & Pick<DossierVerification, 'verdict'>> | null;
}

/** Reads what was done about the parts of an entity until a moment, that included. */
export async function readCase(
  database: Database,
  members: readonly string[],
  until: Date,
  samples: boolean,
): Promise<DossierCase> {
  const { alerts, changes } = await readAlertsThen(database, members, until, samples);
  const ids = alerts.map(({ alertId }) => alertId);
  const read = <Row>(sql: string): Promise<Row[]> => database.rows<Row>(sql, [ids, until]);
  return {
    alerts,
    changes,
    duties: await read(DUTIES),
    verifications: verificationsOf(await read(VERIFICATIONS)),
    handOvers: await readHandOvers(database, ids, until),
    letters: await read(LETTERS),
    outcomes: await database.rows(OUTCOMES, [members, until]),
  };
}

/** Reads the alerts about the parts of an entity as they stood at a moment, with their log until then. */
export async function readAlertsThen(
  database: Database,
  members: readonly string[],
  until: Date,
  samples: boolean,
): Promise<Pick<DossierCase, 'alerts' | 'changes'>> {
  type AlertRow = Omit<DossierAlert, 'tier' | 'stage'>;
  const alerts = await database.rows<AlertRow>(ALERTS, [members, until, samples]);
  const ids = alerts.map(({ alertId }) => alertId);
  const changes = await database.rows<ChangeRow>(CHANGES, [ids, until]);
  const logs = groupBy(changes, ({ alertId }) => alertId);
  return {
    alerts: alerts.map((alert) => ({ ...alert, ...standingOf(logs.get(alert.alertId) ?? []) })),
    changes: changes.map(({ toStage: _, ...change }) => change),
  };
}

const MOVES = new Set(['raised', 'upgraded', 'lowered']);

/** Tier and stage by the log: the alert itself only knows how it stands today. */
export function standingOf(log: readonly ChangeRow[]): { tier: Tier; stage: AlertStage } {
  const moved = log.filter(({ kind }) => MOVES.has(kind)).at(-1) ?? log[0];
  const stage = log.reduce<AlertStage>((before, { kind, toStage }) => {
    // What was refuted and rises again is open anew.
    if (kind === 'upgraded' && before === 'refuted') return 'raised';
    return toStage ?? before;
  }, 'raised');
  return { tier: moved?.to ?? 'none', stage };
}

const verificationsOf = (rows: readonly VerificationRow[]): DossierVerification[] =>
  [...groupBy(rows, ({ id }) => id).values()].flatMap((lines) => {
    const [first] = lines;
    if (!first) return [];
    const concluded = lines.find(({ kind }) => kind === 'concluded');
    return [
      {
        ...{ alertId: first.alertId, unit: first.unit, openedAt: first.openedAt },
        entries: lines.filter(({ kind }) => kind !== null).length,
        found: lines.flatMap(foundIn),
        verdict: concluded?.detail?.verdict ?? null,
        concludedAt: concluded?.notedAt ?? null,
      },
    ];
  });

function foundIn({ kind, detail }: VerificationRow): FoundElement[] {
  if (kind !== 'element' || !detail?.element || !detail.finding) return [];
  return [{ element: detail.element, finding: detail.finding }];
}

async function readHandOvers(
  database: Database,
  alertIds: readonly string[],
  until: Date,
): Promise<DossierHandOver[]> {
  type Row = Omit<DossierHandOver, 'receipts'> & { readonly id: string };
  type ReceiptRow = DossierReceipt & { readonly handOverId: string };
  const made = await database.rows<Row>(HAND_OVERS, [alertIds, until]);
  const ids = made.map(({ id }) => id);
  const answers = await database.rows<ReceiptRow>(RECEIPTS, [ids, until]);
  const byHandOver = groupBy(answers, ({ handOverId }) => handOverId);
  return made.map(({ id, ...one }) => ({
    ...one,
    receipts: (byHandOver.get(id) ?? []).map(({ handOverId: _, ...receipt }) => receipt),
  }));
}
