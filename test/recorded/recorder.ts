import { trimmed, withoutSecrets } from './trimmed.js';

/** How a door answered: with what status and media, and, when it was JSON, with what. */
export interface RecordedAnswer {
  readonly status: number;
  readonly media: string;
  readonly example?: unknown;
}

/** A whole answer in JSON. */
export interface HeardAnswer {
  readonly status: number;
  readonly json: unknown;
}

/** What is put to a door. */
export interface Wish {
  readonly as: Readonly<Record<string, string>>;
  /** The parts of its address. */
  readonly at?: Readonly<Record<string, string>>;
  /** What is asked: `limit=2`. */
  readonly asks?: string;
  readonly body?: unknown;
  /** A body that is a file. */
  readonly file?: Buffer;
}

type Json = Readonly<Record<string, never>>;

/** Asks doors as their users would, and keeps the fullest answer of each as an example, and all that it heard. */
export class Recorder {
  readonly answers = new Map<string, RecordedAnswer>();
  readonly heard = new Map<string, HeardAnswer[]>();

  constructor(private readonly url: string) {}

  /** The answer of a door: `get /api/alerts/{id}`. */
  async ask<T = Json>(door: string, wish: Wish): Promise<T> {
    const { answer, json } = await this.answerOf(door, wish);
    this.keep(door, answer, json);
    return json as T;
  }

  /** The answer of a door, not kept. */
  async peek<T = Json>(door: string, wish: Wish): Promise<T> {
    return (await this.answerOf(door, wish)).json as T;
  }

  private async answerOf(door: string, wish: Wish) {
    const response = await fetch(this.addressOf(door, wish), initOf(door, wish));
    const media = response.headers.get('content-type')?.split(';')[0] ?? '';
    if (!response.ok) throw new Error(`${door}: ${response.status} ${await response.text()}`);
    if (media === 'text/event-stream') await response.body?.cancel();
    const text = media === 'text/event-stream' ? '' : await response.text();
    const json: unknown = media === 'application/json' ? JSON.parse(text) : undefined;
    return { answer: { status: response.status, media }, json };
  }

  private keep(door: string, answer: RecordedAnswer, json: unknown): void {
    const known = this.answers.get(door);
    if (json === undefined) {
      this.answers.set(door, known ?? answer);
      return;
    }
    this.heard.set(door, [...(this.heard.get(door) ?? []), { status: answer.status, json }]);
    const shown = isDocument(json) ? headOf(json) : trimmed(withoutSecrets(json));
    this.answers.set(door, { ...answer, example: fuller(known?.example, shown) });
  }

  private addressOf(door: string, { at = {}, asks }: Wish): string {
    const path = (door.split(' ')[1] ?? '').replace(/\{(\w+)\}/g, (_, name: string) =>
      encodeURIComponent(at[name] ?? ''),
    );
    return `${this.url}${path}${asks === undefined ? '' : `?${asks}`}`;
  }
}

type ApiDocument = Readonly<Record<string, unknown>>;

/** Whether an answer is a document such as the one that this record goes into. */
const isDocument = (json: unknown): json is ApiDocument =>
  typeof json === 'object' && json !== null && ('openapi' in json || 'asyncapi' in json);

/** The head of a document: the whole would hold itself. */
const headOf = ({ openapi, asyncapi }: ApiDocument) =>
  openapi === undefined ? { asyncapi } : { openapi };

/** Of two answers the one that tells more. */
const fuller = (one: unknown, other: unknown): unknown =>
  one !== undefined && JSON.stringify(one).length >= JSON.stringify(other).length ? one : other;

function initOf(door: string, { as, body, file }: Wish): RequestInit {
  const method = (door.split(' ')[0] ?? '').toUpperCase();
  if (file)
    return { method, headers: { ...as, 'content-type': 'application/octet-stream' }, body: file };
  if (method !== 'POST') return { method, headers: as };
  const headers = { ...as, 'content-type': 'application/json' };
  return { method, headers, body: JSON.stringify(body ?? {}) };
}
