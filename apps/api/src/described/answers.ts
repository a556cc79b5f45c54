import access from './answers/access.json' with { type: 'json' };
import alerts from './answers/alerts.json' with { type: 'json' };
import bulletins from './answers/bulletins.json' with { type: 'json' };
import cases from './answers/cases.json' with { type: 'json' };
import city from './answers/city.json' with { type: 'json' };
import documents from './answers/documents.json' with { type: 'json' };
import entities from './answers/entities.json' with { type: 'json' };
import feeds from './answers/feeds.json' with { type: 'json' };
import intake from './answers/intake.json' with { type: 'json' };
import rules from './answers/rules.json' with { type: 'json' };
import units from './answers/units.json' with { type: 'json' };

type JsonDocument = Readonly<Record<string, unknown>>;

/** How a door answered in test/recorded: with what status and media; JSON with an example, and as its method declares it. */
export interface KnownAnswer {
  readonly status: number;
  readonly media: string;
  readonly example?: unknown;
  readonly shape?: object;
}

const CHAPTERS: readonly object[] = [
  ...[access, alerts, bulletins, cases, city, documents, entities, feeds, intake, rules, units],
];

/** Every answer that was recorded, by its door; RISK_GOLDEN=write npm test -- test/recorded renews them. */
export const KNOWN_ANSWERS = Object.assign({}, ...CHAPTERS) as Readonly<
  Record<string, KnownAnswer>
>;

const FILE: JsonDocument = { schema: { type: 'string', format: 'binary' } };
const STREAM: JsonDocument = { schema: { type: 'string', description: '一行一个事件' } };

/** What the answer of a door is called among the schemas: `get-alerts-id-answer`. */
const answerName = (door: string): string =>
  `${door.replace('/api/', '').replace(/[ /{}]+/g, '-')}-answer`.replace('--', '-');

/** What the JSON of every known answer may look like, by its name. */
export const answerSchemas = (): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(KNOWN_ANSWERS).flatMap(([door, { shape }]) =>
      shape ? [[answerName(door), shape]] : [],
    ),
  );

/** The content of the known answer of a door, as OpenAPI tells it. */
export function contentOf(door: string, { media, example }: KnownAnswer): JsonDocument {
  const schema = { $ref: `#/components/schemas/${answerName(door)}` };
  if (media === 'application/json') return { [media]: { schema, example } };
  return { [media]: media.startsWith('text/') ? STREAM : FILE };
}
