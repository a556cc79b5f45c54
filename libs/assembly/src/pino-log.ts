import { pino, destination, type DestinationStream, type Logger } from 'pino';
import { Log } from '@risk/kit';

type Facts = Readonly<Record<string, unknown>>;

/** Keys that never reach the log, wherever they stand in the facts. */
const SECRETS: ReadonlySet<string> = new Set([
  'password',
  'token',
  'authorization',
  'secret',
  'reporter',
  'phone',
  'idnumber',
  'payload',
  'url',
  'databaseurl',
  'smtpurl',
]);
/** Phones, identity cards and bank cards; also a mobile number written in groups. */
const PERSONAL_NUMBER = /\d{11,}[xX]?|(?<!\d)1[3-9]\d[ -]\d{4}[ -]\d{4}(?!\d)/g;
/** The password inside an address, as drivers like to repeat it in their errors. */
const CREDENTIALS = /(\/\/[^\s/:@]*):[^\s/@]*@/g;
const DEEPEST = 6;

/** Personal numbers are masked even inside error texts: only the last two digits stay. */
const masked = (text: string): string =>
  text
    .replace(CREDENTIALS, '$1:***@')
    .replace(PERSONAL_NUMBER, (number) => `***${number.slice(-2)}`);

/** Structured log on stderr, one JSON line an event. */
export class PinoLog extends Log {
  private readonly logger: Logger;

  constructor(
    name: string,
    level: 'info' | 'warn' = 'info',
    to: DestinationStream = destination({ dest: 2, sync: true }),
  ) {
    super();
    this.logger = pino({ name, level }, to);
  }

  override error(sentence: string, facts: Facts = {}): void {
    this.logger.error(cleaned(facts), masked(sentence));
  }

  override warn(sentence: string, facts: Facts = {}): void {
    this.logger.warn(cleaned(facts), masked(sentence));
  }

  override info(sentence: string, facts: Facts = {}): void {
    this.logger.info(cleaned(facts), masked(sentence));
  }
}

const cleaned = (facts: Facts): Record<string, unknown> => cleanedEntries(facts, 1);

function cleanedEntries(facts: object, depth: number): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(facts).map(([key, value]) => [
      key,
      SECRETS.has(key.toLowerCase()) ? '***' : cleanedValue(value, depth),
    ]),
  );
}

function cleanedValue(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return masked(value);
  if (typeof value === 'bigint') return masked(String(value));
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Error) return masked(value.message);
  if (value instanceof Date) return value;
  if (depth >= DEEPEST) return '…';
  if (Array.isArray(value)) return value.map((item) => cleanedValue(item, depth + 1));
  return cleanedEntries(value, depth + 1);
}
