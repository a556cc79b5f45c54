import type { Entered } from '@risk/assembly';
import { schemeName } from '@risk/domain';

type Explanation = Entered['explanation'];

/** What of the city the asker sees of the consequences. */
interface Seen {
  readonly alerts: Explanation['alerts'];
  readonly entities: Explanation['entities'];
}

/** What became of an entry: its number, how it was judged and why, whom it is about, and the alerts beside it. */
export function entryResult({ outcome, explanation }: Entered, seen: Seen) {
  const { record, assessment, entities, alerts } = explanation;
  return {
    outcome,
    recordId: record.id,
    sourceId: record.sourceId,
    receivedAt: record.receivedAt,
    reporterKept: record.reporterKept,
    payload: textsOf(record.payload),
    assessment: assessment && judged(assessment),
    entities: seen.entities.map(
      ({ id, name, uscc, provisional, because, confidence, score, tier }) => ({
        ...{ id, name, uscc, provisional, because, confidence, score, tier },
      }),
    ),
    alerts: seen.alerts.map(({ id, entityName, tier, personTier, raisedAt }) => ({
      ...{ id, entityName, raisedAt, tier: personTier ?? tier, isByPerson: personTier !== null },
    })),
    /** Consequences that lie outside of what the asker sees. */
    outOfSight: entities.length - seen.entities.length + alerts.length - seen.alerts.length,
  };
}

/** The texts in which hits are marked. */
function textsOf(payload: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  const texts = Object.entries(payload).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return Object.fromEntries(texts);
}

function judged({ score, tier, categories, signals }: NonNullable<Explanation['assessment']>) {
  const [guess] = categories;
  return {
    ...{ score, tier },
    category: guess ? { name: schemeName(guess.code), probability: guess.probability } : null,
    signals: signals.map(({ engine, because, weight, suppressed, evidence }) => ({
      ...{ engine, because, weight, suppressed: suppressed ?? null },
      place: evidence
        ? { field: evidence.field, start: evidence.start, end: evidence.end, quote: evidence.quote }
        : null,
    })),
  };
}
