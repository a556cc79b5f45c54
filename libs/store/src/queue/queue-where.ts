import type { Sight } from '@risk/domain';
import { chinaDay, chinaMidnight } from '@risk/kit';
import { seesAlert, valuesOfSight } from '../access/sight-sql.js';
import type { Put } from '../bound.js';
import { likeOf } from '../like-of.js';
import { effectiveTier } from '../person-tiers.js';
import { pairsIn, pairsOf } from './name-pairs.js';
import { dueOf } from './queue-deadline.js';
import { NO_REGION, type QueueAsker, type QueueDue, type QueueFilter } from './queue-question.js';

/** Who asks, when, and where values of the statement go. */
export interface Ground {
  readonly asker: QueueAsker;
  readonly now: Date;
  readonly put: Put;
}

/** What a part of the filter asks of an alert `a`; null when it does not restrict. One line to add one. */
const PARTS: readonly ((filter: QueueFilter, ground: Ground) => string | null)[] = [
  ({ state }) => (state === 'all' ? null : `a.status = '${state}'`),
  ({ hushed }) => (hushed === 'with' ? null : `${hushed === 'only' ? '' : 'not '}${HUSHED}`),
  ({ ids }, { put }) => ids && `a.id = any (${put(ids, 'bigint[]')})`,
  ({ tiers }, { put }) => anyOf(tiers, effectiveTier('a'), put),
  ({ stages }, { put }) => anyOf(stages, 'a.stage', put),
  ({ schemes }, { put }) => anyOf(schemes, 'a.scheme', put),
  ({ regions }, { put }) => regionsOf(regions, put),
  ({ feed }, { put }) => feed && `${put(feed, 'text')} = any (a.feeds)`,
  ({ due }, ground) => due && dueWithin(due, ground),
  ({ whose }, { asker, put }) => {
    if (whose === null) return null;
    if (whose === 'mine') return workedOnBy(asker.name, asker.unit, put);
    const worker = workerOf(put(asker.unit, 'text'));
    if (whose === 'unassigned') return `${worker} is null`;
    const me = put(asker.name, 'text');
    return `coalesce(${worker}, ${me}) = ${me}`;
  },
  ({ assignee }, { asker, put }) => assignee && workedOnBy(assignee, asker.unit, put),
  ({ words }, { put }) => words && wordsIn(words, put),
  ({ unit }, { put }) =>
    unit && seesAlert('a', { units: put([unit], 'text[]'), regions: 'null::text[]' }),
  (_, { asker, put }) => {
    const [units, regions] = valuesOfSight(asker.sight);
    return seesAlert('a', { units: put(units, 'text[]'), regions: put(regions, 'text[]') });
  },
];

const HUSHED = 'exists (select from alert_hush h where h.alert_id = a.id and h.ended_at is null)';

/** The alerts `a` that somebody wants and may see. */
export const queueWhere = (filter: QueueFilter, ground: Ground): string =>
  PARTS.flatMap((part) => part(filter, ground) ?? []).join('\n    and ');

/** The place of the units of a sight among the values; null when it is all of them. */
export const unitsIn = ({ units }: Sight, put: Put): string | null =>
  units === 'all' ? null : put([...units], 'text[]');

/** Who of a unit works on an alert `a`. */
export const workerOf = (unit: string): string =>
  `(select s.person from alert_assignee s where s.alert_id = a.id and s.unit = ${unit})`;

/** The alerts that somebody of a unit works on, found from the person and not from each alert. */
const workedOnBy = (person: string, unit: string, put: Put): string =>
  `a.id in (select s.alert_id from alert_assignee s
    where s.person = ${put(person, 'text')} and s.unit = ${put(unit, 'text')})`;

const anyOf = (values: readonly string[], of: string, put: Put): string | null =>
  values.length === 0 ? null : `${of} = any (${put(values, 'text[]')})`;

function regionsOf(regions: readonly string[], put: Put): string | null {
  const codes = anyOf(
    regions.filter((code) => code !== NO_REGION),
    'a.region_code',
    put,
  );
  if (!regions.includes(NO_REGION)) return codes;
  return `(a.region_code is null${codes === null ? '' : ` or ${codes}`})`;
}

const A_DAY = 86_400_000;

function dueWithin(due: QueueDue, { asker, now, put }: Ground): string {
  const at = dueOf(unitsIn(asker.sight, put));
  if (due === 'overdue') return `${at} < ${put(now, 'timestamptz')}`;
  const until = due === 'today' ? endOfDay(now) : endOfWeek(now);
  return `${at} >= ${put(now, 'timestamptz')} and ${at} < ${put(until, 'timestamptz')}`;
}

const endOfDay = (now: Date): Date => new Date(chinaMidnight(chinaDay(now)).getTime() + A_DAY);

/** A week ends with its Sunday. */
function endOfWeek(now: Date): Date {
  const day = new Date(`${chinaDay(now)}T00:00:00Z`).getUTCDay();
  return new Date(endOfDay(now).getTime() + ((7 - day) % 7) * A_DAY);
}

const WHOLE_CODE = /^[0-9A-Z]{18}$/i;
const PART_OF_CODE = /^[0-9A-Z]{6,17}$/i;

/** Not by LIKE, of which the database thinks that it holds for few names, and would sort all that it holds for. */
function namedIn(words: string, put: Put): string {
  const holds = `strpos(lower(a.entity_name), lower(${put(words, 'text')})) > 0`;
  const pairs = pairsOf(words);
  if (pairs.length === 0) return holds;
  return `(${holds} and ${pairsIn('lower(a.entity_name)')} @> ${put(pairs, 'text[]')})`;
}

/** In the name of the entity; what looks like a code is looked for there as well. */
function wordsIn(words: string, put: Put): string {
  const named = namedIn(words, put);
  if (WHOLE_CODE.test(words))
    return `(${named} or a.entity_id in (select part.id from entity_key k
      join entity known on known.id = k.entity_id join entity part on part.root_id = known.root_id
      where k.kind = 'uscc' and k.value = ${put(words.toUpperCase(), 'text')}))`;
  if (!PART_OF_CODE.test(words)) return named;
  return `(${named} or exists (select from entity m join entity e on e.id = m.root_id
    where m.id = a.entity_id and e.uscc like ${put(likeOf(words.toUpperCase()), 'text')}))`;
}
